// Made-up papers, days and entries for the tests of store and related papers, and a database of their own for each test.
import type { Paper } from '../../lib/papers/paper';
import type { Act, ReadingEntry, ReadingStatus } from '../../lib/papers/reading-entry';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { type EntryVersion1, fromVersion1 } from '../../lib/store/entry-versions';
import { changeEntries, savePapers } from '../../lib/store/reading-list';

/** 2026-06-12, a Friday, 12:00 UTC. */
export const now = Date.parse('2026-06-12T12:00:00Z');
export const hour = 3_600_000;
export const day = 24 * hour;

let databases = 0;

export function newDatabase(): PaperglossDatabase {
  databases += 1;
  return openDatabase(`papergloss-test-${databases}`);
}

export function paper(id: string, fields: Partial<Paper> = {}): Paper {
  return { id, title: `Title of ${id}`, abstract: '', authors: [], keywords: [], ...fields };
}

/** An entry whose fields were all changed at one time, `changedAt`. */
export function entry(id: string, fields: Partial<EntryVersion1> = {}): ReadingEntry {
  return fromVersion1({
    id,
    title: `Title of ${id}`,
    authors: ['Ada Lindqvist'],
    status: 'to-read',
    tags: [],
    note: '',
    addedAt: now,
    changedAt: now,
    ...fields,
  });
}

/** As the table of the database has it. */
export const storedEntry = (id: string, fields: Partial<EntryVersion1> = {}) => ({
  ...entry(id, fields),
  writtenAt: now,
});

/** Done at `time` (ms since 1970) on the one machine of most tests. */
export const at = (time: number): Act => ({ now: time, device: 'mine' });

export async function savePaper(db: PaperglossDatabase, id: string, time: number): Promise<ReadingEntry> {
  const { entries } = await savePapers(db, [id], at(time));
  return entries[0] as ReadingEntry;
}

export async function setStatus(
  db: PaperglossDatabase,
  id: string,
  status: ReadingStatus,
  time: number,
): Promise<ReadingEntry> {
  const [changed] = await changeEntries(db, [{ id, change: { status } }], at(time));
  return changed as ReadingEntry;
}

/** Makes every write fail the way a full disk does. Returns what ends it. */
export function fillDisk(): () => void {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}
