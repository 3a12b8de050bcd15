// @ts-check
// From one day to another in the popup, with 20,000 papers cached: the scripts from the key until the frame with the other day's rows
// is handed on, and how long that takes; against the same popup with both lists in memory.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { until } from '../drivers/until.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { actTime, trace } from './script-time.mjs';

const rounds = 24;
const warmUp = 4;

/** One frame at 60 Hz, ms. */
const frame = 1000 / 60;

/** How long the page is given for what follows the frame, ms. */
const settling = 400;

/** Whose end the trace is told. */
const mark = 'other-day-drawn';

/**
 * Runs in the page: from the next key on, waits for rows of another day. Leaves a promise in the global `otherDay`: ms from the key
 * until they are in the document, and until their frame was handed on.
 * @param {string} name of the mark
 */
function watchDay(name) {
  const firstRow = () => document.querySelector('ol.papers > li')?.getAttribute('data-row');
  const before = firstRow();
  const otherDay = new Promise((resolve) => {
    let began = 0;
    function begin() {
      began = performance.now();
    }
    document.addEventListener('keydown', begin, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (!firstRow() || firstRow() === before) return;
      observer.disconnect();
      const inserted = performance.now() - began;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          performance.mark(name);
          resolve({ inserted, shown: performance.now() - began });
        };
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  Object.assign(globalThis, { otherDay });
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { chromium, page, close } = await openPapergloss(context);
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-cache')>>>} */
    const cache = await loadInPage(new URL('in-page/fill-cache.ts', import.meta.url), page);
    const { papers, days } = await cache.call('fill', 20_000);
    const memory = await chromium.context.newPage();
    await memory.goto(chromium.pageUrl('empty'));
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/days-from-memory')>>>} */
    const bench = await loadInPage(new URL('in-page/days-from-memory.tsx', import.meta.url), memory);
    const shownDays = await bench.call('mountDays');
    console.log(`${papers} papers of ${days} days cached; from ${shownDays.join(' to ')} and back`);
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.popupUrl);
    const rows = () => popup.locator('ol.papers > li').count();
    await until(async () => (await rows()) > 12, 'all rows of the popup', 10_000);

    const browser = await chromium.context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('Chromium was opened without a browser session');

    /** @param {import('playwright-core').Page} tab */
    const contestant = (tab) => {
      /** @type {Record<'inserted' | 'shown' | 'whole', number[]>} */
      const taken = { inserted: [], shown: [], whole: [] };
      let turns = 0;
      return {
        taken,
        async change() {
          await tab.bringToFront();
          await tab.evaluate(watchDay, mark);
          turns += 1;
          const events = await trace(browser, async () => {
            await tab.keyboard.press(turns % 2 === 1 ? 'ArrowLeft' : 'ArrowRight');
            const { inserted, shown } = await tab.evaluate('otherDay');
            taken.inserted.push(inserted);
            taken.shown.push(shown);
            await new Promise((resolve) => setTimeout(resolve, settling));
          });
          taken.whole.push(actTime(events, 'keydown'));
          return actTime(events, 'keydown', mark);
        },
      };
    };
    const real = contestant(popup);
    const floor = contestant(memory);
    const script = await interleave({ popup: real.change, memory: floor.change }, { rounds, warmUp });
    /** @param {'inserted' | 'shown' | 'whole'} what @returns {[number[], number[]]} */
    const both = (what) => [real.taken[what].slice(warmUp), floor.taken[what].slice(warmUp)];
    const [whole, wholeFloor] = both('whole');
    return [
      rowOf(
        'change of day: script until it is drawn, against lists in memory',
        script.popup,
        script.memory,
        1.5,
      ),
      rowOf(
        '… against one frame',
        script.popup,
        script.popup.map(() => frame),
      ),
      rowOf('… from the key to the rows in the document', ...both('inserted')),
      rowOf('… and their frame handed on', ...both('shown')),
      rowOf(`… script of the ${settling} ms that follow, too`, whole, wholeFloor),
    ];
  } finally {
    await close();
  }
};
