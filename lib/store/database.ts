// The Dexie schema: what is kept, by what it is found, and how versions follow each other. No queries here.
import { Dexie, type EntityTable } from 'dexie';
import type { FailureCode } from '../messages/protocol';
import type { Neighbour } from '../papers/neighbour';
import type { FeedDay, StoredPaper } from '../papers/paper';
import type { ReadingEntry } from '../papers/reading-entry';

/** Why something could not be fetched: a code that pages put into words, and a sentence in English. */
export interface Failure {
  code: FailureCode;
  detail: string;
}

export interface StoredFeedDay {
  day: FeedDay;
  /** Best first, as the day's own list has them. */
  paperIds: string[];
  /** ms since 1970; 0 for a day that never arrived. */
  fetchedAt: number;
  /** Items of the feed that could not be read. */
  rejected: number;
  /** Failed fetches since the last one that worked. */
  failures?: number;
  /** ms since 1970 */
  failedAt?: number;
  failure?: Failure;
}

/** Small things with a name: the state of the sync, the log of calls, ids the feed did not have. */
export interface StoredState {
  key: string;
  value: unknown;
}

/** A paper's nearest others, read as they are: no look-up ever loads the index. */
export interface StoredNeighbours {
  id: string;
  /** Nearest first. */
  neighbours: Neighbour[];
}

/** Papers whose texts the index has not seen yet, or that are gone: it finds out which when it gets to them. */
export interface QueuedPapers {
  number: number;
  ids: string[];
}

/** A part of the index, by name; typed arrays inside. Checked when it is loaded: whatever does not hold together is made anew. */
export interface IndexPart {
  name: string;
  value: unknown;
}

/** A paper whose own page the reader has been to. */
export interface SeenPaper {
  id: string;
  /** The first time, ms since 1970. */
  at: number;
}

export type PaperglossDatabase = Dexie & {
  papers: EntityTable<StoredPaper, 'id'>;
  feedDays: EntityTable<StoredFeedDay, 'day'>;
  readingEntries: EntityTable<ReadingEntry, 'id'>;
  state: EntityTable<StoredState, 'key'>;
  neighbours: EntityTable<StoredNeighbours, 'id'>;
  indexQueue: EntityTable<QueuedPapers, 'number'>;
  indexParts: EntityTable<IndexPart, 'name'>;
  seenPapers: EntityTable<SeenPaper, 'id'>;
};

/**
 * The database of the extension's own origin; it opens with the first query. Indexes of papers: `day` finds what lies beyond the
 * horizon, `repositoryKey` the papers of a repository (one may have several). A released version is never edited: the next one follows
 * it below, and its frozen sample joins the tests.
 */
export function openDatabase(name = 'papergloss'): PaperglossDatabase {
  const db = new Dexie(name) as PaperglossDatabase;
  db.version(1).stores({
    papers: 'id, day, repositoryKey, *keywordKeys',
    feedDays: 'day',
    readingEntries: 'id, status, addedAt',
    state: 'key',
  });
  // Related papers come from the index now: finding papers by keyword costs every write and is needed by nobody.
  db.version(2).stores({
    papers: 'id, day, repositoryKey',
    neighbours: 'id',
    indexQueue: '++number',
    indexParts: 'name',
    seenPapers: 'id',
  });
  return db;
}
