// Papers the feed did not have when it was asked about them, so that it is not asked again on every visit.
import type { PaperglossDatabase } from './database';
import { readState, writeState } from './state';
import { guarded } from './store-error';

export const missesKey = 'missed-look-ups';

/** After this time (ms) the feed is asked again. */
const memory = 86_400_000;

/** The most that are remembered; the oldest go first. */
const maxMisses = 2_000;

type Miss = [id: string, missedAt: number];

/** A miss noted in the future, by a clock that was wrong, counts as forgotten. */
const isRemembered = (missedAt: number, now: number) => missedAt <= now && now - missedAt < memory;

const readMisses = (db: PaperglossDatabase) => readState<Miss[]>(db, missesKey, []);

/** Whether the feed said within a day before `now` (ms since 1970) that it does not have the paper. */
export async function isKnownMiss(db: PaperglossDatabase, id: string, now: number): Promise<boolean> {
  const misses = await readMisses(db);
  return misses.some(([missed, missedAt]) => missed === id && isRemembered(missedAt, now));
}

/**
 * Notes that the feed does not have the paper. `now` (ms since 1970) is asked when it is this miss's turn to be written: by the time of the
 * question, one that was asked later and answered earlier would be from the future. Rejects with StoreError.
 */
export async function recordMiss(db: PaperglossDatabase, id: string, now: () => number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.state, async () => {
      const misses = await readMisses(db);
      const missedAt = now();
      const others = misses.filter(([missed, at]) => missed !== id && isRemembered(at, missedAt));
      await writeState(db, missesKey, [...others, [id, missedAt]].slice(-maxMisses));
    }),
  );
}
