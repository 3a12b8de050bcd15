// @ts-check
// A letter typed into the popup's search, and the search the address bar asks for, with 20,000 papers cached against 1,000: from the
// letter to the result. Two browsers side by side, so that neither cache has to make room for the other.
import { loadInPage } from '../drivers/load-in-page.mjs';
import { until } from '../drivers/until.mjs';
import { interleave, quantile, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const small = 1_000;
const large = 20_000;
const letters = 120;

/** Lines of the address bar's list. */
const lines = 6;

/** How long a letter's result is waited for, ms. */
const patience = 2_000;

/**
 * Runs in the page: from the next letter on, waits for what it finds. Leaves a promise in the global `found`: ms from the input to the
 * result in the document, and to its frame handed on; undefined where the letter changed nothing that is shown.
 * @param {number} atMost ms
 */
function watchResults(atMost) {
  const isResult = (/** @type {Node | null} */ node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return Boolean(element?.closest('.search-status, .search-status + ol.papers'));
  };
  const found = new Promise((resolve) => {
    let began = Number.POSITIVE_INFINITY;
    function begin() {
      began = performance.now();
    }
    document.addEventListener('input', begin, { capture: true, once: true });
    const observer = new MutationObserver((records) => {
      const changed = records.some(
        ({ target, addedNodes }) => isResult(target) || [...addedNodes].some(isResult),
      );
      if (!changed || began > performance.now()) return;
      clearTimeout(timer);
      observer.disconnect();
      const inserted = performance.now() - began;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ inserted, shown: performance.now() - began });
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    const timer = setTimeout(() => {
      observer.disconnect();
      resolve(undefined);
    }, atMost);
  });
  Object.assign(globalThis, { found });
}

/** @param {import('./bench-row').BenchContext} context @param {number} count */
async function openSearch(context, count) {
  const papergloss = await openPapergloss(context);
  const { chromium, page } = papergloss;
  /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-search')>>>} */
  const bench = await loadInPage(new URL('in-page/fill-search.ts', import.meta.url), page);
  await bench.call('fillSearch', count);
  // A background that starts now finds the index as it was stored.
  await chromium.stopBackground();
  const tab = await chromium.context.newPage();
  await tab.goto(chromium.popupUrl);
  const isDrawn = async () => (await tab.locator('ol.papers > li').count()) > 12;
  await until(isDrawn, 'all rows of the popup', 20_000);
  return {
    close: papergloss.close,
    /** @param {number} number */
    queries: (number) => bench.call('queries', number),
    /** @param {string} query */
    ask: (query) => bench.call('askSearch', query, lines),
    async clear() {
      await tab.bringToFront();
      await tab.locator('search input').fill('');
    },
    space: () => tab.locator('search input').press('Space'),
    /** @param {string} letter @returns {Promise<{ inserted: number, shown: number } | undefined>} */
    async type(letter) {
      await tab.bringToFront();
      await tab.evaluate(watchResults, patience);
      await tab.locator('search input').press(letter);
      return tab.evaluate('found');
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openSearch>>} Searched */

/** @param {Searched} few @param {Searched} many @param {string[]} queries */
async function compareTyping(few, many, queries) {
  /** @type {Record<'inserted' | 'shown', Record<'few' | 'many', number[]>>} */
  const taken = { inserted: { few: [], many: [] }, shown: { few: [], many: [] } };
  let unchanged = 0;
  for (const [number, query] of queries.entries()) {
    if (query.length === 1) await Promise.all([few.clear(), many.clear()]);
    const letter = query.at(-1) ?? '';
    if (letter === ' ') {
      // Asks for nothing new.
      await Promise.all([few.space(), many.space()]);
      continue;
    }
    const order = number % 2 === 0 ? [few, many] : [many, few];
    /** @type {Map<Searched, { inserted: number, shown: number } | undefined>} */
    const results = new Map();
    for (const one of order) results.set(one, await one.type(letter));
    const [fewFound, manyFound] = [results.get(few), results.get(many)];
    if (!fewFound || !manyFound) {
      unchanged += 1;
      continue;
    }
    for (const what of /** @type {const} */ (['inserted', 'shown'])) {
      taken[what].few.push(fewFound[what]);
      taken[what].many.push(manyFound[what]);
    }
  }
  console.log(
    `${taken.inserted.many.length} letters typed into the popup; ${unchanged} more changed nothing`,
  );
  return taken;
}

/** @param {Searched} few @param {Searched} many @param {string[]} queries */
async function compareAsking(few, many, queries) {
  /** @type {Record<'few' | 'many', number[]>} */
  const taken = { few: [], many: [] };
  for (const query of queries) {
    const round = await interleave(
      { few: async () => (await few.ask(query)).ms, many: async () => (await many.ask(query)).ms },
      { rounds: 1, warmUp: 0 },
    );
    taken.few.push(...round.few);
    taken.many.push(...round.many);
  }
  return taken;
}

/** @param {Record<'few' | 'many', number[]>} taken @returns {import('./bench-row').BenchRow} */
const slowest = ({ few, many }) => ({
  name: '… p95',
  measured: quantile(many, 0.95),
  floor: quantile(few, 0.95),
  unit: 'ms',
});

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const few = await openSearch(context, small);
  try {
    const many = await openSearch(context, large);
    try {
      // Of the smaller cache: these are papers of both.
      const queries = await few.queries(letters);
      // The first question of all loads the index.
      for (const one of [few, many]) await one.ask('ba');
      const typed = await compareTyping(few, many, queries);
      const asked = await compareAsking(few, many, queries);
      return [
        rowOf(
          'letter in the popup to its result, 20,000 papers against 1,000',
          typed.inserted.many,
          typed.inserted.few,
          3,
        ),
        slowest(typed.inserted),
        rowOf('… and its frame handed on', typed.shown.many, typed.shown.few),
        rowOf("the address bar's search, 20,000 papers against 1,000", asked.many, asked.few, 3),
        slowest(asked),
      ];
    } finally {
      await many.close();
    }
  } finally {
    await few.close();
  }
};
