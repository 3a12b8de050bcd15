// @ts-check
// The library page with 10,000 entries: its first rows, against the page with 10; and what a letter typed into the filter costs, against
// 1,000. Two browsers side by side, so that neither list has to make room for the other.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { interleave, quantile, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { actTime, trace } from './script-time.mjs';
import { loadUntilDrawn, watchDrawn } from './watch-drawn.mjs';

const large = 10_000;
const loads = 20;

const firstRow = 'ol.entries > li';
/** @param {number} count */
const wholeList = (count) => `ol.entries > li[aria-setsize="${count}"]`;

/** Typed letter by letter into a page that was just loaded: what every entry holds, what some hold, what none holds, and a tag. */
const words = ['section', 'bacodi', 'zzzz', 'tag:su'];

/** How long the page is given for what follows a letter, ms. */
const settling = 400;

/** Two frames at 60 Hz, ms. */
const twoFrames = 2 * (1000 / 60);

/** @param {import('./bench-row').BenchContext} context */
async function openLibrary(context) {
  const papergloss = await openPapergloss(context);
  const { chromium, page } = papergloss;
  /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-list')>>>} */
  const list = await loadInPage(new URL('in-page/fill-list.ts', import.meta.url), page);
  const tab = await chromium.context.newPage();
  await tab.addInitScript(watchDrawn, [firstRow, ...[10, 1_000, large].map(wholeList)]);
  const browser = await chromium.context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Chromium was opened without a browser session');

  /** @param {string} selector */
  const load = (selector) => loadUntilDrawn(tab, chromium.pageUrl('library'), selector);

  /** Types one letter. @param {string} letter @returns {Promise<number>} ms of script */
  const type = async (letter) => {
    const events = await trace(browser, async () => {
      await tab.keyboard.type(letter);
      await new Promise((resolve) => setTimeout(resolve, settling));
    });
    return actTime(events, 'input');
  };
  return {
    close: papergloss.close,
    /** @param {number} count */
    fill: (count) => list.call('fillList', count),
    load,
    type,
    /** Loads the page with the whole list, and puts the cursor where filters are typed. @param {number} count */
    async startTyping(count) {
      await load(wholeList(count));
      await tab.keyboard.press('/');
      await new Promise((resolve) => setTimeout(resolve, settling));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openLibrary>>} Library */

/** @param {Library} small @param {Library} big */
async function compareLoads(small, big) {
  /** @type {Record<'small' | 'big', number[]>} */
  const shown = { small: [], big: [] };
  /** @param {keyof typeof shown} name @param {Library} library */
  const contestant = (name, library) => async () => {
    const times = await library.load(firstRow);
    shown[name].push(times.shown);
    return times.inserted;
  };
  const warmUp = 3;
  const first = await interleave(
    { small: contestant('small', small), big: contestant('big', big) },
    { rounds: loads, warmUp },
  );
  const whole = await interleave(
    {
      small: async () => (await small.load(wholeList(10))).inserted,
      big: async () => (await big.load(wholeList(large))).inserted,
    },
    { rounds: Math.ceil(loads / 4), warmUp: 0 },
  );
  return [
    rowOf('library of 10,000: first rows in the document, against 10', first.big, first.small, 2),
    rowOf('… and their frame handed on', shown.big.slice(warmUp), shown.small.slice(warmUp)),
    rowOf('… the whole list known', whole.big, whole.small),
  ];
}

/** @param {Library} small @param {Library} big */
async function compareTyping(small, big) {
  /** @type {Record<'first' | 'next', Record<'small' | 'big', number[]>>} */
  const taken = { first: { small: [], big: [] }, next: { small: [], big: [] } };
  for (const word of words) {
    await small.startTyping(1_000);
    await big.startTyping(large);
    for (const [place, letter] of [...word].entries()) {
      const { first, next } = taken;
      const times = place === 0 ? first : next;
      const round = await interleave(
        { small: () => small.type(letter), big: () => big.type(letter) },
        { rounds: 1, warmUp: 0 },
      );
      times.small.push(...round.small);
      times.big.push(...round.big);
    }
  }
  const { first, next } = taken;
  return [
    rowOf('script of a letter in the filter, 10,000 entries against 1,000', next.big, next.small, 12),
    {
      name: '… p95',
      measured: quantile(next.big, 0.95),
      floor: quantile(next.small, 0.95),
      unit: 'ms',
    },
    rowOf('… the first letter after loading', first.big, first.small, 12),
    {
      name: '… 10,000 entries, against two frames',
      measured: quantile(next.big),
      floor: twoFrames,
      unit: 'ms',
    },
  ];
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const small = await openLibrary(context);
  try {
    const big = await openLibrary(context);
    try {
      console.log(`${await small.fill(10)} and ${await big.fill(large)} entries on the lists`);
      const loading = await compareLoads(small, big);
      await small.fill(1_000);
      return [...loading, ...(await compareTyping(small, big))];
    } finally {
      await big.close();
    }
  } finally {
    await small.close();
  }
};
