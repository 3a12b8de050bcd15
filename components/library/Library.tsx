// The library page: the reading list, to filter, sort, work through and carry in and out. Drawn from what it is given.
import '../tokens.css';
import '../page.css';
import './library.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadingEntry, ReadingStatus } from '../../lib/papers/reading-entry';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from '../page/failure-text';
import { KeyList } from '../page/KeyList';
import { useKeys } from '../page/keys';
import { currentRow, currentRowPosition, focusRowAt, moveRowFocus } from '../page/row-focus';
import { type Status, StatusBar } from '../page/StatusBar';
import { type Arrangement, arrangeEntries, countByStatus, nextStatus } from './arrange-entries';
import { LibraryRow } from './LibraryRow';
import { LibraryToolbar } from './LibraryToolbar';
import { type ListFileActions, ListFileButtons, ListFileResult, useListFile } from './ListFile';

/** All of them reject with a `MessageFailure`. */
export interface LibraryActions extends ListFileActions {
  setStatus(id: string, status: ReadingStatus): Promise<unknown>;
  /** Resolves to what was removed, undefined where it was gone already. */
  remove(id: string): Promise<ReadingEntry | undefined>;
  restore(entry: ReadingEntry): Promise<unknown>;
}

export interface LibraryProps {
  /** Undefined while the store is still being read. */
  entries: ReadingEntry[] | undefined;
  actions: LibraryActions;
}

/** How long a removal can be taken back, ms. */
const undoTime = 20_000;

const keys = [
  ['j k', 'keyMove'],
  ['↵', 'keyArxiv'],
  ['s', 'keyStatus'],
  ['d', 'keyRemove'],
  ['u', 'keyUndo'],
  ['/', 'keyFilter'],
] as const;

type FailedText = 'libraryStatusFailed' | 'libraryRemoveFailed' | 'libraryRestoreFailed';

const nothing: ReadingEntry[] = [];

export function Library({ entries: read, actions }: LibraryProps) {
  const entries = read ?? nothing;
  const [arrangement, setArrangement] = useState<Arrangement>({ status: 'all', order: 'added', query: '' });
  const [status, setStatus] = useState<Status>();
  const file = useListFile(actions);
  const filter = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => arrangeEntries(entries, arrangement), [entries, arrangement]);
  const counts = useMemo(() => countByStatus(entries), [entries]);

  // A row that leaves the list while it has the focus hands it on to the row that takes its place.
  const leaving = useRef<{ id: string; position: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const left = leaving.current;
    if (!left || shown.some(({ id }) => id === left.id)) return;
    leaving.current = undefined;
    if (!focusRowAt(left.position)) filter.current?.focus();
  }, [shown]);
  function handFocusOn(id: string) {
    leaving.current = currentRow() === id ? { id, position: currentRowPosition() } : undefined;
  }

  async function attempt<T>(failedText: FailedText, write: () => Promise<T>): Promise<T | undefined> {
    try {
      return await write();
    } catch (error) {
      setStatus({ failed: true, text: t(failedText, failureText(failureOf(error))) });
      return undefined;
    }
  }
  async function restore(entry: ReadingEntry) {
    setStatus(undefined);
    await attempt('libraryRestoreFailed', () => actions.restore(entry));
  }
  async function remove({ id }: ReadingEntry) {
    handFocusOn(id);
    const removed = await attempt('libraryRemoveFailed', () => actions.remove(id));
    if (!removed) return;
    const action = { label: t('pageUndo'), run: () => void restore(removed) };
    setStatus({ text: t('pageRemoved', removed.title), action, lasts: undoTime });
  }
  async function changeStatus({ id }: ReadingEntry, next: ReadingStatus) {
    if (arrangement.status !== 'all') handFocusOn(id);
    await attempt('libraryStatusFailed', () => actions.setStatus(id, next));
  }

  function withCurrent(act: (entry: ReadingEntry) => void) {
    const id = currentRow();
    const entry = shown.find((candidate) => candidate.id === id);
    if (entry) act(entry);
  }
  useKeys({
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    s: () => withCurrent((entry) => void changeStatus(entry, nextStatus(entry.status))),
    d: () => withCurrent((entry) => void remove(entry)),
    u: () => status?.action?.run(),
    '/': () => filter.current?.focus(),
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
        {!empty && (
          <LibraryToolbar
            {...{ arrangement, counts, filter }}
            onArrange={(change) => setArrangement((current) => ({ ...current, ...change }))}
          />
        )}
        <ol>
          {shown.map((entry) => (
            <LibraryRow key={entry.id} entry={entry} onStatus={changeStatus} onRemove={remove} />
          ))}
        </ol>
        {empty && read && (
          <div class="empty">
            <p class="empty-title">{t('libraryEmpty')}</p>
            <p>{t('libraryEmptyText')}</p>
            <p>{t('libraryEmptyImport')}</p>
          </div>
        )}
        {!empty && shown.length === 0 && (
          <div class="empty">
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
        {shown.length > 0 && <KeyList keys={keys} />}
      </main>
      <StatusBar status={status} onGone={useCallback(() => setStatus(undefined), [])} />
    </div>
  );
}
