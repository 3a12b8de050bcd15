// Which papers hold terms, and how much that says: one pass over the postings. Pure.
import type { MatchingTerms } from './matching-terms';
import { glossCount, type PaperIndex, textCount, titleCount } from './paper-index';

export interface Hits {
  /** By slot; 0 where nothing matches. */
  scores: Float32Array;
  /** Slots that match. */
  count: number;
  terms: Iterable<number>;
}

/** By packed counts: a word in the title says more than all the rest, and the second time it says little more than the first. */
const weights = Float32Array.from({ length: 256 }, (_, packed) => {
  const text = textCount(packed);
  return (titleCount(packed) > 0 ? 2.4 : 0) + (glossCount(packed) > 0 ? 1.4 : 0) + text / (text + 1.2);
});

/** Papers with any of the terms; the best of them counts. */
export function hitsOfAny(index: PaperIndex, terms: MatchingTerms): Hits {
  const { postingStarts, postingSlots, postingCounts } = index;
  const scores = new Float32Array(index.ids.length);
  let count = 0;
  for (const [term, fit] of terms) {
    const end = postingStarts[term + 1] as number;
    for (let posting = postingStarts[term] as number; posting < end; posting++) {
      const slot = postingSlots[posting] as number;
      const score = fit * (weights[postingCounts[posting] as number] as number);
      const before = scores[slot] as number;
      if (before === 0) count += 1;
      if (score > before) scores[slot] = score;
    }
  }
  return { scores, count, terms: terms.keys() };
}

/** Papers with a term of every set; every paper where there are no sets. */
export function hitsOfAll(index: PaperIndex, sets: readonly MatchingTerms[]): Hits {
  const parts = sets.map((set) => hitsOfAny(index, set));
  const scores = new Float32Array(index.ids.length).fill(parts.length === 0 ? 1 : 0);
  let count = parts.length === 0 ? scores.length : 0;
  for (let slot = 0; slot < scores.length && parts.length > 0; slot++) {
    const own = parts.map((part) => part.scores[slot] as number);
    if (own.some((score) => score === 0)) continue;
    scores[slot] = own.reduce((sum, score) => sum + score, 0);
    count += 1;
  }
  return { scores, count, terms: new Set(parts.flatMap((part) => [...part.terms])) };
}
