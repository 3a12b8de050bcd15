// The feed's own search, on the reader's click: what it finds is kept in the cache, so that it can be saved and found again.
import type { FeedClient } from '../../feed/feed-client';
import type { CardData } from '../../papers/card-data';
import type { PaperglossDatabase } from '../../store/database';
import { storePapers } from '../../store/papers';
import { lookUpCards, type WatchRules } from './look-up-cards';

/**
 * Cards of what the feed finds, in its order; [] where it finds nothing. `now` in ms since 1970. Rejects with FeedError, or with
 * StoreError where the papers cannot be kept. Callers make sure that the reader asked for it.
 */
export async function searchOnline(
  db: PaperglossDatabase,
  client: Pick<FeedClient, 'search'>,
  query: string,
  now: number,
  watchRules: WatchRules = [],
): Promise<CardData[]> {
  const found = await client.search(query);
  await storePapers(db, found, now);
  const cards = await lookUpCards(
    db,
    found.map(({ id }) => ({ target: { kind: 'paper', id }, form: 'badge' })),
    watchRules,
  );
  return cards.flat();
}
