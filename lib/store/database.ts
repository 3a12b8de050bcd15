// The Dexie schema: what is kept, by what it is found, and how versions follow each other. No queries here.
import { Dexie, type EntityTable, type Transaction } from 'dexie';
import type { FailureCode } from '../messages/protocol';
import type { Neighbour } from '../papers/neighbour';
import type { FeedDay, StoredPaper } from '../papers/paper';
import type { ReadingEntry } from '../papers/reading-entry';
import type { DayMomentum } from '../papers/upvote-history';
import { type EntryVersion1, fromVersion1, isVersion1 } from './entry-versions';

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
  /** Of all its papers together; absent where it was stored before this was counted. */
  upvotes?: number;
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

/** One look at a paper in a list. */
export interface Look {
  /** ms since 1970 */
  at: number;
  /** As they were then; absent where the feed did not tell. */
  upvotes?: number;
}

/** What the reader has had to do with a paper: shown in a list, opened, dismissed. All times in ms since 1970. */
export interface SeenPaper {
  id: string;
  /** The first time its own page, its repository or its row was opened. */
  openedAt?: number;
  /** The first time it was shown in a list. */
  shownAt?: number;
  /** Of the newest visit, and of the one before: what was gained since is told against the one before this visit. */
  look?: Look;
  lookBefore?: Look;
  /** The reader did not want it among the papers for them. */
  dismissedAt?: number;
}

export type StoredMomentum = DayMomentum;

/** A week, a month or the trending papers as the feed lists them; named by `feedListName`. */
export interface StoredFeedList {
  name: string;
  /** In the feed's order. */
  paperIds: string[];
  /** ms since 1970 */
  fetchedAt: number;
}

/** An entry with when it was written here, ms since 1970: pages that follow the list read only what is new to them. */
export interface StoredEntry extends ReadingEntry {
  writtenAt: number;
}

export type PaperglossDatabase = Dexie & {
  papers: EntityTable<StoredPaper, 'id'>;
  feedDays: EntityTable<StoredFeedDay, 'day'>;
  readingEntries: EntityTable<StoredEntry, 'id'>;
  /** Removed entries, whole: other machines have to learn of the removal, and what is saved again must be newer. */
  removedEntries: EntityTable<StoredEntry, 'id'>;
  state: EntityTable<StoredState, 'key'>;
  neighbours: EntityTable<StoredNeighbours, 'id'>;
  indexQueue: EntityTable<QueuedPapers, 'number'>;
  indexParts: EntityTable<IndexPart, 'name'>;
  seenPapers: EntityTable<SeenPaper, 'id'>;
  momentum: EntityTable<StoredMomentum, 'day'>;
  feedLists: EntityTable<StoredFeedList, 'name'>;
};

/**
 * The database of the extension's own origin; it opens with the first query. Indexes of papers: `day` finds what lies beyond the
 * horizon, `repositoryKey` the papers of a repository (one may have several). Those of seen papers hold opened and dismissed ones only.
 * A released version is never edited: the next one follows it below, and its frozen sample joins the tests.
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
  // Entries are merged field by field now, between tabs, files and machines: every field has its own time.
  db.version(3)
    .stores({ readingEntries: 'id, addedAt, writtenAt', removedEntries: 'id, writtenAt' })
    .upgrade((transaction) => upgraded(() => bringEntriesUp(transaction)));
  // What the reader has had to do with a paper is more than one time now.
  db.version(4)
    .stores({ momentum: 'day', feedLists: 'name', seenPapers: 'id, openedAt, dismissedAt' })
    .upgrade((transaction) => upgraded(() => bringSeenUp(transaction)));
  return db;
}

/** By this name `guarded` knows that what was stored is still there, in the shape of an earlier version. */
export const upgradeErrorName = 'UpgradeFailed';

/** Whatever goes wrong in an upgrade ends it and leaves the database as it was; the error keeps that apart from all others. */
async function upgraded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(new Error(reason, { cause }), { name: upgradeErrorName });
  }
}

async function bringEntriesUp(transaction: Transaction): Promise<void> {
  const entries = transaction.table<EntryVersion1 | StoredEntry, string>('readingEntries');
  const old = await entries.toArray();
  await entries.bulkPut(
    old.map((entry) => (isVersion1(entry) ? { ...fromVersion1(entry), writtenAt: 0 } : entry)),
  );
}

async function bringSeenUp(transaction: Transaction): Promise<void> {
  const seen = transaction.table<SeenPaper & { at?: number }, string>('seenPapers');
  const old = await seen.toArray();
  await seen.bulkPut(old.map(({ at, ...paper }) => (at === undefined ? paper : { openedAt: at, ...paper })));
}
