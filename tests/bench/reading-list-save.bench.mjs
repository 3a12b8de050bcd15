// @ts-check
// A save, from the message of a page to the answer of an awake background, with 1,000 entries on the list; against a bare Dexie `put` of
// the same entry in the same page.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const rounds = 60;

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/save')>>>} */
    const bench = await loadInPage(new URL('in-page/save.ts', import.meta.url), page);
    console.log(`${await bench.call('prepare', 5_000, 1_000)} entries on the list`);
    const { save, put, message } = await bench.call('compare', rounds);
    await bench.call('remove');
    const both = put.map((ms, round) => ms + (message[round] ?? Number.NaN));
    return [
      rowOf('save acknowledged, against a bare put', save, put, 2),
      rowOf('… against a bare put and an empty message', save, both),
      rowOf('… an empty message alone', message, put),
    ];
  } finally {
    await close();
  }
};
