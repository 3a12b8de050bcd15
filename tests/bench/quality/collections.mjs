// @ts-check
// The collections of judged papers, as they lie beside the project, and what is measured on each. They are not part of the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { averagePrecision, normalizedGain, recall } from './measures.mjs';

/**
 * @typedef {import('../../../lib/related/indexed-paper').IndexedPaper} IndexedPaper
 * @typedef {{ paper: string, judgements: Map<string, number>, pool?: ReadonlySet<string> }} Query
 *   `pool`: the papers that are put in order; absent for all. Neither it nor the judgements hold the paper itself.
 * @typedef {(order: readonly string[], query: Query) => number} Measure
 * @typedef {{ name: string, papers: IndexedPaper[], queries: Query[], measures: Record<string, Measure>, goal?: string }} Collection
 */

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const days = join(shared, 'feed/days');

/** Parts of the collections that are not there, as readers would look for them; empty where nothing is missing. */
export const missingParts = () =>
  ['related/csfcube/docs.jsonl', 'related/csfcube/qrels.jsonl', 'related/colist/qrels.jsonl', 'feed/days']
    .filter((part) => !existsSync(join(shared, part)))
    .map((part) => `../shared/${part}`);

/** @param {string} path below the shared folder @returns {any[]} one value a line */
const readLines = (path) =>
  readFileSync(join(shared, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** @param {string} path @returns {Query[]} a paper that is asked about under several facets is several queries */
function readQueries(path) {
  /** @type {Map<string, Query>} */
  const queries = new Map();
  for (const { query: paper, facet = '', doc, rel } of readLines(path)) {
    const key = `${paper} ${facet}`;
    const query = queries.get(key) ?? { paper, judgements: new Map() };
    queries.set(key, query);
    if (doc !== paper) query.judgements.set(doc, rel);
  }
  return [...queries.values()];
}

/** Of CSFCube every rated paper is in the pool, the irrelevant ones too. @returns {Collection} */
export function readCsfcube() {
  const papers = readLines('related/csfcube/docs.jsonl').map(({ id, title, abstract }) => ({
    id,
    title,
    abstract,
  }));
  const queries = readQueries('related/csfcube/qrels.jsonl').map((query) => ({
    ...query,
    pool: new Set(query.judgements.keys()),
  }));
  return {
    name: 'csfcube',
    papers,
    queries,
    measures: {
      'NDCG%20': (order, { judgements }) => normalizedGain(order, judgements, Math.floor(order.length * 0.2)),
      MAP: (order, { judgements }) => averagePrecision(order, judgements, 2),
    },
    goal: `NDCG%20 57.5, MAP 36 on all 50 queries; ${queries.length} of them are here`,
  };
}

/**
 * Papers that reading lists put under one heading, among all papers of the stored feed days; of a paper on several days the last.
 * @param {(json: unknown) => { papers: IndexedPaper[] }} parseFeedItems
 * @returns {Collection}
 */
export function readColist(parseFeedItems) {
  /** @type {Map<string, IndexedPaper>} */
  const papers = new Map();
  for (const file of readdirSync(days).sort()) {
    if (!file.endsWith('.json')) continue;
    for (const paper of parseFeedItems(JSON.parse(readFileSync(join(days, file), 'utf8'))).papers) {
      papers.set(paper.id, paper);
    }
  }
  return {
    name: 'colist',
    papers: [...papers.values()],
    queries: readQueries('related/colist/qrels.jsonl'),
    measures: {
      'NDCG@10': (order, { judgements }) => normalizedGain(order, judgements, 10),
      'recall@10': (order, { judgements }) => recall(order, judgements, 10),
      MAP: (order, { judgements }) => averagePrecision(order, judgements, 1),
    },
    goal: 'no worse than the best of the reference points',
  };
}
