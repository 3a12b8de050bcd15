// What the popup draws of a week, a month or what is trending: the cached days and the feed's own list, put together in one transaction.
import { feedDayOf, firstFeedDay } from '../papers/feed-day';
import { daysOfPeriod, type PeriodQuery } from '../papers/feed-period';
import { type FeedListQuery, feedListName } from '../papers/list-query';
import type { StoredPaper } from '../papers/paper';
import { topicsOf } from '../papers/topics';
import { type DailyList, ranked } from './daily-list';
import type { PaperglossDatabase, StoredFeedDay } from './database';
import { type ReadContext, readRows } from './list-rows';
import { readSyncState } from './sync-state';

/** A month has four times as many papers; what comes after the first 200 is found by its day. */
export const maxListRows = 200;

/**
 * The list as far as it is cached. To be called inside a transaction that reads what `readList` names. Rejects with RangeError for a
 * period that is none.
 */
export const readPeriodList = (
  db: PaperglossDatabase,
  query: FeedListQuery,
  context: ReadContext,
): Promise<DailyList> =>
  query.view === 'trending' ? readTrending(db, query, context) : readPeriod(db, query, context);

async function readTrending(
  db: PaperglossDatabase,
  query: FeedListQuery,
  context: ReadContext,
): Promise<DailyList> {
  const [sync, list] = await Promise.all([
    readSyncState(db, context.now),
    db.feedLists.get(feedListName(query)),
  ]);
  const papers = (await readPapers(db, list?.paperIds ?? [])).slice(0, maxListRows);
  return {
    query,
    source: list ? 'feed' : 'none',
    papers: ranked(await readRows(db, papers, context)),
    fetchedAt: list?.fetchedAt,
    sync,
  };
}

async function readPeriod(
  db: PaperglossDatabase,
  query: PeriodQuery,
  context: ReadContext,
): Promise<DailyList> {
  const today = feedDayOf(context.now) ?? firstFeedDay;
  const daysSoFar = daysOfPeriod(query).filter((day) => day >= firstFeedDay && day <= today);
  const [sync, list, stored] = await Promise.all([
    readSyncState(db, context.now),
    db.feedLists.get(feedListName(query)),
    db.feedDays.bulkGet(daysSoFar),
  ]);
  const days = stored.filter(isFetched);
  const ids = new Set([...days.flatMap(({ paperIds }) => paperIds), ...(list?.paperIds ?? [])]);
  const papers = (await readPapers(db, [...ids])).sort(byUpvotes);
  const fetched = [...days, ...(list ? [list] : [])].map(({ fetchedAt }) => fetchedAt);
  return {
    query,
    source: fetched.length > 0 ? 'feed' : 'none',
    papers: ranked(await readRows(db, papers.slice(0, maxListRows), context)),
    fetchedAt: fetched.length > 0 ? Math.max(...fetched) : undefined,
    sync,
    topics: query.view === 'month' ? topicsOf(papers) : undefined,
    coverage: { cached: days.length, days: daysSoFar.length },
  };
}

const isFetched = (day: StoredFeedDay | undefined): day is StoredFeedDay => (day?.fetchedAt ?? 0) > 0;

/** Those that are still cached, in the order asked. */
async function readPapers(db: PaperglossDatabase, ids: string[]): Promise<StoredPaper[]> {
  return (await db.papers.bulkGet(ids)).filter((paper) => paper !== undefined);
}

/** Equal ones: the newer day first, then by id, so that a list stays as it is while nothing happens. */
function byUpvotes(one: StoredPaper, other: StoredPaper): number {
  const votes = (other.upvotes ?? 0) - (one.upvotes ?? 0);
  if (votes !== 0) return votes;
  const place = ({ day = '', id }: StoredPaper) => `${day} ${id}`;
  return place(one) < place(other) ? 1 : -1;
}
