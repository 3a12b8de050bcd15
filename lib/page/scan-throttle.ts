// How often a page is looked at: at once when something has happened, then not before a pause that grows with what a look costs.

/** The shortest pause between two runs asked for by `soon`, ms. */
const shortestPause = 150;

/** After a change the pause is so many times as long as the last run: never more than 4 % of the time goes into such runs. */
const pausePerRun = 25;

/** After an arrival, which a reader waits for, it is only so many times as long. */
const pausePerArrival = 4;

export interface ScanThrottle {
  /** Something has changed: runs now if it has been quiet, else once after the pause. */
  soon(): void;
  /** The reader has arrived somewhere: runs now, or after a short pause where runs are dear. */
  now(): void;
}

/** Runs `work` until `signal` aborts. */
export function createScanThrottle(work: () => void, signal: AbortSignal): ScanThrottle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer will run; ms, like the others. */
  let due = Number.POSITIVE_INFINITY;
  let endedAt = Number.NEGATIVE_INFINITY;
  let took = 0;

  function run(): void {
    if (signal.aborted) return;
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    const start = performance.now();
    work();
    endedAt = performance.now();
    took = endedAt - start;
  }

  function runAfter(pause: number): void {
    due = Math.min(due, endedAt + pause);
    clearTimeout(timer);
    const wait = due - performance.now();
    if (wait > 0) timer = setTimeout(run, wait);
    else run();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    soon: () => runAfter(Math.max(shortestPause, took * pausePerRun)),
    now: () => runAfter(took * pausePerArrival),
  };
}
