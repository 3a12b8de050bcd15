// Keeps to arXiv's rule, one call in three seconds and one connection at a time, over the death of the worker: when the last call was
// made is stored outside. Rule: https://info.arxiv.org/help/api/tou.html
import type { Wait } from '../feed/call-budget';

/** ms from the beginning of one call to that of the next. */
export const callSpacing = 3_000;

/** Where the time of the last call (ms since 1970) is kept; 0 where there was none. */
export interface LastCall {
  read(): Promise<number>;
  write(time: number): Promise<void>;
}

/**
 * Makes the function that makes calls: one after the other, each when it is due. It gives what the call gives, and rejects with the
 * signal's reason when it is aborted before the call begins.
 */
export function createCallSpacing(deps: { lastCall: LastCall; now: () => number; wait: Wait }) {
  const { lastCall, now, wait } = deps;
  let turn: Promise<unknown> = Promise.resolve();

  async function waitUntilDue(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const last = await lastCall.read();
      const time = now();
      // A clock that was put back leaves times ahead: they count as now, or the next call would be due in a day.
      if (last > time) await lastCall.write(time);
      const delay = Math.min(last, time) + callSpacing - time;
      if (delay <= 0) break;
      await wait(delay, signal);
    }
    // Before the call is made: a worker that dies during it has still counted it.
    await lastCall.write(now());
  }

  return <T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const made = turn.then(async () => {
      await waitUntilDue(signal);
      return call();
    });
    turn = made.catch(() => undefined);
    return made;
  };
}
