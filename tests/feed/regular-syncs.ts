// Two weeks of regular syncs on a full store, by a clock that is moved by hand: how often the feed is asked, and how old the lists get.
// For the unit test and the bench; asserts nothing itself.
import { FeedError } from '../../lib/feed/feed-error';
import { regularPeriod } from '../../lib/feed/schedule';
import { runSync, type SyncStore } from '../../lib/feed/sync';
import type { KnownDay } from '../../lib/feed/sync-plan';
import { describeError } from '../../lib/messages/describe-error';
import { addDays, daysBetween, feedDayOf, isWeekday } from '../../lib/papers/feed-day';
import type { FeedDay } from '../../lib/papers/paper';
import type { SyncState } from '../../lib/store/sync-state';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const dayLength = 24 * hour;

const horizonDays = 30;
export const watched = 14;

export interface Request {
  day: FeedDay;
  at: number;
  /** Nothing was stored of the day when it was asked for. */
  isMissing: boolean;
}

export type Tick = 'arrives' | 'fails' | 'is offline' | 'dies';

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
export async function watchSyncs(start: number, agesInMinutes: number[], late: number[], ticks: Tick[]) {
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

/** How many requests a day sends on average, two weeks long, of a browser that is never closed, with a store that is full on Friday. */
export async function requestsOfDay(): Promise<number> {
  const { requests } = await watchSyncs(Date.parse('2026-06-12T09:00Z'), [0], [0], ['arrives']);
  return requests.length / watched;
}
