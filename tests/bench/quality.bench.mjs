// @ts-check
// How good related papers are, by two collections of papers people judged: the ranker of the extension, and well-known ones by the same
// protocol on the same words; and how good the papers for the reader are, by reading lists. Needs neither browser nor build.
// `npm run bench -- --quality` runs it, alone; it takes minutes.
import { printTable } from './print-table.mjs';
import { missingParts, readColist, readCsfcube } from './quality/collections.mjs';
import { measureForYou } from './quality/for-you.mjs';
import { loadShipped } from './quality/load-shipped.mjs';
import { measure } from './quality/measure.mjs';
import { createBm25, createTfIdf } from './quality/reference-rankers.mjs';

/** @typedef {import('./quality/reference-rankers.mjs').Ranker} Ranker */

/** @param {number} share */
const inHundredths = (share) => (100 * share).toFixed(1);

/** @type {import('./bench-row').Bench} */
export default async () => {
  const missing = missingParts();
  if (missing.length > 0)
    return { skipped: `the judged papers are not beside the project: ${missing.join(', ')}` };

  const { createRanker, parseFeedItems, rankForYou, stemOf, stopWords, wordsOf } = await loadShipped();
  /** @param {string} text */
  const termsOf = (text) =>
    wordsOf(text)
      .filter((word) => !stopWords.has(word))
      .map(stemOf);

  const table = [
    ['collection', 'queries', 'papers', 'measure', 'Papergloss', 'BM25', 'TF-IDF', '… with feedback'],
  ];
  const forYou = [['for the reader', 'readers', 'papers', 'recall@20', 'by upvotes', 'by chance']];
  const goals = [];
  for (const collection of [readCsfcube(), readColist(parseFeedItems)]) {
    const { name, papers, queries, measures } = collection;
    const ranker = createRanker(papers);
    const { plain, withFeedback } = createTfIdf(papers, termsOf);
    /** @type {Ranker[]} */
    const rankers = [
      (id) => ranker.related(id, papers.length).map((related) => related.id),
      createBm25(papers, termsOf),
      plain,
      withFeedback,
    ];
    const reached = rankers.map((rank) => measure(rank, collection));
    for (const [row, label] of Object.keys(measures).entries()) {
      const figures = reached.map((means) => inHundredths(means[row] ?? 0));
      table.push([name, `${queries.length}`, `${papers.length}`, label, ...figures]);
    }
    if (name === 'colist') {
      const nearestTo = /** @param {string} id @param {number} limit */ (id, limit) =>
        ranker.related(id, limit).map((related) => related.id);
      const { readers, papers: others, recall } = measureForYou(collection, nearestTo, rankForYou);
      const figures = [recall.Papergloss, recall['by upvotes'], recall['by chance']].map(inHundredths);
      forYou.push([name, `${readers}`, `${others}`, ...figures]);
    }
    goals.push(`goal on ${name}: ${collection.goal}`);
  }
  printTable(table);
  printTable(forYou);
  for (const goal of goals) console.log(goal);
  return [];
};
