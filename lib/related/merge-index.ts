// Rewrites the arrays of an index with the papers that stay and those that were taken: one pass, nothing is read but numbers.
import { extendDictionary } from './dictionary';
import { dayNumberOf, fingerprintOf, type IndexedPaper, titleFingerprintOf } from './indexed-paper';
import { type PaperIndex, type Sequences, termCount } from './paper-index';
import { nobody } from './slot-lists';

export interface Posting {
  term: number;
  /** Position among the papers taken. */
  slot: number;
  counts: number;
}

/** What was gathered of new papers. */
export interface Taken {
  papers: IndexedPaper[];
  /** By paper, in their order. */
  postings: Posting[];
  newWords: Map<string, number>;
  /** One more than the highest term there is now. */
  terms: number;
  sequenceBytes: number[];
  /** Where each paper's bytes end. */
  sequenceEnds: number[];
}

/** The slots of the index and the positions among the papers taken that go on. */
export interface Kept {
  slots: number[];
  papers: number[];
}

/** Where each of `count` old places goes; `nobody` for those that do not go on. */
function newPlaces(count: number, kept: number[], from: number): Uint32Array {
  const places = new Uint32Array(count).fill(nobody);
  kept.forEach((old, position) => {
    places[old] = from + position;
  });
  return places;
}

type Postings = Pick<PaperIndex, 'postingStarts' | 'postingSlots' | 'postingCounts'>;

/** Papers keep their order: those that stay, then those that were taken. */
export function mergeIndex(index: PaperIndex, taken: Taken, kept: Kept): PaperIndex {
  const stay = kept.slots.length === index.ids.length ? index : keepPostings(index, kept.slots);
  return {
    ...mergePapers(index, taken.papers, kept),
    dictionary: extendDictionary(index.dictionary, taken.newWords),
    ...addPostings(stay, taken, newPlaces(taken.papers.length, kept.papers, kept.slots.length)),
  };
}

/** The postings of the papers that stay, under their new slots. */
function keepPostings(index: PaperIndex, slots: number[]): Postings {
  const places = newPlaces(index.ids.length, slots, 0);
  const postingStarts = new Uint32Array(index.postingStarts.length);
  const postingSlots = new Uint32Array(index.postingSlots.length);
  const postingCounts = new Uint8Array(index.postingSlots.length);
  let end = 0;
  for (let term = 0; term < termCount(index); term++) {
    postingStarts[term] = end;
    const last = index.postingStarts[term + 1] as number;
    for (let old = index.postingStarts[term] as number; old < last; old++) {
      const place = places[index.postingSlots[old] as number] as number;
      if (place === nobody) continue;
      postingSlots[end] = place;
      postingCounts[end] = index.postingCounts[old] as number;
      end += 1;
    }
  }
  postingStarts[termCount(index)] = end;
  return {
    postingStarts,
    postingSlots: postingSlots.subarray(0, end),
    postingCounts: postingCounts.subarray(0, end),
  };
}

/** What is there moves in whole stretches, from one term that gets new postings to the next: of all terms those are few. */
function addPostings(old: Postings, taken: Taken, places: Uint32Array): Postings {
  const added = taken.postings.filter(({ slot }) => places[slot] !== nobody);
  const counts = new Uint32Array(taken.terms);
  for (const { term } of added) counts[term] = (counts[term] as number) + 1;
  const total = old.postingSlots.length + added.length;
  const postingSlots = new Uint32Array(total);
  const postingCounts = new Uint8Array(total);
  const postingStarts = new Uint32Array(taken.terms + 1).fill(total);
  /** By term where its next new posting goes. */
  const ends = new Uint32Array(taken.terms);
  let moved = 0;
  let shift = 0;
  function moveUpTo(end: number) {
    postingSlots.set(old.postingSlots.subarray(moved, end), moved + shift);
    postingCounts.set(old.postingCounts.subarray(moved, end), moved + shift);
    moved = end;
  }
  for (let term = 0; term < taken.terms; term++) {
    const start = old.postingStarts[term] ?? old.postingSlots.length;
    const end = old.postingStarts[term + 1] ?? old.postingSlots.length;
    postingStarts[term] = start + shift;
    ends[term] = end + shift;
    if (counts[term] === 0) continue;
    moveUpTo(end);
    shift += counts[term] as number;
  }
  moveUpTo(old.postingSlots.length);
  for (const { term, slot, counts: packed } of added) {
    const position = ends[term] as number;
    postingSlots[position] = places[slot] as number;
    postingCounts[position] = packed;
    ends[term] = position + 1;
  }
  return { postingStarts, postingSlots, postingCounts };
}

function mergePapers(index: PaperIndex, papers: IndexedPaper[], kept: Kept) {
  const added = kept.papers.map((position) => papers[position] as IndexedPaper);
  return {
    ids: [...kept.slots.map((slot) => index.ids[slot] as string), ...added.map(({ id }) => id)],
    days: Uint16Array.from([
      ...kept.slots.map((slot) => index.days[slot] as number),
      ...added.map(dayNumberOf),
    ]),
    fingerprints: Uint32Array.from([
      ...kept.slots.map((slot) => index.fingerprints[slot] as number),
      ...added.map(fingerprintOf),
    ]),
    titles: Uint32Array.from([
      ...kept.slots.map((slot) => index.titles[slot] as number),
      ...added.map(titleFingerprintOf),
    ]),
  };
}

export function mergeSequences(sequences: Sequences, taken: Taken, kept: Kept): Sequences {
  const { sequenceEnds: ends } = taken;
  const added = Uint8Array.from(taken.sequenceBytes);
  const parts = [
    ...kept.slots.map((slot) => sequences.bytes.subarray(sequences.starts[slot], sequences.starts[slot + 1])),
    ...kept.papers.map((position) => added.subarray(ends[position - 1] ?? 0, ends[position])),
  ];
  const starts = new Uint32Array(parts.length + 1);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  parts.forEach((part, position) => {
    bytes.set(part, end);
    end += part.length;
    starts[position + 1] = end;
  });
  return { starts, bytes };
}
