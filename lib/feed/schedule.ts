// When the feed is synced: by alarms, because the worker that would wait for a timer is long dead. Does not sync itself.

/** The part of the browser's `alarms` API this needs. */
export interface Alarms {
  create(name: string, info: { delayInMinutes?: number; periodInMinutes?: number }): unknown;
  get(name: string): Promise<unknown>;
  clear(name: string): Promise<boolean>;
  onAlarm: { addListener(listener: (alarm: { name: string }) => void): void };
}

const regular = 'feed-sync';
const resume = 'feed-sync-resume';

/** How often the plan is looked at, minutes. What is fetched then is the plan's business. */
const period = 30;

/** A sync that was killed goes on after this time, minutes; browsers allow no less than half a minute. */
const resumeAfter = 1;

/**
 * Registers the alarm listener at once and makes sure that the alarm exists. The returned function runs a sync
 * with a net below it: should the worker die meanwhile, an alarm starts the next one.
 */
export function scheduleSync<Asked extends unknown[], Report>(
  alarms: Alarms,
  sync: (...asked: Asked | []) => Promise<Report>,
): (...asked: Asked | []) => Promise<Report> {
  async function runWithNet(...asked: Asked | []): Promise<Report> {
    alarms.create(resume, { delayInMinutes: resumeAfter });
    const report = await sync(...asked);
    await alarms.clear(resume);
    return report;
  }
  alarms.onAlarm.addListener(({ name }) => {
    if (name === regular || name === resume) void runWithNet();
  });
  void alarms.get(regular).then((alarm) => {
    if (!alarm) alarms.create(regular, { delayInMinutes: period, periodInMinutes: period });
  });
  return runWithNet;
}
