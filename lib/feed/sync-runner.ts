// One sync at a time in a worker: an alarm, the popup and a second window share one run instead of fetching the same days twice.
import type { FeedDay } from '../papers/paper';
import type { SyncReport } from './sync';

/**
 * Makes the function that syncs. While a run goes on, further calls join it; a day they ask for is fetched next, before the rest
 * of the plan. `run` gets the list of days asked for and takes from it; see `first` of `runSync`.
 */
export function createSyncRunner(
  run: (first: FeedDay[]) => Promise<SyncReport>,
): (first?: FeedDay) => Promise<SyncReport> {
  const asked: FeedDay[] = [];
  let running: Promise<SyncReport> | undefined;

  async function runUntilNothingIsAsked(): Promise<SyncReport> {
    const report = await run(asked);
    // A day that was asked for just as the run ended. A run that failed would fail again.
    if (asked.length === 0 || report.failure) return report;
    const next = await run(asked);
    return { ...next, fetched: [...report.fetched, ...next.fetched] };
  }

  return (first) => {
    if (first !== undefined && !asked.includes(first)) asked.push(first);
    running ??= runUntilNothingIsAsked().finally(() => {
      running = undefined;
      asked.length = 0;
    });
    return running;
  };
}
