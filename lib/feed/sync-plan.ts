// Which feed days to fetch, in order of work: a pure function of what is stored and what time it is.
import { addDays, daysBetween, feedDayOf, firstFeedDay, isWeekday } from '../papers/feed-day';
import type { FeedDay } from '../papers/paper';
import type { StoredFeedDay } from '../store/database';

export type KnownDay = Pick<StoredFeedDay, 'day' | 'fetchedAt' | 'failures' | 'failedAt'>;

export interface PlannedDay {
  day: FeedDay;
  /** `newest`: the newest feed day; `missing`: of the last 30 days; `stale`: worth another fetch; `backfill`: older and missing. */
  reason: 'newest' | 'missing' | 'stale' | 'backfill';
}

export interface PlanInput {
  days: readonly KnownDay[];
  /** ms since 1970 */
  now: number;
  /** How many calendar days back the feed is kept. */
  horizonDays: number;
  /** How many days beyond the last 30 may be planned. */
  backfill?: number;
}

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** Missing days up to this age are fetched at once, older ones slowly. Days. */
const recentAge = 30;

/** From this age on, late summaries have arrived and upvotes hardly grow. Days. */
const settledAge = 7;

export const backfillPerRun = 5;

/**
 * The days to fetch now, most urgent first, no day twice; [] when nothing is due. Weekdays only, from today (UTC) back to the
 * horizon, never before the feed began. On an empty store: the newest day, back to 30 days, then some of those up to the horizon.
 */
export function planSync({ days, now, horizonDays, backfill = backfillPerRun }: PlanInput): PlannedDay[] {
  const today = feedDayOf(now);
  if (!today) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const plan: Record<PlannedDay['reason'], PlannedDay[]> = {
    newest: [],
    missing: [],
    stale: [],
    backfill: [],
  };
  const feedDays = weekdaysBack(today, horizonDays);
  for (const day of feedDays) {
    const stored = known.get(day);
    if (stored && isResting(stored, now)) continue;
    const age = daysBetween(day, today);
    const isNewest = day === feedDays[0];
    if (!stored || stored.fetchedAt === 0) {
      const reason = isNewest ? 'newest' : age <= recentAge ? 'missing' : 'backfill';
      plan[reason].push({ day, reason });
    } else if (isStale(stored, { now, age, isLast: day === lastFeedDay(feedDays, today) })) {
      const reason = age === 0 ? 'newest' : 'stale';
      plan[reason].push({ day, reason });
    }
  }
  return [...plan.newest, ...plan.missing, ...plan.stale, ...plan.backfill.slice(0, Math.max(0, backfill))];
}

/** Newest first. */
function weekdaysBack(today: FeedDay, horizonDays: number): FeedDay[] {
  const reach = Math.min(horizonDays, daysBetween(firstFeedDay, today));
  const days = Array.from({ length: Math.max(0, reach + 1) }, (_, age) => addDays(today, -age));
  return days.filter(isWeekday);
}

/** The newest feed day before today: on a Monday, and at the weekend, that is Friday. */
function lastFeedDay(feedDays: FeedDay[], today: FeedDay): FeedDay | undefined {
  return feedDays[0] === today ? feedDays[1] : feedDays[0];
}

function isStale({ day, fetchedAt }: KnownDay, at: { now: number; age: number; isLast: boolean }): boolean {
  // Fetched in the future: the clock was wrong then or is now, and only a new fetch tells.
  if (fetchedAt > at.now) return true;
  if (at.age > settledAge) return fetchedAt < Date.parse(`${day}T00:00Z`) + settledAge * dayLength;
  const lasts = at.age === 0 ? hour : at.isLast ? 6 * hour : dayLength;
  return at.now - fetchedAt >= lasts;
}

/** After a failure a day is left alone for 10 minutes, twice as long after each further one, 6 hours at most. */
function isResting({ failures = 0, failedAt = 0 }: KnownDay, now: number): boolean {
  const sinceFailure = now - failedAt;
  return failures > 0 && sinceFailure >= 0 && sinceFailure < Math.min(2 ** failures * 5 * minute, 6 * hour);
}
