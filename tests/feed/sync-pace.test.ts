// Two weeks of regular syncs on a full store, by a clock that is moved by hand: how often the feed is asked, and how old the lists get.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../lib/feed/feed-error';
import { regularPeriod } from '../../lib/feed/schedule';
import { runSync, type SyncStore } from '../../lib/feed/sync';
import type { KnownDay } from '../../lib/feed/sync-plan';
import { describeError } from '../../lib/messages/describe-error';
import { addDays, daysBetween, feedDayOf, isWeekday } from '../../lib/papers/feed-day';
import type { FeedDay } from '../../lib/papers/paper';
import type { SyncState } from '../../lib/store/sync-state';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const dayLength = 24 * hour;

const horizonDays = 30;
const watched = 14;

interface Request {
  day: FeedDay;
  at: number;
  /** Nothing was stored of the day when it was asked for. */
  isMissing: boolean;
}

type Tick = 'arrives' | 'fails' | 'is offline' | 'dies';

/** A store in memory that outlives the runs, in which every weekday was fetched within the last two days. */
function fullStore(now: number, agesInMinutes: number[]) {
  const days = new Map<FeedDay, KnownDay>();
  const state: SyncState = {};
  const today = feedDayOf(now) ?? '';
  for (let age = 0; age <= horizonDays; age++) {
    const day = addDays(today, -age);
    const minutes = agesInMinutes[age % agesInMinutes.length] ?? 0;
    if (isWeekday(day)) days.set(day, { day, fetchedAt: now - minutes * minute });
  }
  const store: SyncStore = {
    days: async () => [...days.values()],
    async storeDay({ day, fetchedAt }) {
      days.set(day, { day, fetchedAt });
    },
    async recordFailure(day, _failure, at) {
      const known = days.get(day) ?? { day, fetchedAt: 0 };
      days.set(day, { ...known, failures: (known.failures ?? 0) + 1, failedAt: at });
    },
    state: async () => ({ ...state }),
    async changeState(change) {
      Object.assign(state, change);
    },
  };
  return { store, days };
}

/**
 * Lets the regular alarm go off for two weeks. `tickOf` says how each run ends; one that dies is followed by the net, a minute later.
 * Alarms come up to half a minute late, and an answer takes up to 20 seconds.
 */
async function watch(start: number, agesInMinutes: number[], late: number[], ticks: Tick[]) {
  const { store, days } = fullStore(start, agesInMinutes);
  const requests: Request[] = [];
  const oldest = new Map<FeedDay, number>();
  const clock = { time: start };

  /** How old the days of the last week had got just before `now`. */
  function look(now: number) {
    const today = feedDayOf(now) ?? '';
    for (const { day, fetchedAt } of days.values()) {
      const age = daysBetween(day, today);
      if (age < 0 || age > 7) continue;
      const name = age === 0 ? 'today' : 'week';
      oldest.set(name, Math.max(oldest.get(name) ?? 0, now - fetchedAt));
    }
    if (isWeekday(today) && !days.get(today)?.fetchedAt) {
      const since = now - Date.parse(`${today}T00:00Z`);
      oldest.set('missing', Math.max(oldest.get('missing') ?? 0, since));
    }
  }

  async function run(tick: Tick): Promise<void> {
    let die = () => {};
    const dead = new Promise<void>((resolve) => (die = resolve));
    const client = {
      async day(day: FeedDay) {
        requests.push({ day, at: clock.time, isMissing: !days.get(day)?.fetchedAt });
        // What is missing is asked for again at once, as it should be.
        if (tick === 'dies' && days.get(day)?.fetchedAt) {
          die();
          await new Promise(() => undefined);
        }
        clock.time += (late[requests.length % late.length] ?? 0) % (20 * second);
        if (tick === 'fails') throw new FeedError('server', 'It is down.');
        if (tick === 'is offline') throw new FeedError('offline', 'It is gone.');
        look(clock.time);
        return { papers: [], rejected: [] };
      },
    };
    const options = { client, store, horizonDays, describe: describeError, now: () => clock.time };
    await Promise.race([runSync({ ...options, isRegular: () => true }), dead]);
  }

  const count = Math.floor((watched * dayLength) / (regularPeriod * minute));
  for (let index = 0; index < count; index++) {
    const scheduled = start + (index + 1) * regularPeriod * minute;
    clock.time = scheduled + (late[index % late.length] ?? 0);
    look(clock.time);
    const tick = ticks[index % ticks.length] ?? 'arrives';
    await run(tick);
    if (tick !== 'dies') continue;
    clock.time += minute;
    await run('arrives');
  }
  return { requests, oldest };
}

const start = fc.integer({
  min: Date.parse('2026-01-01T00:00Z') / second,
  max: Date.parse('2028-01-01T00:00Z') / second,
});
const ages = fc.array(fc.integer({ min: 0, max: 2 * 24 * 60 }), { minLength: 1, maxLength: 31 });
const late = fc.array(fc.integer({ min: 0, max: 30 * second }), { minLength: 1, maxLength: 40 });

const closest = (requests: Request[]) =>
  requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));

describe('regular syncs of a full store', () => {
  it('ask once an hour at most, and have a new day within its first hour and two minutes', async () => {
    await fc.assert(
      fc.asyncProperty(start, ages, late, async (seconds, minutes, lateness) => {
        const { requests, oldest } = await watch(seconds * second, minutes, lateness, ['arrives']);
        expect(Math.min(...closest(requests))).toBeGreaterThanOrEqual(hour);
        expect(oldest.get('missing') ?? 0).toBeLessThan(62 * minute);
        expect(requests.length).toBeGreaterThan(watched * 10);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('let today get no older than two hours and three minutes, and no day of its first week than two days', async () => {
    await fc.assert(
      fc.asyncProperty(start, late, async (seconds, lateness) => {
        const { oldest } = await watch(seconds * second, [0], lateness, ['arrives']);
        expect(oldest.get('today') ?? 0).toBeLessThan(2 * hour + 3 * minute);
        expect(oldest.get('week') ?? 0).toBeLessThan(2 * dayLength);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('ask once an hour at most, whatever fails and whenever the worker dies, but for a day that is missing', async () => {
    const tick = fc.constantFrom<Tick>('arrives', 'fails', 'is offline', 'dies');
    const ticks = fc.array(tick, { minLength: 1, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(start, ages, late, ticks, async (seconds, minutes, lateness, ends) => {
        const { requests } = await watch(seconds * second, minutes, lateness, ends);
        const gaps = closest(requests).filter((_, index) => !requests[index + 1]?.isMissing);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hour);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
