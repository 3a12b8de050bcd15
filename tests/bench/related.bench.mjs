// @ts-check
// The card of one paper from a background that was asleep, with related papers and without, 20,000 papers cached.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const rounds = 25;

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { chromium, page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-related')>>>} */
    const bench = await loadInPage(new URL('in-page/fill-related.ts', import.meta.url), page);
    const ids = await bench.call('fillRelated', 20_000);
    let asked = 0;
    let related = 0;
    /** @param {'card' | 'badge'} form */
    async function ask(form) {
      await chromium.stopBackground();
      asked += 97;
      const answer = await bench.call('askCold', ids[asked % ids.length] ?? '', form);
      related += answer.related;
      return answer.ms;
    }
    const { card, badge } = await interleave(
      { card: () => ask('card'), badge: () => ask('badge') },
      { rounds, warmUp: 3 },
    );
    console.log(`${ids.length} papers stored; ${(related / (rounds + 3)).toFixed(1)} related papers a card`);
    return [rowOf('card from a sleeping background, with related papers', card, badge, 1.3)];
  } finally {
    await close();
  }
};
