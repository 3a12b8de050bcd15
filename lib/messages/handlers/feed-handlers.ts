// The feed on message: refresh and clearing the cache. The reading list is out of reach here.
import type { SyncReport } from '../../feed/sync';
import type { FeedDay } from '../../papers/paper';
import type { PaperglossDatabase } from '../../store/database';
import { clearFeedCache } from '../../store/papers';
import type { Handlers } from '../listen';

export function feedHandlers(
  db: PaperglossDatabase,
  sync: (first?: FeedDay) => Promise<SyncReport>,
): Pick<Handlers, 'feed/refresh' | 'feed/clear-cache'> {
  return {
    async 'feed/refresh'({ day }) {
      const { fetched, failure } = await sync(day);
      if (failure) throw failure;
      return { fetched };
    },
    'feed/clear-cache': async () => ({ papers: await clearFeedCache(db) }),
  };
}
