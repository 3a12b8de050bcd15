// Takes what is to be imported apart into messages that contexts can send each other. Sends nothing itself.
import type { ListGain } from '../../../lib/store/reading-list-keeper';

/** A browser carries 64 MB; what a message takes on the way is counted in characters of JSON. */
const charactersAtMost = 16 * 1024 * 1024;

/** In order, nothing left out; one that is too long alone goes alone. [] for nothing. */
export function importBatches<T>(items: readonly T[], most: number = charactersAtMost): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    const batch = batches.at(-1);
    if (batch && size <= room) {
      batch.push(item);
      room -= size;
    } else {
      batches.push([item]);
      room = most - size;
    }
  }
  return batches;
}

/** One batch after the other; what all of them brought. Rejects with the first failure: what was sent before it stays done. */
export async function importInBatches<T>(
  items: readonly T[],
  send: (batch: T[]) => Promise<ListGain>,
): Promise<ListGain> {
  const result = { added: 0, merged: 0 };
  for (const batch of importBatches(items)) {
    const { added, merged } = await send(batch);
    result.added += added;
    result.merged += merged;
  }
  return result;
}
