// @ts-check
// The popup, from the start of its loading to the first row of its list, with 20,000 papers cached; against an empty page of the
// extension with a script of one line. As it is opened every morning, with the picture of the last time, and as the very first time.

import { loadInPage } from '../drivers/load-in-page.mjs';
import { until } from '../drivers/until.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { loadUntilDrawn, watchDrawn } from './watch-drawn.mjs';

const rounds = 25;
const warmUp = 3;

/** What is waited for: the first row of the list, or what the script of the empty page sets. */
const drawn = 'ol.papers > li, html[data-ran]';

/** A row that no picture holds: the popup is alive. */
const alive = 'ol.papers > li:nth-child(9)';

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { chromium, page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-cache')>>>} */
    const bench = await loadInPage(new URL('in-page/fill-cache.ts', import.meta.url), page);
    const { papers, days, newest } = await bench.call('fill', 20_000);
    console.log(`${papers} papers of ${days} days cached, ${newest} on the newest`);

    const hasPicture = () => page.evaluate(() => localStorage.getItem('popup-list') !== null);
    const removePicture = () => page.evaluate(() => localStorage.removeItem('popup-list'));
    const tab = await chromium.context.newPage();
    await tab.addInitScript(watchDrawn, [drawn, alive]);

    /** @type {Record<string, number[]>} */
    const shown = { popup: [], first: [], empty: [] };
    /** @type {number[]} */
    const living = [];
    /** @param {string} name @param {string} file */
    async function load(name, file) {
      const times = await loadUntilDrawn(tab, chromium.pageUrl(file), drawn);
      shown[name]?.push(times.shown);
      return times.inserted;
    }
    async function popup() {
      if (!(await hasPicture())) throw new Error('The popup has left no picture of its list');
      const inserted = await load('popup', 'popup');
      living.push(
        await tab
          .evaluate((selector) => Reflect.get(globalThis, 'drawnAt')[selector], alive)
          .then(({ inserted }) => inserted),
      );
      return inserted;
    }
    async function first() {
      await tab.goto('about:blank');
      await removePicture();
      const inserted = await load('first', 'popup');
      await until(hasPicture, 'the popup to leave a picture of its list', 10_000);
      return inserted;
    }
    await first();
    for (const times of Object.values(shown)) times.length = 0;

    const taken = await interleave({ popup, first, empty: () => load('empty', 'empty') }, { rounds, warmUp });
    const [popupShown = [], emptyShown = []] = [shown.popup, shown.empty].map((times) =>
      times?.slice(warmUp),
    );
    return [
      rowOf('popup: first row in the document', taken.popup, taken.empty, 1.3),
      rowOf('… and its frame handed on', popupShown, emptyShown),
      rowOf('… the popup alive', living.slice(warmUp), taken.empty),
      rowOf('… the very first visit, without a picture', taken.first, taken.empty),
    ];
  } finally {
    await close();
  }
};
