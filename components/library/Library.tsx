// The library page: the reading list, to search, sort, work through and carry in and out. Drawn from what it is given.
import '../tokens.css';
import '../page.css';
import '../search/search-box.css';
import '../paper-row/paper-row.css';
import '../search/search.css';
import './library.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { KeyList } from '../page/KeyList';
import { useKeys } from '../page/keys';
import { currentRow, currentRowPosition, focusRowAt, moveRowFocus } from '../page/row-focus';
import { type Status, StatusBar } from '../page/StatusBar';
import { useAsked } from '../page/use-asked';
import { useSavedMarks } from '../page/use-saved-marks';
import { type SearchActions, useSearch } from '../search/use-search';
import { AlsoCached } from './AlsoCached';
import { type Arrangement, arrangeEntries, countByStatus, nextStatus } from './arrange-entries';
import { LibraryRow } from './LibraryRow';
import { LibraryToolbar } from './LibraryToolbar';
import { type ListFileActions, ListFileButtons, ListFileResult, useListFile } from './ListFile';
import { MoreLikeSaved, type SuggestedPaper } from './MoreLikeSaved';
import { type EntryActions, useEntryChanges } from './use-entry-changes';

export interface LibraryActions extends ListFileActions, EntryActions, SearchActions {}

export interface LibraryProps {
  /** Undefined while the store is still being read. */
  entries: ReadingEntry[] | undefined;
  /** Cached papers near those saved, none of them saved. */
  suggested: readonly SuggestedPaper[];
  actions: LibraryActions;
}

const keys = [
  ['j k', 'keyMove'],
  ['↵', 'keyArxiv'],
  ['s', 'keyStatus'],
  ['d', 'keyRemove'],
  ['u', 'keyUndo'],
  ['/', 'keySearch'],
] as const;

/** Of these, some are on the list and some are not. */
const resultsAtMost = 50;

const nothing: ReadingEntry[] = [];

export function Library({ entries: read, suggested, actions }: LibraryProps) {
  const entries = read ?? nothing;
  const [arrangement, setArrangement] = useState<Arrangement>({ status: 'all', order: 'added', query: '' });
  const [status, setStatus] = useState<Status>();
  const file = useListFile(actions);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);

  const query = arrangement.query.trim();
  const search = useSearch(query, actions.search, resultsAtMost);
  const atFeed = useAsked(query, () => actions.searchOnline(query));
  const searching = search.answer !== undefined || search.failure !== undefined;

  const shown = useMemo(() => {
    const found = search.answer && !search.answer.partly ? search.answer.papers : [];
    return arrangeEntries(entries, arrangement, new Set(found.map(({ id }) => id)));
  }, [entries, arrangement, search]);
  const counts = useMemo(() => countByStatus(entries), [entries]);
  const stored = useMemo(() => new Map(entries.map(({ id }) => [id, true])), [entries]);
  const { isSaved, toggle } = useSavedMarks(stored, actions, setStatus);
  const saving = { isSaved, onToggleSaved: (id: string) => void toggle(id) };

  // A row that leaves the list while it has the focus hands it on to the row that takes its place.
  const leaving = useRef<{ id: string; position: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const left = leaving.current;
    if (!left || shown.some(({ id }) => id === left.id)) return;
    leaving.current = undefined;
    if (!focusRowAt(left.position)) searchBox.current?.focus();
  }, [shown]);
  const { remove, changeStatus } = useEntryChanges(actions, setStatus, (id) => {
    leaving.current = currentRow() === id ? { id, position: currentRowPosition() } : undefined;
  });
  const oneStatus = arrangement.status !== 'all';

  /** In the list; in what is shown below it there is nothing to do but to save. */
  function withCurrent(act: (entry: ReadingEntry) => void, elsewhere?: (id: string) => void) {
    const id = currentRow();
    if (!id) return;
    const inList = list.current?.contains(document.activeElement);
    const entry = inList ? shown.find((candidate) => candidate.id === id) : undefined;
    if (entry) act(entry);
    else elsewhere?.(id);
  }
  useKeys({
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    s: () =>
      withCurrent(
        (entry) => void changeStatus(entry, nextStatus(entry.status), oneStatus),
        saving.onToggleSaved,
      ),
    d: () => withCurrent((entry) => void remove(entry)),
    u: () => status?.action?.run(),
    '/': () => searchBox.current?.focus(),
  });

  const empty = entries.length === 0;
  return (
    <div class="library">
      <header>
        <h1>{t('pageLibrary')}</h1>
        <span class="signature">{t('extensionName')}</span>
        {read && <ListFileButtons empty={empty} onExport={file.exportList} onImport={file.importList} />}
      </header>
      <main>
        <ListFileResult state={file.state} onDismiss={file.dismiss} />
        {read && (
          <LibraryToolbar
            {...{ arrangement, counts, searchBox, empty }}
            onArrange={(change) => setArrangement((current) => ({ ...current, ...change }))}
          />
        )}
        <ol ref={list}>
          {shown.map((entry) => (
            <LibraryRow
              key={entry.id}
              entry={entry}
              onStatus={(changed, next) => void changeStatus(changed, next, oneStatus)}
              onRemove={remove}
            />
          ))}
        </ol>
        {empty && read && !searching && (
          <div class="empty">
            <p class="empty-title">{t('libraryEmpty')}</p>
            <p>{t('libraryEmptyText')}</p>
            <p>{t('libraryEmptyImport')}</p>
          </div>
        )}
        {!empty && shown.length === 0 && (
          <div class={searching ? 'empty slim' : 'empty'}>
            <p>{t('libraryEmptyFilter')}</p>
            <button
              type="button"
              class="button"
              onClick={() => setArrangement({ ...arrangement, status: 'all', query: '' })}
            >
              {t('libraryShowAll')}
            </button>
          </div>
        )}
        {searching && <AlsoCached {...{ query, search, ...saving }} online={atFeed} />}
        {!searching && <MoreLikeSaved {...{ suggested, ...saving }} />}
        {shown.length > 0 && <KeyList keys={keys} />}
      </main>
      <StatusBar status={status} onGone={useCallback(() => setStatus(undefined), [])} />
    </div>
  );
}
