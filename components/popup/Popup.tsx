// The toolbar popup: what the current page names, then the papers of a feed day. Drawn from what it is given; asks by actions.
import '../tokens.css';
import '../page.css';
import '../search/search-box.css';
import '../paper-row/paper-row.css';
import '../search/search.css';
import './popup.css';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PageAbstract } from '../../lib/messages/protocol';
import type { CardData, RelatedPaper } from '../../lib/papers/card-data';
import type { DailyList } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import { type Status, StatusBar } from '../page/StatusBar';
import { useAsked } from '../page/use-asked';
import { type SavingActions, useSavedMarks } from '../page/use-saved-marks';
import { SearchResults } from '../search/SearchResults';
import { shortQuery } from '../search/short-query';
import { type SearchActions, useSearch } from '../search/use-search';
import { chooseNotices } from './choose-notices';
import { DailyPapers } from './DailyPapers';
import { type OnPage, OnPageSection } from './OnPage';
import { PopupHeader } from './PopupHeader';
import { SaveNamed } from './SaveNamed';
import { type SiteOfferProps, SiteOfferRow } from './SiteOffer';
import { usePopupKeys } from './use-popup-keys';
import { type FeedActions, useRefresh } from './use-refresh';
import { dayAfter, dayBefore } from './weekdays';

export interface PopupActions extends FeedActions, SavingActions, SearchActions {
  /** Opens an `https:` address in a new tab. */
  open(url: string): void;
  openPage(page: 'library' | 'options'): void;
  /** Also papers that nobody has cached: arXiv is asked for their titles. Rejects with a `MessageFailure`. */
  saveAll(ids: string[]): Promise<unknown>;
  /** Called on the reader's click only. Undefined = the feed does not have it. Rejects with a `MessageFailure`. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
  /** The nearest cached papers to what a page says. Asks nobody. Rejects with a `MessageFailure`. */
  relatedToPage(words: PageAbstract & { id?: string }): Promise<RelatedPaper[]>;
}

export interface PopupProps {
  /** Undefined while the store is still being read: the frame is drawn, nothing else. */
  list: DailyList | undefined;
  onPage: OnPage;
  /** Where the current tab's site could be allowed. */
  offer?: SiteOfferProps;
  /** ms since 1970 */
  now: number;
  online: boolean;
  actions: PopupActions;
}

/** The most results shown; whoever wants more says more. */
const resultsAtMost = 50;

const nothing: never[] = [];

export function Popup({ list, onPage, offer, now, online, actions }: PopupProps) {
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<Status>();
  const searchBox = useRef<HTMLInputElement>(null);
  const { refresh, goTo, failure, busy } = useRefresh(list, online, actions);

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
  // What is read live comes last, and counts.
  const known = useMemo(
    () => [...foundAtFeed, ...found, ...onPage.cards, ...daily],
    [foundAtFeed, found, onPage, daily],
  );
  const stored = useMemo(() => {
    const marks = known.map(({ id, status: readingStatus }) => [id, readingStatus !== undefined] as const);
    return new Map([...near.map(({ id, saved }) => [id, saved] as const), ...marks]);
  }, [near, known]);
  const { isSaved, toggle } = useSavedMarks(stored, actions, setStatus);

  const earlier = searching ? undefined : list?.day && dayBefore(list.day, list.previousDay);
  const later = searching ? undefined : list?.day && dayAfter(list.day, now, list.nextDay);
  const days = {
    onEarlier: earlier ? () => goTo(earlier) : undefined,
    onLater: later ? () => goTo(later) : undefined,
  };
  const rowProps = { onToggleSaved: (id: string) => void toggle(id), onOpen: actions.open };
  usePopupKeys({ papers: known, ...days, ...rowProps, onSearch: () => searchBox.current?.focus() });

  const hasOnPage = onPage.cards.length > 0 || onPage.uncached !== undefined || words !== undefined;

  return (
    <div class="popup">
      <PopupHeader
        {...{ list, now, busy, searching, query, searchBox, ...days }}
        onQuery={setQuery}
        onRefresh={refresh}
        onOpenPage={actions.openPage}
      />
      <main>
        {hasOnPage && (
          <OnPageSection
            {...{ onPage, isSaved, related, ...rowProps }}
            hidden={searching}
            lookUpOnline={actions.lookUpOnline}
          />
        )}
        {hasOnPage && !searching && daily.length > 0 && <h2 class="list-title">{t('popupDailyPapers')}</h2>}
        {searching ? (
          <>
            <SaveNamed query={asked} missing={search.answer?.missing} saveAll={actions.saveAll} />
            <SearchResults
              {...{ search, isSaved, ...rowProps }}
              query={asked}
              papers={found}
              total={search.answer?.total ?? 0}
              nothingText={t('searchNothing', shortQuery(asked))}
              online={atFeed}
            />
          </>
        ) : (
          <DailyPapers
            {...{ now, isSaved, ...rowProps }}
            papers={daily}
            notices={list && chooseNotices({ list, online, busy, failure })}
            onFetch={refresh}
            onDay={goTo}
            onOptions={() => actions.openPage('options')}
          />
        )}
      </main>
      <footer>
        {offer && <SiteOfferRow key={offer.site} {...offer} />}
        <StatusBar status={status} onGone={useCallback(() => setStatus(undefined), [])} />
      </footer>
    </div>
  );
}
