// Machines that sleep over midnight, clocks that are put back or ahead, and readers on the far sides of the day: what the feed is asked
// for, by a clock that is moved by hand.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { regularPeriod, scheduleSync } from '../../lib/feed/schedule';
import { runSync, type SyncStore } from '../../lib/feed/sync';
import type { KnownDay } from '../../lib/feed/sync-plan';
import { createSyncRunner } from '../../lib/feed/sync-runner';
import { describeError } from '../../lib/messages/describe-error';
import { addDays, feedDayOf, isWeekday } from '../../lib/papers/feed-day';
import type { FeedDay } from '../../lib/papers/paper';
import type { SyncState } from '../../lib/store/sync-state';

afterEach(() => vi.unstubAllEnvs());

const minute = 60_000;
const hour = 60 * minute;
const horizonDays = 30;

/** The most westerly and the most easterly day there is, and clocks that change by an hour and by half of one. */
const zones = [
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
];

/** A machine on which everything was fetched at `start` and nothing since. */
function machineAt(start: number) {
  const clock = { time: start };
  const days = new Map<FeedDay, KnownDay>();
  const state: SyncState = { askedAt: start, lastSuccessAt: start };
  const asked: { day: FeedDay; at: number }[] = [];
  const today = feedDayOf(start) ?? '';
  for (let age = 0; age <= 2 * horizonDays; age++) {
    const day = addDays(today, -age);
    if (isWeekday(day)) days.set(day, { day, fetchedAt: start });
  }
  const store: SyncStore = {
    days: async () => [...days.values()],
    storeDay: async ({ day, fetchedAt }) => void days.set(day, { day, fetchedAt }),
    recordFailure: async () => expect.unreachable(),
    state: async () => ({ ...state }),
    changeState: async (change) => void Object.assign(state, change),
  };
  const client = {
    async day(day: FeedDay) {
      asked.push({ day, at: clock.time });
      clock.time += 1_000;
      return { papers: [], rejected: [] };
    },
  };
  const run = createSyncRunner((first, isRegular) =>
    runSync({ client, store, describe: describeError, now: () => clock.time, horizonDays, first, isRegular }),
  );
  const listeners: ((alarm: { name: string }) => void)[] = [];
  let running: Promise<unknown> = Promise.resolve();
  scheduleSync(
    {
      create: () => undefined,
      get: async () => ({ periodInMinutes: regularPeriod }),
      clear: async () => true,
      onAlarm: { addListener: (listener) => void listeners.push(listener) },
    },
    (first, isRegular) => {
      const report = run(first, isRegular);
      running = report;
      return report;
    },
  );
  return {
    clock,
    days,
    asked,
    /** Lets alarms go off together, as those that were missed in a sleep do. */
    async ring(...names: string[]) {
      for (const name of names) for (const listener of listeners) listener({ name });
      await running;
    },
  };
}

describe.each(zones)('in %s', (zone) => {
  it('a night asleep brings one sync in the morning, of the newest day first, and nothing twice', async () => {
    vi.stubEnv('TZ', zone);
    const machine = machineAt(Date.parse('2026-06-11T20:00Z'));
    machine.clock.time = Date.parse('2026-06-12T05:00Z');
    // Nine hours late, and with the net below a sync that the sleep cut off.
    await machine.ring('feed-sync', 'feed-sync-resume');
    expect(machine.asked.map(({ day }) => day)).toEqual(['2026-06-12']);
    machine.clock.time += minute;
    await machine.ring('feed-sync');
    expect(machine.asked).toHaveLength(1);
  });

  it('a weekend asleep brings Monday, and nothing is asked of Saturday and Sunday', async () => {
    vi.stubEnv('TZ', zone);
    const machine = machineAt(Date.parse('2026-06-12T20:00Z'));
    machine.clock.time = Date.parse('2026-06-15T05:00Z');
    await machine.ring('feed-sync', 'feed-sync-resume');
    expect(machine.asked.map(({ day }) => day)).toEqual(['2026-06-15']);
  });

  it.each([
    ['the clocks go ahead', '2026-03-08'],
    ['the clocks go back', '2026-11-01'],
    ['the clocks go back in the south', '2026-04-05'],
  ])('the feed is asked once an hour at most on the day %s', async (_, day) => {
    vi.stubEnv('TZ', zone);
    const machine = machineAt(Date.parse(`${day}T00:00Z`) - 12 * hour);
    for (let rung = 0; rung < 48; rung++) {
      machine.clock.time += regularPeriod * minute;
      await machine.ring('feed-sync');
    }
    const gaps = machine.asked.slice(1).map(({ at }, index) => at - (machine.asked[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour);
  });

  it('the newest day is that of the feed, whatever day it is for the reader', async () => {
    vi.stubEnv('TZ', zone);
    const machine = machineAt(Date.parse('2026-06-11T20:00Z'));
    machine.clock.time = Date.parse('2026-06-11T23:59Z');
    await machine.ring('feed-sync');
    expect(machine.asked.map(({ day }) => day)).toEqual(['2026-06-11']);
    machine.clock.time = Date.parse('2026-06-12T00:01Z');
    await machine.ring('feed-sync');
    expect(machine.asked.map(({ day }) => day)).toEqual(['2026-06-11', '2026-06-12']);
  });
});

describe('a clock that is put back', () => {
  it.each([
    ['an hour', hour],
    ['a day', 24 * hour],
    ['a week', 7 * 24 * hour],
  ])('by %s has nothing asked in a loop, and leaves nothing from the future in a day', async (_, by) => {
    const machine = machineAt(Date.parse('2026-06-12T12:00Z'));
    machine.clock.time -= by;
    const back = machine.clock.time;
    for (let rung = 0; rung < 48; rung++) {
      machine.clock.time += regularPeriod * minute;
      await machine.ring('feed-sync');
    }
    const gaps = machine.asked.slice(1).map(({ at }, index) => at - (machine.asked[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour);
    expect(machine.asked.length).toBeGreaterThan(0);
    const reread = new Set(machine.asked.map(({ day }) => day));
    for (const { day, fetchedAt } of machine.days.values()) {
      if (reread.has(day)) expect(fetchedAt, day).toBeLessThanOrEqual(machine.clock.time);
      expect(fetchedAt).toBeGreaterThanOrEqual(back);
    }
  });
});
