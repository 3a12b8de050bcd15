// @ts-check
// How good the papers for the reader are: of each reading list the older half is saved, and the newer half is to be found among papers
// that stand for what else the feed has.
import { recall } from './measures.mjs';

/**
 * @typedef {import('./collections.mjs').Collection} Collection
 * @typedef {import('../../../lib/for-you/rank-for-you').Signal} Signal
 * @typedef {import('../../../lib/for-you/rank-for-you').RecentPaper} RecentPaper
 * @typedef {{ saved: string[], wanted: string[] }} Reader
 * @typedef {import('../../../lib/related/indexed-paper').IndexedPaper & { upvotes?: number }} ListedPaper
 */

/** A shorter list says little about anybody, and of a longer one so much is saved. */
const shortest = 8;
const savedAtMost = 15;

/** One paper in so many is what else the feed has. */
const otherShare = 10;

/** As many as are stored of each paper. */
const listLength = 10;

/** Their ids begin with year and month. @param {Collection} collection @returns {Reader[]} each list once, under whichever paper it stands */
export function readersOf({ papers, queries }) {
  const known = new Set(papers.map(({ id }) => id));
  const lists = queries.map(({ paper, judgements }) => {
    const relevant = [...judgements].flatMap(([id, relevance]) => (relevance > 0 ? [id] : []));
    return [...new Set([paper, ...relevant])].filter((id) => known.has(id)).sort();
  });
  const distinct = new Map(lists.map((list) => [list.join(' '), list]));
  return [...distinct.values()]
    .filter(({ length }) => length >= shortest)
    .map((list) => {
      const half = Math.ceil(list.length / 2);
      return { saved: list.slice(Math.max(0, half - savedAtMost), half), wanted: list.slice(half) };
    });
}

/**
 * @param {Omit<Collection, 'papers'> & { papers: ListedPaper[] }} collection
 * @param {(id: string, limit: number) => string[]} nearestTo ids, nearest first
 * @param {typeof import('../../../lib/for-you/rank-for-you').rankForYou} rankForYou
 * @returns {{ readers: number, papers: number, recall: Record<'Papergloss' | 'by upvotes' | 'by chance', number> }} mean recall at 20
 */
export function measureForYou(collection, nearestTo, rankForYou) {
  const readers = readersOf(collection);
  const { papers: all } = collection;
  const byId = new Map(all.map((paper) => [paper.id, paper]));
  const others = all.filter((_, place) => place % otherShare === 0);
  /** @type {Map<string, RecentPaper & { title: string }>} */
  const described = new Map();
  /** All as if of one moment: what is measured is taste. @param {string} id */
  const describe = (id) => {
    const { title = '', keywords = [], upvotes } = byId.get(id) ?? {};
    const known = described.get(id) ?? {
      id,
      title,
      keywords,
      upvotes,
      at: 0,
      neighbours: nearestTo(id, listLength),
    };
    described.set(id, known);
    return known;
  };
  const sums = { Papergloss: 0, 'by upvotes': 0, 'by chance': 0 };
  for (const { saved, wanted } of readers) {
    const signals = saved.map((id) => ({ ...describe(id), kind: /** @type {const} */ ('saved'), weight: 1 }));
    const isSaved = new Set(saved);
    const ids = new Set([...wanted, ...others.map(({ id }) => id)].filter((id) => !isSaved.has(id)));
    const papers = [...ids].map(describe);
    const judgements = new Map(wanted.map((id) => [id, 1]));
    /** @param {{ id: string }[]} order */
    const reached = (order) =>
      recall(
        order.map(({ id }) => id),
        judgements,
        20,
      );
    sums.Papergloss += reached(rankForYou(signals, papers, new Set(), 0));
    sums['by upvotes'] += reached(papers.toSorted((one, other) => (other.upvotes ?? 0) - (one.upvotes ?? 0)));
    sums['by chance'] += Math.min(1, 20 / papers.length);
  }
  const mean = /** @param {number} sum */ (sum) => sum / readers.length;
  return {
    readers: readers.length,
    papers: others.length,
    recall: {
      Papergloss: mean(sums.Papergloss),
      'by upvotes': mean(sums['by upvotes']),
      'by chance': mean(sums['by chance']),
    },
  };
}
