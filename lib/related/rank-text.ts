// The nearest papers of an index to any text. Pure; slots out.
import { type IndexedPaper, titleFingerprintOf } from './indexed-paper';
import { alikeTo, closestTo, type NearestLists, nearTo } from './nearest';
import { sequenceOf } from './paper-index';
import { sequenceOfText } from './paper-stretches';
import type { WeighedIndex } from './similarity';
import { bestSlots } from './slot-lists';

export interface RankedSlot {
  slot: number;
  score: number;
  /** The terms of the text that was asked about. */
  sequence: readonly number[];
}

/** The nearest papers to a text, nearest first; a paper of the index with its id is the text itself. */
export function rankText(
  weighed: WeighedIndex,
  lists: NearestLists,
  paper: IndexedPaper,
  limit: number,
): RankedSlot[] {
  const { index, sequences } = weighed;
  const found = index.ids.indexOf(paper.id);
  const slot = found < 0 ? undefined : found;
  const sequence = slot === undefined ? sequenceOfText(index.dictionary, paper) : sequenceOf(sequences, slot);
  const alike = alikeTo(weighed, sequence, slot);
  const near = nearTo(weighed, lists.closest, {
    slot,
    alike,
    closest: closestTo(index, alike),
    title: titleFingerprintOf(paper),
    repository: slot === undefined ? 0 : (weighed.repository[slot] as number),
  });
  return bestSlots(index, near, limit).map((other) => ({
    slot: other,
    score: near[other] as number,
    sequence,
  }));
}
