// The feed on message: refresh and clearing the cache. The reading list is out of reach here.
import type { SyncReport } from '../../feed/sync';
import type { FeedDay } from '../../papers/paper';
import type { PaperIndexer } from '../../related/paper-indexer';
import type { PaperglossDatabase } from '../../store/database';
import { clearFeedCache } from '../../store/papers';
import type { Handlers } from '../listen';

export function feedHandlers(
  db: PaperglossDatabase,
  indexer: Pick<PaperIndexer, 'forget'>,
  sync: (first?: FeedDay) => Promise<SyncReport>,
): Pick<Handlers, 'feed/refresh' | 'feed/clear-cache'> {
  return {
    async 'feed/refresh'({ day }) {
      const { fetched, failure } = await sync(day);
      if (failure) throw failure;
      return { fetched };
    },
    async 'feed/clear-cache'() {
      const papers = await clearFeedCache(db);
      indexer.forget();
      return { papers };
    },
  };
}
