// Where a reading entry lies: those on the list in one table, those removed in another. To be called in a transaction of both.
import type { Table } from 'dexie';
import { isKept } from '../papers/merge-entries';
import type { ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase, StoredEntry } from './database';

export const entryTables = (db: PaperglossDatabase): Table[] => [db.readingEntries, db.removedEntries];

/** What is known of each id, on the list or removed, in the order asked; undefined for what was never on it. */
export async function readRecords(
  db: PaperglossDatabase,
  ids: string[],
): Promise<(ReadingEntry | undefined)[]> {
  const [kept, removed] = await Promise.all([db.readingEntries.bulkGet(ids), db.removedEntries.bulkGet(ids)]);
  return ids.map((_, position) => withoutWrittenAt(kept[position] ?? removed[position]));
}

/** What was written last, once that has been read: it saves every later change two requests. */
const newestWritten = new WeakMap<PaperglossDatabase, number>();

async function readNewestWritten(db: PaperglossDatabase): Promise<number> {
  const newest = await Promise.all(
    [db.readingEntries, db.removedEntries].map((table) => table.orderBy('writtenAt').lastKey()),
  );
  return Math.max(...newest.map((key) => (typeof key === 'number' ? key : -1)));
}

/**
 * When what is written now counts as written: now, but later than everything before, also where the clock was put back. Whoever follows
 * the list reads what is later than what is known, and would miss the rest.
 */
async function nextWrittenAt(db: PaperglossDatabase, now: number): Promise<number> {
  const newest = newestWritten.get(db) ?? (await readNewestWritten(db));
  const next = Math.max(now, newest + 1);
  newestWritten.set(db, next);
  return next;
}

/**
 * Writes each where it belongs and takes it from where it was. `now` in ms since 1970. To be called when something has been read in the
 * transaction: by then those before it have ended.
 */
export async function writeRecords(
  db: PaperglossDatabase,
  records: readonly ReadingEntry[],
  now: number,
): Promise<void> {
  if (records.length === 0) return;
  const writtenAt = await nextWrittenAt(db, now);
  const written = records.map((entry) => ({ ...entry, writtenAt }));
  const kept = written.filter(isKept);
  const gone = written.filter((entry) => !isKept(entry));
  // What no removal is known of was never among the removed.
  const back = kept.filter(({ removed }) => removed.length > 0);
  const ids = (entries: StoredEntry[]) => entries.map(({ id }) => id);
  await Promise.all([
    ...(kept.length > 0 ? [db.readingEntries.bulkPut(kept)] : []),
    ...(back.length > 0 ? [db.removedEntries.bulkDelete(ids(back))] : []),
    ...(gone.length > 0 ? [db.removedEntries.bulkPut(gone), db.readingEntries.bulkDelete(ids(gone))] : []),
  ]);
}

export function withoutWrittenAt(stored: StoredEntry): ReadingEntry;
export function withoutWrittenAt(stored: StoredEntry | undefined): ReadingEntry | undefined;
export function withoutWrittenAt(stored: StoredEntry | undefined): ReadingEntry | undefined {
  if (!stored) return undefined;
  const { writtenAt: _, ...entry } = stored;
  return entry;
}
