// The index as it is stored: less than half the bytes, because reading and writing them is what takes the time. Pure.
import { readNumber, writeNumber } from './leb128';
import type { PaperIndex } from './paper-index';

export interface PackedIndex extends Omit<PaperIndex, 'postingSlots'> {
  /** For each posting how far its slot lies from the one before it within the term; see `leb128.ts`. */
  postingSteps: Uint8Array;
}

/** Of the bytes of a number. */
const mostBytes = 5;

export function packIndex({ postingSlots, ...index }: PaperIndex): PackedIndex {
  const { postingStarts } = index;
  const steps = { bytes: new Uint8Array(postingSlots.length * mostBytes), position: 0 };
  for (let term = 0; term + 1 < postingStarts.length; term++) {
    const last = postingStarts[term + 1] as number;
    let before = 0;
    for (let posting = postingStarts[term] as number; posting < last; posting++) {
      const slot = postingSlots[posting] as number;
      writeNumber(steps, slot - before);
      before = slot;
    }
  }
  return { ...index, postingSteps: steps.bytes.slice(0, steps.position) };
}

/** Whatever it is given, it ends; a packed index that is not whole gives one that is not, either. */
export function unpackIndex({ postingSteps, ...index }: PackedIndex): PaperIndex {
  const { postingStarts, postingCounts } = index;
  const postingSlots = new Uint32Array(postingCounts.length);
  const steps = { bytes: postingSteps, position: 0 };
  for (let term = 0; term + 1 < postingStarts.length; term++) {
    const last = postingStarts[term + 1] as number;
    let slot = 0;
    for (let posting = postingStarts[term] as number; posting < last; posting++) {
      slot += readNumber(steps);
      postingSlots[posting] = slot;
    }
  }
  return { ...index, postingSlots };
}
