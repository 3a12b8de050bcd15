// @ts-check
// Sync of the newest 30 of the real days from the stand-in, against fetch, JSON.parse and one bulkPut a day.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadInPage } from '../drivers/load-in-page.mjs';
import { rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const feedDir = fileURLToPath(new URL('../../../shared/feed/days', import.meta.url));

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  if (!existsSync(feedDir)) return { skipped: 'needs ../shared/feed/days beside the repository' };
  const { web, page, close } = await openPapergloss(context, { feedDir });
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/sync')>>>} */
    const bench = await loadInPage(new URL('in-page/sync.ts', import.meta.url), page);
    const { sync, floor, stored } = await bench.call('compare', web.feed.days.slice(0, 30), 7);
    console.log(`${stored.papers} papers of ${stored.days} days stored in each round`);
    return [rowOf('sync of 30 real days', sync, floor, 2)];
  } finally {
    await close();
  }
};
