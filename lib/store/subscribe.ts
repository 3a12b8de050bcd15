// Live reading for the extension's own pages: a query that is asked again whenever what it read has changed, in whatever context.
import { liveQuery } from 'dexie';

/**
 * Calls `onValue` now and after every change of what the query read. `onError` is told of a failing query, after which nothing
 * more comes. The returned function ends it.
 */
export function subscribe<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  // Dexie follows a query over `await` only where it is itself an async function.
  const subscription = liveQuery(async () => query()).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
