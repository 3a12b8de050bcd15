// Fills the extension's own database with a large cache and its index, and asks the background to search it. Runs in a page of the
// extension.
import { feedDayOf } from '../../../lib/papers/feed-day';
import { openDatabase } from '../../../lib/store/database';
import { storeDays } from './fill-cache';
import { fillRelated } from './fill-related';
import { typedQueries } from './typed-queries';

/** Returns how many papers are stored. */
export async function fillSearch(count: number): Promise<number> {
  const ids = await fillRelated(count);
  const db = openDatabase();
  const now = Date.now();
  const stored = await db.papers.bulkGet(ids);
  await storeDays(
    db,
    stored.filter((paper) => paper !== undefined),
    feedDayOf(now) ?? '',
    now,
  );
  db.close();
  return stored.length;
}

/** Words of titles, in the order they are typed, one letter more each. The same whatever is stored. */
export async function queries(count: number): Promise<string[]> {
  const db = openDatabase();
  const titles = await db.papers.toCollection().sortBy('id');
  db.close();
  return typedQueries(titles, count);
}

/** One search by message: ms until the answer, and how many papers match in all. */
export async function askSearch(query: string, limit: number): Promise<{ ms: number; total: number }> {
  const started = performance.now();
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const reply = await runtime.sendMessage({ type: 'search', request: { query, limit } });
  const ms = performance.now() - started;
  if (!reply?.ok) throw new Error(`No answer to ${query}: ${JSON.stringify(reply)}`);
  if (reply.value.indexing) throw new Error('The index is still being made');
  return { ms, total: reply.value.total };
}
