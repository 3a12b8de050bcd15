// The toolbar popup, and the same beside a page: what the current page names, then the papers of a list. Drawn from what it is given;
// asks by actions.
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { StatusBar } from '../page/StatusBar';
import { useAsked } from '../page/use-asked';
import { useSavedMarks } from '../page/use-saved-marks';
import { useStatus } from '../page/use-status';
import { SearchResults } from '../search/SearchResults';
import { shortQuery } from '../search/short-query';
import { useSearch } from '../search/use-search';
import { chooseNotices } from './choose-notices';
import { copyOf } from './copy-list';
import { DailyPapers } from './DailyPapers';
import { isPicturable } from './is-picturable';
import { OnPageSection } from './OnPage';
import { PopupHeader } from './PopupHeader';
import type { PopupProps } from './popup-props';
import { SaveNamed } from './SaveNamed';
import { SiteOfferRow } from './SiteOffer';
import { useForYou } from './use-for-you';
import { useKnownPapers } from './use-known-papers';
import { useOnlyUnseen } from './use-only-unseen';
import { usePopupKeys } from './use-popup-keys';
import { useRowOpenings } from './use-row-openings';
import { useShownList } from './use-shown-list';

/** The most results shown; whoever wants more says more. */
const resultsAtMost = 50;

const nothing: never[] = [];

export function Popup({ list, onPage, offer, settings, now, online, actions }: PopupProps) {
  const [query, setQuery] = useState('');
  const { status, say, forget } = useStatus();
  const [calendarOpen, setCalendarOpen] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const shown = useShownList(list, { now, online }, actions);
  const { busy, refresh } = shown;

  const asked = query.trim();
  const search = useSearch(asked, actions.search, resultsAtMost, onPage);
  const atFeed = useAsked(asked, () => actions.searchOnline(asked));
  const { words } = onPage;
  const related = useAsked(`${words?.id} ${words?.title}`, () =>
    words ? actions.relatedToPage(words) : Promise.resolve(nothing),
  );
  // Until the first answer the list stays: nothing is replaced by nothing.
  const searching = search.answer !== undefined || search.failure !== undefined;

  const daily = list?.papers ?? nothing;
  const found = search.answer?.papers ?? nothing;
  const foundAtFeed = atFeed.state === 'answered' ? atFeed.answer : nothing;
  const near = related.state === 'answered' ? related.answer : nothing;
  const { known, stored } = useKnownPapers([foundAtFeed, found, onPage.cards, daily], near);
  const { isSaved, toggle } = useSavedMarks(stored, actions, say);
  const openings = useRowOpenings(actions);

  const isForYou = list?.query.view === 'for-you';
  const forYou = useForYou(daily, actions, say);
  const wanted = isForYou ? daily.filter(({ id }) => !forYou.isAway(id)) : daily;
  const unseen = useOnlyUnseen(wanted, settings.onlyUnseen, actions, say);

  function openPaper(id: string, url: string) {
    openings.tellOpened(id);
    actions.open(url);
  }
  /** Links of rows, however they are opened: the tab they lead to is not ours to follow. */
  function onLink({ target }: Event) {
    const row = target instanceof Element && target.closest('a') && target.closest<HTMLElement>('[data-row]');
    const id = row ? row.dataset.row : undefined;
    if (id) openings.tellOpened(id);
  }

  const steps = searching ? {} : { onEarlier: shown.onEarlier, onLater: shown.onLater };
  const rowProps = { onToggleSaved: (id: string) => void toggle(id), onOpen: actions.open };
  const onCopy = searching ? undefined : copyOf(list, actions, say);
  usePopupKeys({
    ...{ papers: known, ...rowProps, onOpenPaper: openPaper, onCopy, onRefresh: refresh },
    onEarlier: steps.onEarlier,
    onLater: steps.onLater,
    onDismiss: isForYou && !searching ? forYou.dismiss : undefined,
    onView: searching ? undefined : shown.goToView,
    onCalendar: list && !searching ? () => setCalendarOpen(true) : undefined,
    onOnlyUnseen: () => unseen.set(!unseen.on),
    onEscape: openings.close,
    onSearch: () => searchBox.current?.focus(),
  });

  const hasOnPage = onPage.cards.length > 0 || onPage.uncached !== undefined || words !== undefined;
  const isPlain = !searching && !calendarOpen && !openings.close && isPicturable(list);

  return (
    <div class="popup" data-picturable={isPlain ? '' : undefined}>
      <PopupHeader
        {...{ list, now, busy, searching, query, searchBox, calendarOpen, onCopy }}
        onEarlier={steps.onEarlier}
        onLater={steps.onLater}
        view={shown.query.view}
        onView={shown.goToView}
        onQuery={setQuery}
        onCalendar={setCalendarOpen}
        readMonth={actions.readMonth}
        onDay={(day) => shown.go({ view: 'day', day })}
        unseen={unseen.unseen}
        onlyUnseen={unseen.on}
        onOnlyUnseen={unseen.set}
        onRefresh={refresh}
        onOpenPage={actions.openPage}
      />
      {/* biome-ignore lint/a11y: nothing is pressed here; it is heard which links are */}
      <main onClick={onLink} onAuxClick={onLink}>
        {hasOnPage && (
          <OnPageSection
            {...{ onPage, isSaved, related, ...rowProps }}
            opening={openings.openingIn('page')}
            hidden={searching}
            lookUpOnline={actions.lookUpOnline}
          />
        )}
        {hasOnPage && !searching && daily.length > 0 && (
          <h2 class="list-title" data-passing>
            {t('popupDailyPapers')}
          </h2>
        )}
        {searching ? (
          <>
            <SaveNamed query={asked} missing={search.answer?.missing} saveAll={actions.saveAll} />
            <SearchResults
              {...{ search, isSaved, ...rowProps }}
              opening={openings.openingIn('search')}
              query={asked}
              papers={found}
              total={search.answer?.total ?? 0}
              nothingText={t('searchNothing', shortQuery(asked))}
              online={atFeed}
            />
          </>
        ) : (
          <DailyPapers
            {...{ list, now, isSaved, ...rowProps }}
            papers={unseen.papers}
            notices={
              list &&
              chooseNotices({ list, online, busy, failure: shown.failure, shown: unseen.papers.length })
            }
            opening={openings.openingIn('list')}
            thumbnails={settings.thumbnails}
            onThumbnail={actions.imageLoaded}
            onShown={openings.tellShown}
            onFetch={refresh}
            onGo={shown.go}
            onTopic={(keyword) => setQuery(`"${keyword.replaceAll('"', '')}"`)}
            onOptions={() => actions.openPage('options')}
            onShowAll={() => unseen.set(false)}
            forYou={isForYou ? forYou : undefined}
          />
        )}
      </main>
      <footer data-passing>
        {offer && <SiteOfferRow key={offer.site} {...offer} />}
        <StatusBar status={status} onGone={forget} />
      </footer>
    </div>
  );
}
