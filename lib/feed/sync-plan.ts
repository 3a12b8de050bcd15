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
  /**
   * Nobody waits for it: of the days that are stored or failed before, one is planned at most, and none where the feed was asked less than
   * an hour ago. What is missing is planned all the same.
   */
  regular?: {
    /** ms since 1970; undefined where it never was. */
    askedAt?: number;
  };
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
export function planSync(input: PlanInput): PlannedDay[] {
  const { days, now, horizonDays, backfill = backfillPerRun, regular } = input;
  const today = feedDayOf(now);
  if (!today) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const plan: Record<PlannedDay['reason'], PlannedDay[]> = {
    newest: [],
    missing: [],
    stale: [],
    backfill: [],
  };
  const waiting: OverdueDay[] = [];
  const feedDays = weekdaysBack(today, horizonDays);
  for (const day of feedDays) {
    const stored = known.get(day);
    if (stored && isResting(stored, now)) continue;
    const age = daysBetween(day, today);
    const isMissing = !stored || stored.fetchedAt === 0;
    const isLast = day === lastFeedDay(feedDays, today);
    const overdue = isMissing ? mostOverdue : overdueBy(stored, { now, age, isLast });
    if (overdue < 1) continue;
    const older = !isMissing ? 'stale' : age <= recentAge ? 'missing' : 'backfill';
    const isNewest = isMissing ? day === feedDays[0] : age === 0;
    const reason = isNewest ? 'newest' : older;
    if (regular && stored) waiting.push({ day, reason, overdue });
    else plan[reason].push({ day, reason });
  }
  const atOnce = [
    ...plan.newest,
    ...plan.missing,
    ...plan.stale,
    ...plan.backfill.slice(0, Math.max(0, backfill)),
  ];
  return regular && atOnce.length === 0 && isHourOver(regular.askedAt, now) ? chooseOne(waiting) : atOnce;
}

interface OverdueDay extends PlannedDay {
  overdue: number;
}

/** Twice its time is as overdue as a day gets. */
const mostOverdue = 2;

/** The most overdue day, of equal ones the newest: so today, which lasts an hour, is never passed over twice in a row. */
function chooseOne(waiting: OverdueDay[]): PlannedDay[] {
  const [chosen] = waiting.toSorted((one, other) => other.overdue - one.overdue);
  return chosen ? [{ day: chosen.day, reason: chosen.reason }] : [];
}

/** A time in the future, as a clock that was wrong leaves it, says nothing. */
const isHourOver = (askedAt: number | undefined, now: number): boolean =>
  askedAt === undefined || askedAt > now || now - askedAt >= hour;

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

/** How long ago a day was fetched, by how long it lasts: from 1 on it is stale, at most `mostOverdue`. */
function overdueBy({ day, fetchedAt }: KnownDay, at: { now: number; age: number; isLast: boolean }): number {
  // Fetched in the future: the clock was wrong then or is now, and only a new fetch tells.
  if (fetchedAt > at.now) return mostOverdue;
  if (at.age > settledAge) {
    return fetchedAt < Date.parse(`${day}T00:00Z`) + settledAge * dayLength ? mostOverdue : 0;
  }
  const lasts = at.age === 0 ? hour : at.isLast ? 6 * hour : dayLength;
  return Math.min((at.now - fetchedAt) / lasts, mostOverdue);
}

/** After a failure a day is left alone for 10 minutes, twice as long after each further one, 6 hours at most. */
function isResting({ failures = 0, failedAt = 0 }: KnownDay, now: number): boolean {
  const sinceFailure = now - failedAt;
  return failures > 0 && sinceFailure >= 0 && sinceFailure < Math.min(2 ** failures * 5 * minute, 6 * hour);
}
