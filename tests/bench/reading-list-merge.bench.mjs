// @ts-check
// Two reading lists of 20,000 entries made into one, against two of 10,000: in memory and in the store.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/merge')>>>} */
    const bench = await loadInPage(new URL('in-page/merge.ts', import.meta.url), page);
    const { lists, stored } = await bench.call('compare', 10_000, 3);
    return [
      rowOf('merge of two lists of 20,000 entries, against 10,000', lists.twice, lists.once, 2.3),
      rowOf('… with reading and writing the store', stored.twice, stored.once, 2.3),
    ];
  } finally {
    await close();
  }
};
