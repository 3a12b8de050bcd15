// What the popup draws: the list of a feed day, and the shape all its lists have.
import type { ForYouReason } from '../papers/for-you-reason';
import type { ListQuery } from '../papers/list-query';
import type { FeedDay, Paper, PaperOrigin, StoredPaper } from '../papers/paper';
import type { ReadingStatus } from '../papers/reading-entry';
import type { Topic } from '../papers/topic';
import type { WatchRule } from '../papers/watch-rule';
import type { Failure, PaperglossDatabase, StoredFeedDay } from './database';
import { daysWithPapers, hasPapers } from './days-with-papers';
import { type ReadContext, readMarks, readRows, toRows } from './list-rows';
import { readSyncState, type SyncState } from './sync-state';

export interface DailyRow extends Paper {
  /** Place in the list, from 1; the starter feed has none. */
  rank?: number;
  /** ms since 1970 */
  fetchedAt: number;
  origin: PaperOrigin;
  /** Present when the reader saved the paper. */
  status?: ReadingStatus;
  /** Neither shown in a list before this visit nor ever opened. */
  unseen?: boolean;
  /** The reader has opened it. */
  seen?: boolean;
  /** Upvotes more than at the reader's last visit; absent where there are none more. */
  gained?: number;
  /** The first of the reader's watch rules it meets. */
  watched?: WatchRule;
  /** Why it is among the papers for the reader; at least one there. */
  reasons?: ForYouReason[];
}

export interface DailyList {
  /** What was asked, with the day that answers it where none was named. */
  query: ListQuery;
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
  /** Of a month: what its papers are about, weightiest first. */
  topics?: Topic[];
  /** Of a week or a month: how many of its feed days so far are cached. */
  coverage?: { cached: number; days: number };
  /** How many items of the day the feed sent that are not among the papers, unreadable or too many; absent for none. */
  leftOut?: number;
  /** Why the day could not be fetched the last time, or why the store cannot be read. */
  failure?: Failure;
}

/**
 * The list of `day`, or of the newest cached day that has papers; before there is one, the starter feed. To be called inside a transaction
 * that reads what `readList` names.
 */
export async function readDay(
  db: PaperglossDatabase,
  asked: FeedDay | undefined,
  context: ReadContext,
): Promise<DailyList> {
  const [sync, shown] = await Promise.all([
    readSyncState(db, context.now),
    asked === undefined ? newestDay(db) : db.feedDays.get(asked),
  ]);
  if (asked === undefined && !shown?.paperIds.length) {
    const starter = await readStarterPapers(db);
    if (starter.length > 0) {
      const papers = await readRows(db, starter, context);
      return { query: { view: 'day' }, source: 'starter', papers, sync, failure: shown?.failure };
    }
  }
  const day = shown?.day ?? asked;
  if (day === undefined) return { query: { view: 'day' }, source: 'none', papers: [], sync };
  // All at once: one waiting for the other is what a reader would wait for.
  const [previousDay, nextDay, papers] = await Promise.all([
    db.feedDays.where('day').below(day).reverse().filter(hasPapers).first(),
    db.feedDays.where('day').above(day).filter(hasPapers).first(),
    readDayRows(db, shown?.paperIds ?? [], context),
  ]);
  return {
    query: { view: 'day', day },
    source: shown?.fetchedAt ? 'feed' : 'none',
    day,
    previousDay: previousDay?.day,
    nextDay: nextDay?.day,
    papers: ranked(papers),
    fetchedAt: shown?.fetchedAt || undefined,
    sync,
    ...(shown && shown.rejected > 0 && { leftOut: shown.rejected }),
    failure: shown?.failure,
  };
}

/** With the place each row has in the list, from 1. */
export const ranked = (rows: DailyRow[]): DailyRow[] =>
  rows.map((row, position) => ({ ...row, rank: position + 1 }));

/** The marks need ids alone, and so do not wait for the papers. */
async function readDayRows(db: PaperglossDatabase, ids: string[], context: ReadContext): Promise<DailyRow[]> {
  const [stored, marks] = await Promise.all([db.papers.bulkGet(ids), readMarks(db, ids)]);
  return toRows(
    stored.filter((paper) => paper !== undefined),
    marks,
    context,
  );
}

/** The newest day with papers; where none has any, the newest day there is. */
async function newestDay(db: PaperglossDatabase): Promise<StoredFeedDay | undefined> {
  return (await daysWithPapers(db).first()) ?? (await db.feedDays.orderBy('day').last());
}

/** Walks all papers; they are few as long as no day is stored. */
async function readStarterPapers(db: PaperglossDatabase): Promise<StoredPaper[]> {
  const papers = await db.papers.filter(({ origin }) => origin === 'starter').toArray();
  const newness = ({ publishedAt = '', id }: StoredPaper) => `${publishedAt} ${id}`;
  return papers.sort((one, other) => (newness(one) < newness(other) ? 1 : -1));
}
