// @ts-check
// Well-known rankers to hold ours against: measuring sticks, to be clear and not fast. All see title and abstract only.

/**
 * The ids of all papers that have something in common with the one of this id, nearest first, without itself.
 * @typedef {(id: string) => string[]} Ranker
 * @typedef {import('../../../lib/related/indexed-paper').IndexedPaper} IndexedPaper
 * @typedef {ReadonlyMap<string, number>} Vector weights by term
 * @typedef {(text: string) => string[]} TermsOf
 */

/** @param {readonly string[]} terms @returns {Map<string, number>} how often each stands there */
function count(terms) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** @param {readonly Vector[]} vectors @returns {Map<string, number>} in how many of them a term stands */
const frequencies = (vectors) => count(vectors.flatMap((vector) => [...vector.keys()]));

/** @param {Vector} vector @param {(weight: number, term: string) => number} change @returns {Vector} */
const mapWeights = (vector, change) =>
  new Map([...vector].map(([term, weight]) => [term, change(weight, term)]));

/**
 * @param {readonly Vector[]} vectors one for each paper
 * @returns {(asked: Vector) => Float64Array} the products of a vector with each of them
 */
function productsWith(vectors) {
  /** @type {Map<string, [position: number, weight: number][]>} */
  const postings = new Map();
  for (const [position, vector] of vectors.entries()) {
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting) posting.push([position, weight]);
      else postings.set(term, [[position, weight]]);
    }
  }
  return (asked) => {
    const products = new Float64Array(vectors.length);
    for (const [term, weight] of asked) {
      for (const [position, own] of postings.get(term) ?? []) {
        products[position] = /** @type {number} */ (products[position]) + weight * own;
      }
    }
    return products;
  };
}

/** @param {Float64Array} scores @param {number} self @returns {number[]} positions with a score, highest first; equal ones in order */
const inOrder = (scores, self) =>
  [...scores.keys()]
    .filter((position) => position !== self && /** @type {number} */ (scores[position]) > 0)
    .sort((a, b) => /** @type {number} */ (scores[b]) - /** @type {number} */ (scores[a]));

/**
 * @param {readonly IndexedPaper[]} papers
 * @param {(position: number) => number[]} rank positions in, positions out
 * @returns {Ranker}
 */
function byId(papers, rank) {
  const positions = new Map(papers.map(({ id }, position) => [id, position]));
  return (id) => {
    const position = positions.get(id);
    return position === undefined
      ? []
      : rank(position).map((other) => /** @type {IndexedPaper} */ (papers[other]).id);
  };
}

/** Okapi BM25, asked with all words of the paper. @param {readonly IndexedPaper[]} papers @param {TermsOf} termsOf @returns {Ranker} */
export function createBm25(papers, termsOf) {
  const k1 = 1.2;
  const b = 0.75;
  const texts = papers.map(({ title, abstract }) => termsOf(`${title}\n${abstract}`));
  const counts = texts.map(count);
  const papersWith = frequencies(counts);
  const meanLength = texts.reduce((sum, terms) => sum + terms.length, 0) / texts.length;
  const weights = counts.map((counted, position) => {
    const length = texts[position]?.length ?? 0;
    return mapWeights(counted, (often, term) => {
      const holding = papersWith.get(term) ?? 0;
      const rarity = Math.log(1 + (papers.length - holding + 0.5) / (holding + 0.5));
      return (rarity * often * (k1 + 1)) / (often + k1 * (1 - b + (b * length) / meanLength));
    });
  });
  const products = productsWith(weights);
  return byId(papers, (position) => inOrder(products(counts[position] ?? new Map()), position));
}

/** @param {readonly IndexedPaper[]} papers @param {TermsOf} termsOf @returns {Vector[]} of length 1 */
function weighTexts(papers, termsOf) {
  const counts = papers.map(({ title, abstract }) => count(termsOf(`${title}\n${title}\n${abstract}`)));
  const papersWith = frequencies(counts);
  return counts.map((counted) => {
    const weighed = mapWeights(
      counted,
      (often, term) =>
        (1 + Math.log(often)) * Math.sqrt(Math.log((papers.length + 1) / (papersWith.get(term) ?? 1))),
    );
    const length = Math.hypot(...weighed.values());
    return mapWeights(weighed, (weight) => weight / length);
  });
}

/**
 * The cosine of the words, words of the title counted twice; and the same after the five nearest papers have been added to what is asked
 * (pseudo-relevance feedback).
 * @param {readonly IndexedPaper[]} papers
 * @param {TermsOf} termsOf
 * @returns {{ plain: Ranker, withFeedback: Ranker }}
 */
export function createTfIdf(papers, termsOf) {
  const neighbours = 5;
  /** What the neighbours say, all together, against the paper itself. */
  const feedback = 0.5;
  const vectors = weighTexts(papers, termsOf);
  const products = productsWith(vectors);
  /** @param {number} position */
  const vectorAt = (position) => /** @type {Vector} */ (vectors[position]);
  /** @param {number} position */
  const nearestTo = (position) => inOrder(products(vectorAt(position)), position);
  return {
    plain: byId(papers, nearestTo),
    withFeedback: byId(papers, (position) => {
      const asked = new Map(vectorAt(position));
      for (const neighbour of nearestTo(position).slice(0, neighbours)) {
        for (const [term, weight] of vectorAt(neighbour)) {
          asked.set(term, (asked.get(term) ?? 0) + (feedback / neighbours) * weight);
        }
      }
      return inOrder(products(asked), position);
    }),
  };
}
