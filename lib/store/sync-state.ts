// How the sync is doing, so that a worker that was killed knows what to respect and the popup can say what is going on; and the log
// of calls, apart from it, because it changes with every call and nobody draws it.
import type { FeedDay } from '../papers/paper';
import type { Failure, PaperglossDatabase } from './database';
import { readState, writeState } from './state';

export type { Failure };

export interface SyncState {
  running?: {
    /** The day that is being fetched, and since when, ms since 1970. */
    day: FeedDay;
    since: number;
    /** Days this run is done with, of the days it has planned. */
    done: number;
    planned: number;
  };
  /** When a run last ended without any failure, ms since 1970. */
  lastSuccessAt?: number;
  lastFailure?: Failure & { at: number };
  /** The feed asked not to be called before this time, ms since 1970. */
  retryAt?: number;
  /** When the feed was last asked for a day, ms since 1970; what regular syncs keep an hour from. */
  askedAt?: number;
}

export const syncKey = 'sync';

const callsKey = 'calls';

/** A run that has been at one day for so long (ms) was killed: the longest a day takes is a full call budget and one retry. */
const silence = 120_000;

/** `now` in ms since 1970. */
export async function readSyncState(db: PaperglossDatabase, now: number): Promise<SyncState> {
  const { running, ...state } = await readState<SyncState>(db, syncKey, {});
  const isAlive = running !== undefined && Math.abs(now - running.since) < silence;
  return isAlive ? { ...state, running } : state;
}

/** Changes the fields that are named; those set to undefined are removed. */
export async function writeSyncState(db: PaperglossDatabase, change: Partial<SyncState>): Promise<void> {
  await db.transaction('rw', db.state, async () => {
    const state = { ...(await readState<SyncState>(db, syncKey, {})), ...change };
    const present = Object.entries(state).filter(([, value]) => value !== undefined);
    await writeState(db, syncKey, Object.fromEntries(present));
  });
}

/** The times (ms since 1970) of the last calls, for the call budget. They outlive a cleared cache: the limit does, too. */
export function callLog(db: PaperglossDatabase) {
  return {
    read: () => readState<number[]>(db, callsKey, []),
    write: (times: number[]) => writeState(db, callsKey, times),
  };
}

/** Whether the feed was ever called, also where its cache has been cleared since. */
export const hasCalledFeed = async (db: PaperglossDatabase): Promise<boolean> =>
  (await readState<number[] | undefined>(db, callsKey, undefined)) !== undefined;
