// How often a page is looked at: at once when something has happened, then not before a pause that grows with what a look costs.

/** The shortest pause between two runs asked for by `soon`, ms. */
const shortestPause = 150;

/** The pause is so many times as long as the last run: never more than 4 % of the time goes into runs. */
const pausePerRun = 25;

/** A run that takes no longer than this (ms) may be repeated at once when the reader has arrived somewhere. */
const cheapRun = 20;

export interface ScanThrottle {
  /** Something has changed: runs now if it has been quiet, else once after the pause. */
  soon(): void;
  /** The reader has arrived somewhere: runs now, on a page whose looks are dear as `soon` does. */
  now(): void;
}

/** Runs `work` until `signal` aborts. */
export function createScanThrottle(work: () => void, signal: AbortSignal): ScanThrottle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let took = 0;

  function run(): void {
    if (signal.aborted) return;
    wanted = false;
    clearTimeout(timer);
    const start = performance.now();
    work();
    took = performance.now() - start;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (wanted) run();
      },
      Math.max(shortestPause, took * pausePerRun),
    );
  }

  function soon(): void {
    if (timer) wanted = true;
    else run();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return { soon, now: () => (took > cheapRun ? soon() : run()) };
}
