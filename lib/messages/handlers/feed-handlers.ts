// The feed on message: refresh, the feed's own lists, and clearing the cache. The reading list is out of reach here.
import type { FeedClient } from '../../feed/feed-client';
import type { SyncReport } from '../../feed/sync';
import { feedDayOf, firstFeedDay } from '../../papers/feed-day';
import { daysOfPeriod } from '../../papers/feed-period';
import { type FeedListQuery, feedListName } from '../../papers/list-query';
import type { FeedDay } from '../../papers/paper';
import type { PaperIndexer } from '../../related/paper-indexer';
import type { PaperglossDatabase } from '../../store/database';
import { isListFresh, readFeedList, storeFeedList } from '../../store/feed-lists';
import { clearFeedCache } from '../../store/papers';
import type { Handlers } from '../listen';

/** The feed has papers of no day that has not begun, and of none before it began itself: nobody need be asked. */
function mayHavePapers(list: FeedListQuery, now: number): boolean {
  if (list.view === 'trending') return true;
  const days = daysOfPeriod(list);
  const today = feedDayOf(now) ?? firstFeedDay;
  return days.some((day) => day >= firstFeedDay && day <= today);
}

/** `now` gives ms since 1970. */
export function feedHandlers(
  db: PaperglossDatabase,
  client: Pick<FeedClient, 'list'>,
  indexer: Pick<PaperIndexer, 'forget' | 'bringUpToDate'>,
  sync: (first?: FeedDay) => Promise<SyncReport>,
  now: () => number,
): Pick<Handlers, 'feed/refresh' | 'feed/list' | 'feed/clear-cache'> {
  /** Lists that are on their way, by name: whoever asks meanwhile waits for the same answer. */
  const underWay = new Map<string, Promise<{ fetched: boolean }>>();

  async function fetchList(list: FeedListQuery): Promise<{ fetched: boolean }> {
    if (!mayHavePapers(list, now())) return { fetched: false };
    if (isListFresh(list, await readFeedList(db, list), now())) return { fetched: false };
    const { papers } = await client.list(list);
    await storeFeedList(db, list, papers, now());
    void indexer.bringUpToDate();
    return { fetched: true };
  }

  return {
    async 'feed/refresh'({ day }) {
      const { fetched, failure } = await sync(day);
      if (failure) throw failure;
      return { fetched };
    },
    'feed/list'({ list }) {
      const name = feedListName(list);
      const fetching = underWay.get(name) ?? fetchList(list).finally(() => underWay.delete(name));
      underWay.set(name, fetching);
      return fetching;
    },
    async 'feed/clear-cache'() {
      const papers = await clearFeedCache(db);
      indexer.forget();
      return { papers };
    },
  };
}
