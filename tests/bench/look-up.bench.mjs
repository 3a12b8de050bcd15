// @ts-check
// One batched look-up of 500 targets with 20,000 papers stored, against a bare `bulkGet` of the same papers.

import { loadInPage } from '../drivers/load-in-page.mjs';
import { rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const rounds = 25;

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/look-up')>>>} */
    const bench = await loadInPage(new URL('in-page/look-up.ts', import.meta.url), page);
    console.log(`${await bench.call('fill', 20_000)} papers stored`);
    const papers = await bench.call('compare', 0, rounds);
    const mixed = await bench.call('compare', 50, rounds);
    await bench.call('remove');
    return [
      rowOf('look-up of 500 papers: store', papers.lookUp, papers.bulkGet, 2),
      rowOf('look-up of 500 papers: handler, badges', papers.lookUpCards, papers.bulkGet, 2),
      rowOf('look-up of 450 papers, 50 repositories: store', mixed.lookUp, mixed.bulkGet, 2),
      rowOf('look-up of 450 papers, 50 repositories: handler', mixed.lookUpCards, mixed.bulkGet, 2),
    ];
  } finally {
    await close();
  }
};
