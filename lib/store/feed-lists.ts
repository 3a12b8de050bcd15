// Weeks, months and what is trending as the feed lists them: kept with their papers, and how long they hold.
import { msPerDay } from '../papers/feed-day';
import { endOfPeriod } from '../papers/feed-period';
import { type FeedListQuery, feedListName } from '../papers/list-query';
import type { Paper } from '../papers/paper';
import type { PaperglossDatabase, StoredFeedList } from './database';
import { storePapers } from './papers';
import { guarded } from './store-error';

const hour = 3_600_000;

/** How long a list holds, ms. */
const holds = { trending: hour, running: 6 * hour, past: msPerDay };

/** So long after its end (ms) late summaries have arrived and upvotes hardly grow: a list fetched then is final. */
const settledAfter = 7 * msPerDay;

/**
 * Whether what is kept of a list is as good as another fetch would be; `now` in ms since 1970. A list that was never fetched, or in the
 * future, by a clock that was wrong, is not. Throws RangeError for a period that is none.
 */
export function isListFresh(query: FeedListQuery, stored: StoredFeedList | undefined, now: number): boolean {
  if (!stored || stored.fetchedAt > now) return false;
  const age = now - stored.fetchedAt;
  if (query.view === 'trending') return age < holds.trending;
  const end = endOfPeriod(query);
  if (now < end) return age < holds.running;
  return stored.fetchedAt >= end + settledAfter || age < holds.past;
}

/**
 * Keeps a list with its papers, all or nothing; days and ranks of papers that are known stay. `now` in ms since 1970. An empty answer for
 * a list that has papers is taken for a fault of the feed: the papers stay, and the list counts as fetched. Rejects with StoreError.
 */
export async function storeFeedList(
  db: PaperglossDatabase,
  query: FeedListQuery,
  papers: readonly Paper[],
  now: number,
): Promise<void> {
  const name = feedListName(query);
  await guarded(() =>
    db.transaction('rw', db.papers, db.feedLists, db.indexQueue, async () => {
      const before = (await db.feedLists.get(name))?.paperIds ?? [];
      const paperIds = papers.length === 0 ? before : papers.map(({ id }) => id);
      await db.feedLists.put({ name, paperIds, fetchedAt: now });
      if (papers.length > 0) await storePapers(db, papers, now);
    }),
  );
}

/** Undefined where it was never fetched. Rejects with StoreError. */
export const readFeedList = (
  db: PaperglossDatabase,
  query: FeedListQuery,
): Promise<StoredFeedList | undefined> => guarded(() => db.feedLists.get(feedListName(query)));
