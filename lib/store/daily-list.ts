// What the popup draws: one feed day with its papers and saved marks, and how the sync is doing, in one transaction.
import type { FeedDay, Paper, PaperOrigin, StoredPaper } from '../papers/paper';
import type { ReadingEntry, ReadingStatus } from '../papers/reading-entry';
import type { Failure, PaperglossDatabase, StoredFeedDay } from './database';
import { guarded, StoreError } from './store-error';
import { readSyncState, type SyncState } from './sync-state';

export interface DailyRow extends Paper {
  /** Place in the list, from 1; the starter feed has none. */
  rank?: number;
  /** ms since 1970 */
  fetchedAt: number;
  origin: PaperOrigin;
  /** Present when the reader saved the paper. */
  status?: ReadingStatus;
}

export interface DailyList {
  /** `feed` for a day that was fetched, `starter` before any was, `none` for a day that is not cached and an empty cache. */
  source: 'feed' | 'starter' | 'none';
  day?: FeedDay;
  /** The nearest cached days with papers; weekdays in between may be there to be fetched. */
  previousDay?: FeedDay;
  nextDay?: FeedDay;
  /** Best first. The abstract is there only where there is no summary. */
  papers: DailyRow[];
  /** When the day was fetched, ms since 1970; absent for a day that never was. */
  fetchedAt?: number;
  sync: SyncState;
  /** Why the day could not be fetched the last time, or why the store cannot be read. */
  failure?: Failure;
}

/**
 * The list of `day`, or of the newest cached day that has papers; before there is one, the starter feed. `now` in ms since 1970.
 * A browser that gives no database is told as a failure; all other errors reject.
 */
export async function readDailyList(
  db: PaperglossDatabase,
  day?: FeedDay,
  now: number = Date.now(),
): Promise<DailyList> {
  try {
    return await guarded(() =>
      // Dexie keeps a transaction open over `await` only where the scope itself is an async function.
      db.transaction('r', db.papers, db.feedDays, db.readingEntries, db.state, async () =>
        read(db, day, now),
      ),
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return {
      source: 'none',
      day,
      papers: [],
      sync: {},
      failure: { code: 'internal', detail: error.message },
    };
  }
}

async function read(db: PaperglossDatabase, asked: FeedDay | undefined, now: number): Promise<DailyList> {
  const [sync, shown] = await Promise.all([
    readSyncState(db, now),
    asked === undefined ? newestDay(db) : db.feedDays.get(asked),
  ]);
  if (asked === undefined && !shown?.paperIds.length) {
    const starter = await readStarterPapers(db);
    if (starter.length > 0) {
      const entries = await db.readingEntries.bulkGet(starter.map(({ id }) => id));
      return { source: 'starter', papers: toRows(starter, entries), sync, failure: shown?.failure };
    }
  }
  const day = shown?.day ?? asked;
  if (day === undefined) return { source: 'none', papers: [], sync };
  const paperIds = shown?.paperIds ?? [];
  // All at once: one waiting for the other is what a reader would wait for.
  const [previousDay, nextDay, stored, entries] = await Promise.all([
    db.feedDays.where('day').below(day).reverse().filter(hasPapers).first(),
    db.feedDays.where('day').above(day).filter(hasPapers).first(),
    db.papers.bulkGet(paperIds),
    db.readingEntries.bulkGet(paperIds),
  ]);
  const papers = stored.filter((paper) => paper !== undefined);
  return {
    source: shown?.fetchedAt ? 'feed' : 'none',
    day,
    previousDay: previousDay?.day,
    nextDay: nextDay?.day,
    papers: toRows(papers, entries).map((row, position) => ({ ...row, rank: position + 1 })),
    fetchedAt: shown?.fetchedAt || undefined,
    sync,
    failure: shown?.failure,
  };
}

const hasPapers = ({ paperIds }: StoredFeedDay) => paperIds.length > 0;

/** The newest day with papers; where none has any, the newest day there is. */
async function newestDay(db: PaperglossDatabase): Promise<StoredFeedDay | undefined> {
  const newestFirst = () => db.feedDays.orderBy('day').reverse();
  return (await newestFirst().filter(hasPapers).first()) ?? (await newestFirst().first());
}

/** Walks all papers; they are few as long as no day is stored. */
async function readStarterPapers(db: PaperglossDatabase): Promise<StoredPaper[]> {
  const papers = await db.papers.filter(({ origin }) => origin === 'starter').toArray();
  const newness = ({ publishedAt = '', id }: StoredPaper) => `${publishedAt} ${id}`;
  return papers.sort((one, other) => (newness(one) < newness(other) ? 1 : -1));
}

function toRows(papers: StoredPaper[], entries: (ReadingEntry | undefined)[]): DailyRow[] {
  const statuses = new Map(entries.map((entry) => [entry?.id, entry?.status]));
  return papers.map(({ repositoryKey: _key, rankOf: _of, ...paper }) => ({
    ...paper,
    abstract: paper.summary ? '' : paper.abstract,
    status: statuses.get(paper.id),
  }));
}
