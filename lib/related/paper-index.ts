// The index: which papers hold a term, how often and where (title, what the feed says, abstract); and each paper's terms in their order. Flat
// typed arrays, stored and loaded as they are. Types, the empty index and reading; nothing is changed here.
import { type Dictionary, emptyDictionary } from './dictionary';
import { readNumber } from './leb128';

export interface PaperIndex {
  /** The papers; their position in here is their slot. */
  ids: string[];
  /** Feed day, or day of publication, in days since 1970; 0 where neither is known. */
  days: Uint16Array;
  /** Of the texts that are indexed, so that a changed paper is noticed. */
  fingerprints: Uint32Array;
  /** The same for titles alone, to tell two that are equal; 0 for a title of a word or two. */
  titles: Uint32Array;
  dictionary: Dictionary;
  /** Where each term's postings begin; one more than there are terms. */
  postingStarts: Uint32Array;
  /** Slots, ascending within a term. */
  postingSlots: Uint32Array;
  /** See `packCounts`. */
  postingCounts: Uint8Array;
}

/**
 * Each paper's terms as they follow each other, for phrases and for comparing two papers: title, abstract, summary, each keyword, then
 * the names. Apart from the index: most searches need none.
 */
export interface Sequences {
  /** Where each slot's terms begin; one more than there are slots. */
  starts: Uint32Array;
  /** Term numbers; see `leb128.ts`. */
  bytes: Uint8Array;
}

/** Ends a stretch within which words follow each other: the title, the abstract, one keyword, one name. */
export const stretchEnd = 0;
/** From here on the stretches are names. */
export const namesBegin = 1;
/** The first number a term may have. */
export const firstTerm = 2;

export const emptyIndex = (): PaperIndex => ({
  ids: [],
  days: new Uint16Array(0),
  fingerprints: new Uint32Array(0),
  titles: new Uint32Array(0),
  dictionary: emptyDictionary(),
  postingStarts: new Uint32Array(firstTerm + 1),
  postingSlots: new Uint32Array(0),
  postingCounts: new Uint8Array(0),
});

export const emptySequences = (): Sequences => ({ starts: new Uint32Array(1), bytes: new Uint8Array(0) });

export const termCount = ({ postingStarts }: PaperIndex): number => postingStarts.length - 1;

/** How many papers hold the term. */
export function frequencyOf({ postingStarts }: PaperIndex, term: number): number {
  return (postingStarts[term + 1] as number) - (postingStarts[term] as number);
}

/** How often a term stands in the title (0–3), what the feed says (0–3) and the abstract (0–15) of a paper; more counts as the most. */
export function packCounts(title: number, gloss: number, text: number): number {
  return (Math.min(title, 3) << 6) | (Math.min(gloss, 3) << 4) | Math.min(text, 15);
}

export const titleCount = (packed: number): number => packed >>> 6;
export const glossCount = (packed: number): number => (packed >>> 4) & 3;
export const textCount = (packed: number): number => packed & 15;

/** A paper's terms in order, with `stretchEnd` and `namesBegin` among them. */
export function sequenceOf({ starts, bytes }: Sequences, slot: number): number[] {
  const terms: number[] = [];
  const end = starts[slot + 1] as number;
  const cursor = { bytes, position: starts[slot] as number };
  while (cursor.position < end) terms.push(readNumber(cursor));
  return terms;
}
