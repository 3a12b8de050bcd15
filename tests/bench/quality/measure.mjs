// @ts-check
// What a ranker reaches on a collection: each measure's mean over the queries. Pure.

/**
 * @typedef {import('./collections.mjs').Collection} Collection
 * @typedef {import('./collections.mjs').Query} Query
 * @typedef {import('./reference-rankers.mjs').Ranker} Ranker
 */

/**
 * All papers that are to be ranked. Those the ranker left out are the last, as they stand in the collection.
 * @param {Ranker} rank @param {Query} query @param {Collection} collection @returns {string[]} ids, best first
 */
function orderFor(rank, query, { papers }) {
  const candidates = query.pool ?? new Set(papers.map(({ id }) => id).filter((id) => id !== query.paper));
  const ranked = rank(query.paper).filter((id) => candidates.has(id));
  const placed = new Set(ranked);
  return [...ranked, ...[...candidates].filter((id) => !placed.has(id))];
}

/** @param {Ranker} rank @param {Collection} collection @returns {number[]} 0 to 1, one for each measure of the collection */
export function measure(rank, collection) {
  const { queries, measures } = collection;
  const sums = Object.values(measures).map(() => 0);
  for (const query of queries) {
    const order = orderFor(rank, query, collection);
    for (const [column, of] of Object.values(measures).entries()) {
      sums[column] = (sums[column] ?? 0) + of(order, query);
    }
  }
  return sums.map((sum) => sum / queries.length);
}
