// Keeps the calls of the feed under a fixed number a minute, over the death of the worker: the log of calls is stored outside.

export const callsPerMinute = 60;

const minute = 60_000;

/** Where the times of past calls (ms since 1970) are kept. */
export interface CallLog {
  read(): Promise<number[]>;
  write(times: number[]): Promise<void>;
}

/** Resolves after `ms`; rejects with the signal's reason when it is aborted before. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface CallBudget {
  /** Resolves when a call may be made, which is then counted. Rejects with the signal's reason when aborted while waiting. */
  take(signal?: AbortSignal): Promise<void>;
}

/**
 * The calls of the last minute, oldest first. Times in the future, as a clock that was put back leaves them, count as made
 * `now`: the limit holds, and they are forgotten after a minute instead of a day.
 */
export function recentCalls(log: readonly number[], now: number): number[] {
  return log
    .filter((time) => time > now - minute)
    .map((time) => Math.min(time, now))
    .sort((a, b) => a - b);
}

/** ms until one more call fits, 0 when it fits now. `recent` is what `recentCalls` made for the same `now`. */
export function delayBeforeCall(recent: readonly number[], now: number): number {
  const oldestThatCounts = recent.at(-callsPerMinute);
  return oldestThatCounts === undefined ? 0 : Math.max(0, oldestThatCounts + minute - now);
}

/** One budget for all calls of a worker: takers are served one after the other. */
export function createCallBudget(deps: { log: CallLog; now: () => number; wait: Wait }): CallBudget {
  const { log, now, wait } = deps;
  let turn: Promise<unknown> = Promise.resolve();
  /** Read once: as long as the worker lives, nobody else writes. */
  let calls: readonly number[] | undefined;

  async function takeTurn(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      calls ??= await log.read();
      const time = now();
      const recent = recentCalls(calls, time);
      const delay = delayBeforeCall(recent, time);
      calls = delay === 0 ? [...recent, time] : recent;
      // Written before the call is made: a worker that dies during it has still counted it.
      await log.write([...calls]);
      if (delay === 0) return;
      await wait(delay, signal);
    }
  }

  return {
    take(signal) {
      const taken = turn.then(() => takeTurn(signal));
      turn = taken.catch(() => undefined);
      return taken;
    },
  };
}
