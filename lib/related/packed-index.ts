// The index as it is stored: less than half the bytes, because reading and writing them is what takes the time. Pure.
import type { PaperIndex } from './paper-index';

export interface PackedIndex extends Omit<PaperIndex, 'postingSlots'> {
  /** For each posting how far its slot lies from the one before it within the term, 7 bits a byte, the lowest first (LEB128). */
  postingSteps: Uint8Array;
}

const longestStep = 5;

export function packIndex({ postingSlots, ...index }: PaperIndex): PackedIndex {
  const { postingStarts } = index;
  const bytes = new Uint8Array(postingSlots.length * longestStep);
  let end = 0;
  for (let term = 0; term + 1 < postingStarts.length; term++) {
    const last = postingStarts[term + 1] as number;
    let before = 0;
    for (let posting = postingStarts[term] as number; posting < last; posting++) {
      const slot = postingSlots[posting] as number;
      let step = slot - before;
      before = slot;
      for (; step > 127; step >>>= 7) bytes[end++] = (step & 127) | 128;
      bytes[end++] = step;
    }
  }
  return { ...index, postingSteps: bytes.slice(0, end) };
}

/** Whatever it is given, it ends; a packed index that is not whole gives one that is not, either. */
export function unpackIndex({ postingSteps, ...index }: PackedIndex): PaperIndex {
  const { postingStarts, postingCounts } = index;
  const postingSlots = new Uint32Array(postingCounts.length);
  let position = 0;
  for (let term = 0; term + 1 < postingStarts.length; term++) {
    const last = postingStarts[term + 1] as number;
    let slot = 0;
    for (let posting = postingStarts[term] as number; posting < last; posting++) {
      let step = 0;
      for (let shift = 0, more = true; more; shift += 7) {
        const byte = postingSteps[position++] ?? 0;
        step |= (byte & 127) << shift;
        more = byte > 127;
      }
      slot += step;
      postingSlots[posting] = slot;
    }
  }
  return { ...index, postingSlots };
}
