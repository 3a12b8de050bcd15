// @ts-check
// The popup, from the start of its loading to the first row of its list, with 20,000 papers cached; against an empty page of the
// extension with a script of one line.

import { loadInPage } from '../drivers/load-in-page.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { loadUntilDrawn, watchDrawn } from './watch-drawn.mjs';

const rounds = 25;

/** What is waited for: the first row of the list, or what the script of the empty page sets. */
const drawn = 'ol.papers > li, html[data-ran]';

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { chromium, page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-cache')>>>} */
    const bench = await loadInPage(new URL('in-page/fill-cache.ts', import.meta.url), page);
    const { papers, days, newest } = await bench.call('fill', 20_000);
    console.log(`${papers} papers of ${days} days cached, ${newest} on the newest`);

    const tab = await chromium.context.newPage();
    await tab.addInitScript(watchDrawn, [drawn]);
    /** @type {Record<string, number[]>} */
    const shown = { popup: [], empty: [] };
    /** @param {string} name */
    async function load(name) {
      const times = await loadUntilDrawn(tab, chromium.pageUrl(name), drawn);
      shown[name]?.push(times.shown);
      return times.inserted;
    }
    const warmUp = 3;
    const { popup, empty } = await interleave(
      { popup: () => load('popup'), empty: () => load('empty') },
      { rounds, warmUp },
    );
    const [popupShown = [], emptyShown = []] = [shown.popup, shown.empty].map((times) =>
      times?.slice(warmUp),
    );
    return [
      rowOf('popup: first row in the document', popup, empty, 1.5),
      rowOf('… and its frame handed on', popupShown, emptyShown),
    ];
  } finally {
    await close();
  }
};
