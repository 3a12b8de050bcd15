// The toolbar popup: what the current page names, then the papers of a feed day. Drawn from what it is given; asks by actions.
import '../tokens.css';
import '../page.css';
import './popup.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CardData } from '../../lib/papers/card-data';
import type { DailyList } from '../../lib/store/daily-list';
import { t } from '../../lib/text/translate';
import { githubPage, huggingFacePage } from '../card/paper-addresses';
import { KeyList } from '../page/KeyList';
import { useKeys } from '../page/keys';
import { currentRow, moveRowFocus } from '../page/row-focus';
import { type Status, StatusBar } from '../page/StatusBar';
import { chooseNotices } from './choose-notices';
import { filterPapers } from './filter-papers';
import { Notice } from './Notice';
import { type OnPage, OnPageSection } from './OnPage';
import { PaperRow, type RowPaper } from './PaperRow';
import { PopupHeader } from './PopupHeader';
import { type SiteOfferProps, SiteOfferRow } from './SiteOffer';
import { type FeedActions, useRefresh } from './use-refresh';
import { type SavingActions, useSavedMarks } from './use-saved-marks';
import { dayAfter, dayBefore } from './weekdays';

export interface PopupActions extends FeedActions, SavingActions {
  /** Opens an `https:` address in a new tab. */
  open(url: string): void;
  openPage(page: 'library' | 'options'): void;
  /** Called on the reader's click only. Undefined = the feed does not have it. Rejects with a `MessageFailure`. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
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

const keys = [
  ['j k', 'keyMove'],
  ['s', 'keySave'],
  ['↵', 'keyArxiv'],
  ['g', 'keyGithub'],
  ['h', 'keyHuggingFace'],
  ['← →', 'keyDay'],
  ['/', 'keyFilter'],
] as const;

const rightToLeft = () => getComputedStyle(document.documentElement).direction === 'rtl';

/** More rows than the popup is high: the first frame draws these, the next one the rest. */
const rowsInSight = 12;

export function Popup({ list, onPage, offer, now, online, actions }: PopupProps) {
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<Status>();
  const [drawn, setDrawn] = useState(rowsInSight);
  useEffect(() => setDrawn(Number.POSITIVE_INFINITY), []);
  const filter = useRef<HTMLInputElement>(null);
  const { refresh, goTo, failure, busy } = useRefresh(list, online, actions);

  const known = useMemo<RowPaper[]>(() => [...onPage.cards, ...(list?.papers ?? [])], [onPage, list]);
  const stored = useMemo(() => {
    const statuses = [...onPage.cards, ...(list?.papers ?? [])].map(
      (paper) => [paper.id, paper.status] as const,
    );
    return new Map(statuses.map(([id, readingStatus]) => [id, readingStatus !== undefined]));
  }, [onPage, list]);
  const { isSaved, toggle } = useSavedMarks(stored, actions, setStatus);
  const shown = useMemo(() => filterPapers(list?.papers ?? [], query), [list, query]);

  const earlier = list?.day && dayBefore(list.day, list.previousDay);
  const later = list?.day && dayAfter(list.day, now, list.nextDay);
  const onEarlier = earlier ? () => goTo(earlier) : undefined;
  const onLater = later ? () => goTo(later) : undefined;

  function openCurrent(address: (paper: RowPaper) => string | undefined) {
    const id = currentRow();
    const paper = known.find((candidate) => candidate.id === id);
    const url = paper && address(paper);
    if (url) actions.open(url);
  }
  function toggleCurrent() {
    const id = currentRow();
    if (id) void toggle(id);
  }
  useKeys({
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    ArrowLeft: () => (rightToLeft() ? onLater : onEarlier)?.(),
    ArrowRight: () => (rightToLeft() ? onEarlier : onLater)?.(),
    s: toggleCurrent,
    g: () => openCurrent(({ repository }) => repository && githubPage(repository)),
    h: () => openCurrent(({ id }) => huggingFacePage(id)),
    '/': () => filter.current?.focus(),
  });

  const hasOnPage = onPage.cards.length > 0 || onPage.uncached !== undefined;
  const notices = list && chooseNotices({ list, online, busy, failure });
  const noticeProps = {
    now,
    onFetch: refresh,
    onDay: goTo,
    onOptions: () => actions.openPage('options'),
  };
  const rowProps = { onToggleSaved: (id: string) => void toggle(id), onOpen: actions.open };

  return (
    <div class="popup">
      <PopupHeader
        {...{ list, now, busy, query, filter, onEarlier, onLater }}
        shown={shown.length}
        onQuery={setQuery}
        onRefresh={refresh}
        onOpenPage={actions.openPage}
      />
      <main>
        {hasOnPage && (
          <OnPageSection {...{ onPage, isSaved, ...rowProps }} lookUpOnline={actions.lookUpOnline} />
        )}
        {hasOnPage && shown.length > 0 && <h2 class="list-title">{t('popupDailyPapers')}</h2>}
        <div class="notices" role="status">
          {notices?.bars.map((notice) => (
            <Notice key={notice.kind} notice={notice} slim {...noticeProps} />
          ))}
          {notices?.instead && <Notice notice={notices.instead} {...noticeProps} />}
        </div>
        <ol class="papers">
          {shown.slice(0, drawn).map((paper) => (
            <PaperRow key={paper.id} paper={paper} saved={isSaved(paper.id)} {...rowProps} />
          ))}
        </ol>
        {list && list.papers.length > 0 && shown.length === 0 && (
          <p class="no-match">{t('popupNoMatch', query.trim())}</p>
        )}
        {shown.length > 0 && <KeyList keys={keys} />}
      </main>
      <footer>
        {offer && <SiteOfferRow key={offer.site} {...offer} />}
        <StatusBar status={status} onGone={useCallback(() => setStatus(undefined), [])} />
      </footer>
    </div>
  );
}
