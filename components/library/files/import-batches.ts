// Takes what is to be imported apart into messages, and sends one after the other until all are gone or the reader stops it. Knows no
// message.
import type { ListGain } from '../../../lib/store/reading-list-keeper';

/** A browser carries 64 MB; what a message takes on the way is counted in characters of JSON. */
const charactersAtMost = 16 * 1024 * 1024;

/** Few enough that a bar moves and a stop comes soon, many enough that writing costs no more than in one piece. */
const itemsAtMost = 500;

/** What a run in batches heeds and tells. */
export interface BatchRun {
  /** Once it is aborted, the batch that is on its way is the last. */
  signal: AbortSignal;
  /** Called after each batch: of how many items the answer is here, and what they brought to the list. */
  onDone(done: number, gain: ListGain): void;
}

/** In order, nothing left out; one that is too long alone goes alone. [] for nothing. */
export function importBatches<T>(
  items: readonly T[],
  characters: number = charactersAtMost,
  most: number = itemsAtMost,
): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    const batch = batches.at(-1);
    if (batch && size <= room && batch.length < most) {
      batch.push(item);
      room -= size;
    } else {
      batches.push([item]);
      room = characters - size;
    }
  }
  return batches;
}

/** Of how many items the answer is here, and what they brought to the list. */
export interface BatchesDone {
  done: number;
  gain: ListGain;
}

/**
 * What was done in the end, counted on from `before`: less than there was to do where the reader has stopped it. Rejects with the first
 * failure; what was sent before it stays done, and has been told.
 */
export async function sendInBatches<T>(
  items: readonly T[],
  send: (batch: T[]) => Promise<ListGain>,
  { signal, onDone }: BatchRun,
  before: BatchesDone = { done: 0, gain: { added: 0, merged: 0 } },
): Promise<BatchesDone> {
  let { done, gain } = before;
  for (const batch of importBatches(items)) {
    if (signal.aborted) break;
    const { added, merged } = await send(batch);
    done += batch.length;
    gain = { added: gain.added + added, merged: gain.merged + merged };
    onDone(done, gain);
  }
  return { done, gain };
}
