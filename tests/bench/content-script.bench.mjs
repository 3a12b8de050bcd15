// @ts-check
// What the content script costs a page of arXiv, also on a processor four times as slow: an abstract page with and without a hit, and
// a listing of 250 entries of which none or all are hits. Against the same page with a content script of WXT's that does nothing.

import { loadInPage } from '../drivers/load-in-page.mjs';
import { createArxiv } from '../stand-in/arxiv.mjs';
import { openFeedDays } from '../stand-in/feed-days.mjs';
import { openPapers } from '../stand-in/papers.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openBare } from './open-bare.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { openTab } from './page-loads.mjs';

const rounds = 8;

/** A paper nobody picked up. */
const unknownPaper = '2303.99001';

const entries = 250;

/** arXiv with lists of papers that are all in a large cache: the feed of the stand-in has too few for a long list. */
function createLongLists() {
  const papers = openPapers(openFeedDays());
  /** @type {string[]} */
  let ids = [];
  /** @param {number} count */
  const newest = (count) => ids.slice(0, count).flatMap((id) => papers.find(id) ?? []);
  return {
    site: createArxiv({ papers: { ...papers, newest } }),
    /** @param {string[]} cached */
    list: (cached) => {
      ids = cached;
    },
  };
}

/** @typedef {import('./page-loads.mjs').Load} Load */
/** @typedef {Awaited<ReturnType<typeof openTab>>} LoadPage */

/**
 * Loads pages in turns: without a hit, with hits, and the first with the bare content script.
 * @param {LoadPage} load @param {LoadPage} loadBare @param {{ noHit: Load, hits: Load }} pages
 */
async function compare(load, loadBare, { noHit, hits }) {
  /** @type {Record<'noHit' | 'hits' | 'bare', number[]>} */
  const busy = { noHit: [], hits: [], bare: [] };
  /** @param {keyof typeof busy} name @param {() => ReturnType<LoadPage>} work */
  const contestant = (name, work) => async () => {
    const times = await work();
    busy[name].push(times.busy);
    return times.script;
  };
  const warmUp = 1;
  const script = await interleave(
    {
      noHit: contestant('noHit', () => load(noHit)),
      hits: contestant('hits', () => load(hits)),
      bare: contestant('bare', () => loadBare(noHit)),
    },
    { rounds, warmUp },
  );
  for (const times of Object.values(busy)) times.splice(0, warmUp);
  return { script, busy };
}

/** @param {LoadPage} load @param {LoadPage} loadBare @param {string} knownPaper @param {number} rate */
async function compareAbstracts(load, loadBare, knownPaper, rate) {
  /** @param {string} paper @param {number} count */
  const at = (paper, count) => {
    const url = `https://arxiv.org/abs/${paper}`;
    return { url, rate, settling: 500, hosts: 'papergloss-card', count };
  };
  const pages = { noHit: at(unknownPaper, 0), hits: at(knownPaper, 1) };
  const { script } = await compare(load, loadBare, pages);
  const slow = rate === 1 ? '' : `, ${rate}× slower`;
  return [
    rowOf(`script on an arXiv page without a hit${slow}`, script.noHit, script.bare),
    rowOf(`script on an arXiv page with a card${slow}`, script.hits, script.bare),
  ];
}

/** @param {LoadPage} load @param {LoadPage} loadBare @param {number} rate */
async function compareListings(load, loadBare, rate) {
  /** @param {'0' | 'all'} known @param {number} count */
  const at = (known, count) => {
    const url = `https://arxiv.org/list/cs.CL/recent?show=${entries}&known=${known}`;
    return { url, rate, settling: 1_500, hosts: 'papergloss-badge', count };
  };
  const pages = { noHit: at('0', 0), hits: at('all', entries) };
  const { script, busy } = await compare(load, loadBare, pages);
  const where = `on an arXiv listing of ${entries}`;
  const slow = rate === 1 ? '' : `, ${rate}× slower`;
  return [
    rowOf(`script ${where}, no hit${slow}`, script.noHit, script.bare, rate === 4 ? 1.5 : undefined),
    rowOf(`script ${where}, all hits${slow}`, script.hits, script.bare),
    rowOf(`main thread ${where}, no hit${slow}`, busy.noHit, busy.bare),
    rowOf(`main thread ${where}, all hits${slow}`, busy.hits, busy.bare),
  ];
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const lists = createLongLists();
  const { web, chromium, page, close } = await openPapergloss(context, {
    sites: { 'arxiv.org': lists.site },
  });
  try {
    /** @type {Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/fill-cache')>>>} */
    const cache = await loadInPage(new URL('in-page/fill-cache.ts', import.meta.url), page);
    const { papers } = await cache.call('fill', 20_000);
    const cached = await cache.call('storedIds', entries);
    lists.list(cached);
    console.log(`${papers} papers cached`);
    const bare = await openBare(context, web);
    try {
      const load = await openTab(chromium);
      const loadBare = await openTab(bare);
      const [knownPaper = ''] = cached;
      return [
        ...(await compareAbstracts(load, loadBare, knownPaper, 1)),
        ...(await compareAbstracts(load, loadBare, knownPaper, 4)),
        ...(await compareListings(load, loadBare, 1)),
        ...(await compareListings(load, loadBare, 4)),
      ];
    } finally {
      await bare.close();
    }
  } finally {
    await close();
  }
};
