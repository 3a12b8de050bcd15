// @ts-check
// How good an order is, given what people judged relevant. Pure. All measures are between 0 and 1; higher is better.

/** Relevance by id, from 1 up; what is not in it is not relevant. @typedef {ReadonlyMap<string, number>} Judgements */

/**
 * Discounted cumulative gain, as CSFCube defines it: the first two places count in full.
 * @param {readonly number[]} gains relevance by place, the first place first
 */
const discountedGain = (gains) =>
  gains.reduce((sum, gain, position) => sum + gain / Math.max(1, Math.log2(position + 1)), 0);

/**
 * What the first places hold, against the best order there is.
 * @param {readonly string[]} order ids, best first
 * @param {Judgements} judgements
 * @param {number} places how many count
 * @returns {number} 0 where nothing is relevant
 */
export function normalizedGain(order, judgements, places) {
  const gains = order.slice(0, places).map((id) => judgements.get(id) ?? 0);
  const ideal = [...judgements.values()].sort((a, b) => b - a).slice(0, places);
  const best = discountedGain(ideal);
  return best > 0 ? discountedGain(gains) / best : 0;
}

/** @param {Judgements} judgements @param {number} least @returns {Set<string>} ids */
const relevantOnes = (judgements, least) =>
  new Set([...judgements].filter(([, relevance]) => relevance >= least).map(([id]) => id));

/**
 * The mean, over all relevant papers, of the share of relevant ones up to its place; 0 for those the order lacks.
 * @param {readonly string[]} order ids, best first
 * @param {Judgements} judgements
 * @param {number} least the lowest relevance that counts as relevant
 * @returns {number} 0 where nothing is relevant
 */
export function averagePrecision(order, judgements, least) {
  const relevant = relevantOnes(judgements, least);
  let found = 0;
  let sum = 0;
  for (const [position, id] of order.entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (position + 1);
  }
  return relevant.size > 0 ? sum / relevant.size : 0;
}

/**
 * The share of relevant papers that stand in the first places.
 * @param {readonly string[]} order ids, best first
 * @param {Judgements} judgements
 * @param {number} places how many count
 * @returns {number} 0 where nothing is relevant
 */
export function recall(order, judgements, places) {
  const relevant = relevantOnes(judgements, 1);
  const found = order.slice(0, places).filter((id) => relevant.has(id)).length;
  return relevant.size > 0 ? found / relevant.size : 0;
}
