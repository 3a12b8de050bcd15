// The head of the popup: name, one line that says how many papers of when or how far a fetch is, views, what is shown, search box.
import type { RefObject } from 'preact';
import type { ListView } from '../../lib/papers/list-query';
import { formatAge } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { LibraryIcon, OptionsIcon, RefreshIcon } from '../page-icons';
import { SearchBox } from '../search/SearchBox';
import { HeadButton } from './HeadButton';
import { ListHeading, type ListHeadingProps } from './ListHeading';
import { CopyIcon, UnseenIcon } from './popup-icons';
import { ViewTabs } from './ViewTabs';

export interface PopupHeaderProps extends ListHeadingProps {
  /** The one the reader has chosen; its list may still be on its way. */
  view: ListView;
  onView(view: ListView): void;
  busy: boolean;
  /** The list has given way to search results, which say themselves how many they are. */
  searching: boolean;
  query: string;
  searchBox: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  /** How many papers of the list are unseen. */
  unseen: number;
  onlyUnseen: boolean;
  onOnlyUnseen(on: boolean): void;
  /** Undefined = there is nothing to copy. */
  onCopy: (() => void) | undefined;
  onRefresh(): void;
  onOpenPage(page: 'library' | 'options'): void;
}

function countText(all: number, unseen: number): string {
  // Where all are new, or none is, one number says it.
  if (unseen > 0 && unseen < all) return t('popupUnseenOf', unseen, all);
  return all === 1 ? t('popupOnePaper') : t('popupPapers', all);
}

function listLine({ list, busy, searching, now, unseen }: PopupHeaderProps): string {
  if (!list) return '';
  const { running } = list.sync;
  if (running && running.planned > 1) return t('popupProgress', running.done, running.planned);
  if (busy) return t('popupConnecting');
  const all = list.papers.length;
  if (all === 0 || searching) return '';
  const { coverage, fetchedAt, source } = list;
  const isPartial = coverage && coverage.cached < coverage.days;
  const facts = [
    countText(all, unseen),
    isPartial && t('popupCoverage', coverage.cached, coverage.days),
    !isPartial && source === 'feed' && fetchedAt !== undefined && formatAge(fetchedAt, now),
  ];
  return facts.filter(Boolean).join(' · ');
}

export function PopupHeader(props: PopupHeaderProps) {
  const { list, busy, view, query, searchBox, onQuery, unseen, onlyUnseen, onOnlyUnseen } = props;
  const { onCopy, onRefresh, onOpenPage, onView } = props;
  const running = list?.sync.running;
  const all = list?.papers.length ?? 0;
  const unseenName = all > 0 ? `${t('onlyUnseen')}: ${t('popupUnseenOf', unseen, all)}` : t('onlyUnseen');
  return (
    <header class="popup-header" aria-busy={busy}>
      <div class="masthead">
        <h1>{t('extensionName')}</h1>
        <p class="list-line" role="status">
          {listLine(props)}
        </p>
        <HeadButton
          name={t('popupRefresh')}
          shortcut={['r', 'r']}
          onPress={busy ? undefined : onRefresh}
          turning={busy}
        >
          <RefreshIcon />
        </HeadButton>
        <HeadButton name={t('pageLibrary')} onPress={() => onOpenPage('library')}>
          <LibraryIcon />
        </HeadButton>
        <HeadButton name={t('pageOptions')} onPress={() => onOpenPage('options')}>
          <OptionsIcon />
        </HeadButton>
      </div>
      <div class="list-head">
        <div class="view-line">
          <ViewTabs view={view} onView={onView} />
          <HeadButton
            name={unseenName}
            shortcut={['u', 'u']}
            pressed={onlyUnseen}
            onPress={() => onOnlyUnseen(!onlyUnseen)}
          >
            <UnseenIcon on={onlyUnseen} />
          </HeadButton>
          <HeadButton name={t('copyList')} shortcut={['y', 'y']} onPress={onCopy}>
            <CopyIcon />
          </HeadButton>
        </div>
        <div class="day-line">
          <ListHeading {...props} />
          <SearchBox query={query} onQuery={onQuery} input={searchBox} />
        </div>
      </div>
      {running && <progress aria-hidden="true" value={running.done} max={Math.max(running.planned, 1)} />}
    </header>
  );
}
