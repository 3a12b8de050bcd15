// When the feed is synced: by alarms, because the worker that would wait for a timer is long dead. Does not sync itself.
import type { FeedDay } from '../papers/paper';

/** The part of the browser's `alarms` API this needs. */
export interface Alarms {
  create(name: string, info: { delayInMinutes?: number; periodInMinutes?: number }): unknown;
  get(name: string): Promise<{ periodInMinutes?: number; scheduledTime?: number } | undefined>;
  clear(name: string): Promise<boolean>;
  onAlarm: { addListener(listener: (alarm: { name: string }) => void): void };
}

const regular = 'feed-sync';
const resume = 'feed-sync-resume';

const minute = 60_000;

/**
 * How often the plan is looked at, minutes. A regular sync leaves an hour between two requests; the minute more is for alarms that go off
 * a little early, of which every other one would otherwise find the hour not over.
 */
export const regularPeriod = 61;

/** A sync that was killed goes on after this time, minutes; browsers allow no less than half a minute. */
const resumeAfter = 1;

/** Fetches `first` before anything else; see `isRegular` of `runSync`. */
export type Sync<Report> = (first?: FeedDay, isRegular?: boolean) => Promise<Report>;

/**
 * Registers the alarm listener at once and makes sure that the alarm exists. The returned function runs a sync
 * with a net below it: should the worker die meanwhile, an alarm starts the next one. Syncs by alarm are regular ones, that of the net
 * included: what is missing is fetched all the same, and a net below every run must not be a way around the hour.
 */
export function scheduleSync<Report>(
  alarms: Alarms,
  sync: Sync<Report>,
  now: () => number = Date.now,
): Sync<Report> {
  async function runWithNet(first?: FeedDay, isRegular?: boolean): Promise<Report> {
    alarms.create(resume, { delayInMinutes: resumeAfter });
    const report = await sync(first, isRegular);
    await alarms.clear(resume);
    return report;
  }
  alarms.onAlarm.addListener(({ name }) => {
    if (name === regular || name === resume) void runWithNet(undefined, true);
  });
  void alarms.get(regular).then((alarm) => {
    // One of an earlier version may come at another pace; one that was set by a clock that was ahead would not come for as long.
    const isSoon = (alarm?.scheduledTime ?? 0) - now() <= regularPeriod * minute;
    if (alarm?.periodInMinutes === regularPeriod && isSoon) return;
    alarms.create(regular, { delayInMinutes: regularPeriod, periodInMinutes: regularPeriod });
  });
  return runWithNet;
}
