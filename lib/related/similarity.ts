// How alike texts are: the cosine of their words, rare words counting more, words of the title several times. Names take no part.
// Weights as measured by `npm run bench -- --quality`.
import { prefixRange, wordAt } from './dictionary';
import { anyRepository, nameSigns } from './name-terms';
import {
  firstTerm,
  frequencyOf,
  type PaperIndex,
  packCounts,
  type Sequences,
  sequenceOf,
  stretchEnd,
  termCount,
  textCount,
  titleCount,
} from './paper-index';

/** Terms with their weights; the squares of the weights sum to 1, to 0 where there are no terms. */
export interface TermVector {
  terms: number[];
  weights: number[];
}

/** What comparing needs beside the index; true for this index only. */
export interface WeighedIndex {
  index: PaperIndex;
  sequences: Sequences;
  /** By term: how much a single occurrence weighs; 0 for names. */
  rarity: Float32Array;
  /** By slot: 1 divided by the length of the paper's vector. */
  scale: Float32Array;
  /** By slot the term of its code repository, and of its organization; 0 for none. */
  repository: Uint32Array;
  organization: Uint32Array;
}

const titleWeight = 4;

/** Whole, the usual inverse document frequency makes too much of what is merely rare. */
const rarityExponent = 0.4;

/** What stands in more than this share of all papers counts only where it stands twice, or in the title. */
const commonFrom = 0.2;

/** What stands in no more papers than this is never common: of a handful every word would be. */
const leastCommon = 10;

/** How often a term stands in the texts. What the feed says of a paper takes no part: it says the same of too many. */
const countOf = (packed: number) => titleWeight * titleCount(packed) + textCount(packed);

/** By packed counts: how often, damped. */
const damped = Float32Array.from({ length: 256 }, (_, packed) =>
  countOf(packed) === 0 ? 0 : 1 + Math.log(countOf(packed)),
);

/** The same for common terms. */
const dampedCommon = damped.map((weight, packed) => (countOf(packed) < 2 ? 0 : weight));

/** What the packed counts of a term weigh. */
function countWeights(index: PaperIndex, term: number): Float32Array {
  return frequencyOf(index, term) > Math.max(leastCommon, commonFrom * index.ids.length)
    ? dampedCommon
    : damped;
}

/** One pass over all postings. */
export function weighIndex(index: PaperIndex, sequences: Sequences): WeighedIndex {
  const { postingStarts, postingSlots, postingCounts, dictionary, ids } = index;
  const rarity = new Float32Array(termCount(index));
  for (let term = firstTerm; term < rarity.length; term++) {
    const papers = frequencyOf(index, term);
    if (papers > 0) rarity[term] = Math.log((ids.length + 1) / papers) ** rarityExponent;
  }
  for (const sign of Object.values(nameSigns)) {
    const { start, end } = prefixRange(dictionary, sign);
    for (let position = start; position < end; position++) rarity[dictionary.terms[position] as number] = 0;
  }
  const scale = new Float32Array(ids.length);
  for (let term = firstTerm; term < rarity.length; term++) {
    const squared = (rarity[term] as number) ** 2;
    const byCounts = countWeights(index, term);
    const end = postingStarts[term + 1] as number;
    for (let posting = postingStarts[term] as number; squared > 0 && posting < end; posting++) {
      const slot = postingSlots[posting] as number;
      const count = byCounts[postingCounts[posting] as number] as number;
      scale[slot] = (scale[slot] as number) + squared * count * count;
    }
  }
  for (let slot = 0; slot < scale.length; slot++) {
    const squares = scale[slot] as number;
    scale[slot] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  return {
    index,
    sequences,
    rarity,
    scale,
    repository: termsBySlot(index, nameSigns.repository, anyRepository),
    organization: termsBySlot(index, nameSigns.wholeOrganization),
  };
}

/** Which term that begins with `sign` a paper has. */
function termsBySlot(index: PaperIndex, sign: string, except?: string): Uint32Array {
  const { dictionary, postingStarts, postingSlots } = index;
  const bySlot = new Uint32Array(index.ids.length);
  const { start, end } = prefixRange(dictionary, sign);
  for (let position = start; position < end; position++) {
    const term = dictionary.terms[position] as number;
    if (except !== undefined && position === start && wordAt(dictionary, position) === except) continue;
    for (const slot of postingSlots.subarray(postingStarts[term], postingStarts[term + 1]))
      bySlot[slot] = term;
  }
  return bySlot;
}

/** The vector of terms in their order, as the index keeps them; terms the index does not know are passed over. */
export function vectorOf({ index, rarity }: WeighedIndex, sequence: readonly number[]): TermVector {
  const counts = countTerms(sequence);
  const terms: number[] = [];
  const weights: number[] = [];
  let squares = 0;
  for (const [term, { title, text }] of counts) {
    if (term >= rarity.length || frequencyOf(index, term) === 0) continue;
    const weight =
      (rarity[term] as number) * (countWeights(index, term)[packCounts(title, 0, text)] as number);
    if (weight === 0) continue;
    terms.push(term);
    weights.push(weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  return { terms, weights: weights.map((weight) => weight / length) };
}

interface Counts {
  title: number;
  text: number;
}

/** In order of first appearance, so that sums over them come out the same in every index. */
function countTerms(sequence: readonly number[]): Map<number, Counts> {
  const counts = new Map<number, Counts>();
  let stretch = 0;
  for (const term of sequence) {
    if (term === stretchEnd) stretch += 1;
    if (stretch > 1) break;
    if (term === stretchEnd) continue;
    const count = counts.get(term) ?? { title: 0, text: 0 };
    count[stretch === 0 ? 'title' : 'text'] += 1;
    counts.set(term, count);
  }
  return counts;
}

export function vectorOfSlot(weighed: WeighedIndex, slot: number): TermVector {
  return vectorOf(weighed, sequenceOf(weighed.sequences, slot));
}

/** How alike each paper's text is to the vector: the cosine, by slot. */
export function similaritiesTo(weighed: WeighedIndex, { terms, weights }: TermVector): Float32Array {
  const { rarity, scale } = weighed;
  const { postingStarts, postingSlots, postingCounts, ids } = weighed.index;
  const scores = new Float32Array(ids.length);
  for (let position = 0; position < terms.length; position++) {
    const term = terms[position] as number;
    const weight = (weights[position] as number) * (rarity[term] as number);
    const byCounts = countWeights(weighed.index, term);
    const end = postingStarts[term + 1] as number;
    for (let posting = postingStarts[term] as number; posting < end; posting++) {
      const slot = postingSlots[posting] as number;
      const count = byCounts[postingCounts[posting] as number] as number;
      scores[slot] = (scores[slot] as number) + weight * count;
    }
  }
  for (let slot = 0; slot < scores.length; slot++) {
    scores[slot] = (scores[slot] as number) * (scale[slot] as number);
  }
  return scores;
}
