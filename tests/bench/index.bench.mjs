// @ts-check
// The index: taking in a day, growth, search on every keystroke and from cold, stored bytes, memory. Against the barest way to do the
// same in the database.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { quantile, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const small = 20_000;
const large = 100_000;
const rounds = 9;
const keystrokes = 400;

/** @typedef {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/index')>>>} InPage */

/** @param {import('playwright-core').CDPSession} session @returns {Promise<number>} bytes, typed arrays included */
async function memoryOf(session) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } =
    /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
      await session.send('Runtime.getHeapUsage')
    );
  return usedSize + backingStorageSize;
}

/** @param {InPage} bench @param {number} count */
async function fill(bench, count) {
  const bytes = await bench.call('fill', count, 2 * (rounds + 1));
  const mb = Object.entries(bytes).map(([what, value]) => `${what} ${(value / 1e6).toFixed(1)} MB`);
  console.log(`${count} papers: ${mb.join(', ')}`);
  return bytes;
}

/** @param {string} name @param {number} measured @param {number} floor @param {string} unit @param {number} goal */
const row = (name, measured, floor, unit, goal) => ({ name, measured, floor, unit, goal });

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { page, close } = await openPapergloss(context);
  try {
    /** @type {InPage} */
    const bench = await loadInPage(new URL('in-page/index.ts', import.meta.url), page);
    const bytes = await fill(bench, small);
    const day = await bench.call('compareDay', rounds);
    console.log(`a new paper enters ${day.entered.toFixed(1)} lists of older ones`);
    const writes = await bench.call('timeWrite', 5);
    const typed = await bench.call('compareKeystrokes', keystrokes);
    const first = await bench.call('compareFirstAnswer', rounds);

    const stored = bytes.index + bytes.sequences;
    const session = await page.context().newCDPSession(page);
    await bench.enter();
    const before = await memoryOf(session);
    await bench.call('hold');
    const held = (await memoryOf(session)) - before;
    await bench.call('letGo');

    await fill(bench, large);
    const largeDay = await bench.call('compareDay', Math.ceil(rounds / 2));
    await bench.call('letGo');
    return [
      rowOf('a day of 50 papers to 20,000: stored, indexed, related', day.day, day.bulkPut, 20),
      {
        name: '… and writing the index, once for many days',
        measured: quantile(writes),
        floor: quantile(day.bulkPut),
        unit: 'ms',
      },
      row('the same day to 100,000, against 20,000', quantile(largeDay.day), quantile(day.day), 'ms', 6),
      row('stored index of 20,000 papers, against their texts', stored, bytes.texts, 'B', 1.5),
      { ...row('… lists of neighbours', bytes.lists, bytes.texts, 'B', 0), goal: undefined },
      {
        ...rowOf('search at a keystroke, p50, against reading what it found', typed.search, typed.bulkGet),
        ratios: undefined,
      },
      {
        name: '… p95',
        measured: quantile(typed.search, 0.95),
        floor: quantile(typed.bulkGet, 0.95),
        unit: 'ms',
      },
      rowOf('first answer of a cold index, against loading its bytes', first.first, first.load, 3),
      row('memory while searching, against the stored index', held, stored, 'B', 4),
    ];
  } finally {
    await close();
  }
};
