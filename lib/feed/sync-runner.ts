// One sync at a time in a worker: an alarm, the popup and a second window share one run instead of fetching the same days twice.
import type { FeedDay } from '../papers/paper';
import type { SyncReport } from './sync';

/**
 * Makes the function that syncs. While a run goes on, further calls join it; a day they ask for is fetched next, before the rest
 * of the plan. A regular run that one who waits joins is regular no more. `run` gets the list of days asked for and takes from it, and
 * asks before each day whether it is regular; see `first` and `isRegular` of `runSync`.
 */
export function createSyncRunner(
  run: (first: FeedDay[], isRegular: () => boolean) => Promise<SyncReport>,
): (first?: FeedDay, isRegular?: boolean) => Promise<SyncReport> {
  const asked: FeedDay[] = [];
  let running: Promise<SyncReport> | undefined;
  let isRegular = true;

  async function runUntilNothingIsAsked(): Promise<SyncReport> {
    const beganRegular = isRegular;
    const report = await run(asked, () => isRegular);
    // Somebody who waits, or a day that was asked for, came just as the run ended. A run that failed would fail again.
    const cameLate = asked.length > 0 || isRegular !== beganRegular;
    if (!cameLate || report.failure) return report;
    const next = await run(asked, () => isRegular);
    return { ...next, fetched: [...report.fetched, ...next.fetched] };
  }

  return (first, regular = false) => {
    if (first !== undefined && !asked.includes(first)) asked.push(first);
    if (!regular) isRegular = false;
    running ??= runUntilNothingIsAsked().finally(() => {
      running = undefined;
      isRegular = true;
      asked.length = 0;
    });
    return running;
  };
}
