// Fills the extension's own database with a large cache, its index and everybody's neighbours. Runs in a page of the extension.
import { feedDayOf } from '../../../lib/papers/feed-day';
import { openDatabase } from '../../../lib/store/database';
import { buildIndex, storeIndex } from './fill-index';
import { generatePapers } from './generated-papers';

/** Returns the ids of the papers, in no order. */
export async function fillRelated(count: number): Promise<string[]> {
  const db = openDatabase();
  const now = Date.now();
  const papers = generatePapers(count, feedDayOf(now) ?? '', now);
  await Promise.all([db.papers.clear(), db.neighbours.clear(), db.indexQueue.clear()]);
  for (let start = 0; start < count; start += 1_000)
    await db.papers.bulkPut(papers.slice(start, start + 1_000));
  await storeIndex(db, buildIndex(papers), papers);
  db.close();
  return papers.map(({ id }) => id);
}

/**
 * One look-up of one paper by message, as a content script or the popup sends it: ms until the answer, and how many related papers
 * came with it. Whoever calls has put the background to sleep.
 */
export async function askCold(id: string, form: 'card' | 'badge'): Promise<{ ms: number; related: number }> {
  const message = {
    type: 'look-up',
    request: { targets: [{ target: { kind: 'paper', id }, form }], canDraw: true },
  };
  const started = performance.now();
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const reply = await runtime.sendMessage(message);
  const ms = performance.now() - started;
  if (!reply?.ok || reply.value[0].length !== 1) throw new Error(`No card for ${id}`);
  return { ms, related: reply.value[0][0].related.length };
}
