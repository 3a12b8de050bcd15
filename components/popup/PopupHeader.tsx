// The head of the popup: name, buttons, day, search box, and one line that says how many papers of when, or how far a fetch is.
import type { ComponentChildren, RefObject } from 'preact';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { formatAge } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { EarlierIcon, LaterIcon, LibraryIcon, OptionsIcon, RefreshIcon } from '../page-icons';
import { SearchBox } from '../search/SearchBox';

/** `Fri, Jun 12`, with the year when it is not this one. */
function dayHeading(day: FeedDay, now: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const thisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

interface PopupHeaderProps {
  list: DailyList | undefined;
  now: number;
  busy: boolean;
  /** The list has given way to search results, which say themselves how many they are. */
  searching: boolean;
  query: string;
  searchBox: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  /** Undefined = there is no such day; the button is off. */
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
  onRefresh(): void;
  onOpenPage(page: 'library' | 'options'): void;
}

function listLine({ list, busy, searching, now }: PopupHeaderProps): string {
  if (!list) return '';
  const { running } = list.sync;
  if (running && running.planned > 1) return t('popupProgress', running.done, running.planned);
  if (busy) return t('popupConnecting');
  const all = list.papers.length;
  if (all === 0 || searching) return '';
  const count = all === 1 ? t('popupOnePaper') : t('popupPapers', all);
  const fetched = list.source === 'feed' && list.fetchedAt !== undefined;
  return fetched ? `${count} · ${t('popupFetchedAge', formatAge(list.fetchedAt ?? now, now))}` : count;
}

function Heading({ list, now }: Pick<PopupHeaderProps, 'list' | 'now'>) {
  const name = t(list?.source === 'starter' ? 'starterFeed' : 'popupDailyPapers');
  // Still reading: named, but blank, so that nothing is replaced before the eye.
  if (!list) return <h2 aria-label={name} />;
  return (
    <h2 aria-live="polite">{list.day && list.source !== 'starter' ? dayHeading(list.day, now) : name}</h2>
  );
}

interface HeadButtonProps {
  name: string;
  /** The key that does the same, as `aria-keyshortcuts` and as printed on it. */
  shortcut?: readonly [key: string, printed: string];
  /** Undefined = there is nothing to do; the button stays where it is, switched off. */
  onPress: (() => void) | undefined;
  /** What it started is still going on. */
  turning?: boolean;
  children: ComponentChildren;
}

function HeadButton({ name, shortcut, onPress, turning, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      class={turning ? 'icon-button turning' : 'icon-button'}
      aria-label={name}
      aria-keyshortcuts={shortcut?.[0]}
      title={shortcut ? `${name} (${shortcut[1]})` : name}
      aria-disabled={!onPress}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

export function PopupHeader(props: PopupHeaderProps) {
  const { list, now, busy, query, searchBox, onQuery, onEarlier, onLater, onRefresh, onOpenPage } = props;
  const running = list?.sync.running;
  return (
    <header class="popup-header" aria-busy={busy}>
      <div class="masthead">
        <h1>{t('extensionName')}</h1>
        <p class="list-line" role="status">
          {listLine(props)}
        </p>
        <HeadButton name={t('popupRefresh')} onPress={busy ? undefined : onRefresh} turning={busy}>
          <RefreshIcon />
        </HeadButton>
        <HeadButton name={t('pageLibrary')} onPress={() => onOpenPage('library')}>
          <LibraryIcon />
        </HeadButton>
        <HeadButton name={t('pageOptions')} onPress={() => onOpenPage('options')}>
          <OptionsIcon />
        </HeadButton>
      </div>
      <div class="day-line">
        <HeadButton name={t('popupPreviousDay')} shortcut={['ArrowLeft', '←']} onPress={onEarlier}>
          <EarlierIcon />
        </HeadButton>
        <Heading list={list} now={now} />
        <HeadButton name={t('popupNextDay')} shortcut={['ArrowRight', '→']} onPress={onLater}>
          <LaterIcon />
        </HeadButton>
        <SearchBox query={query} onQuery={onQuery} input={searchBox} />
      </div>
      {running && <progress aria-hidden="true" value={running.done} max={Math.max(running.planned, 1)} />}
    </header>
  );
}
