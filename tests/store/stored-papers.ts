// Made-up papers, days and entries for the tests of store and related papers, and a database of their own for each test.
import type { Paper } from '../../lib/papers/paper';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';

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

export function entry(id: string, fields: Partial<ReadingEntry> = {}): ReadingEntry {
  return {
    id,
    title: `Title of ${id}`,
    authors: ['Ada Lindqvist'],
    status: 'to-read',
    tags: [],
    note: '',
    addedAt: now,
    changedAt: now,
    ...fields,
  };
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
