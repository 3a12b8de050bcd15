// Which days are cached and how strong they were, for the calendar. Reads only, and no papers.
import { addMonths } from '../papers/feed-period';
import type { FeedMonth } from '../papers/list-query';
import type { FeedDay } from '../papers/paper';
import type { PaperglossDatabase, StoredFeedDay } from './database';
import { guarded } from './store-error';

export interface CalendarDay {
  day: FeedDay;
  /** How many it has; 0 for a day the feed had none for. */
  papers: number;
  /** Of all its papers together; absent where the day was stored before this was counted. */
  upvotes?: number;
}

const isFetched = ({ fetchedAt }: StoredFeedDay) => fetchedAt > 0;

/**
 * The cached days of a month, first to last; days that were never fetched are absent. Throws RangeError where `month` is none. Rejects
 * with StoreError.
 */
export async function readCalendar(db: PaperglossDatabase, month: FeedMonth): Promise<CalendarDay[]> {
  const next = addMonths(month, 1);
  const days = await guarded(() =>
    db.feedDays.where('day').between(`${month}-01`, `${next}-01`).filter(isFetched).toArray(),
  );
  return days.map(({ day, paperIds, upvotes }) => ({
    day,
    papers: paperIds.length,
    ...(upvotes !== undefined && { upvotes }),
  }));
}

/** The first and the last cached day, which may be the same; undefined where none is cached. Rejects with StoreError. */
export async function readCachedRange(
  db: PaperglossDatabase,
): Promise<{ first: FeedDay; last: FeedDay } | undefined> {
  const [first, last] = await guarded(() =>
    db.transaction('r', db.feedDays, async () =>
      Promise.all([
        db.feedDays.orderBy('day').filter(isFetched).first(),
        db.feedDays.orderBy('day').reverse().filter(isFetched).first(),
      ]),
    ),
  );
  return first && last && { first: first.day, last: last.day };
}
