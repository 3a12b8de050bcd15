// Calendar days of Daily Papers, `YYYY-MM-DD`, counted in UTC. Pure arithmetic: no clock, no time zone of the machine.
import type { FeedDay } from './paper';

/** The day Daily Papers began. */
export const firstFeedDay: FeedDay = '2023-05-04';

export const msPerDay = 86_400_000;

/** Whether `text` is a day of the calendar (`2026-02-30` is none), before `firstFeedDay` and in the future, too. */
export function isFeedDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && feedDayOf(Date.parse(`${text}T00:00Z`)) === text;
}

/**
 * The day in UTC of a time: ms since 1970, or ISO 8601 with or without time of day. A time of day without a zone is taken as UTC.
 * Undefined for anything else, impossible dates and years beyond 9999 included.
 */
export function feedDayOf(time: number | string): FeedDay | undefined {
  if (typeof time === 'number') {
    const date = new Date(time);
    if (Number.isNaN(date.getTime())) return undefined;
    const day = date.toISOString().split('T')[0];
    return day?.length === 10 ? day : undefined;
  }
  const [, day, clock, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(time) ?? [];
  if (!day || !isFeedDay(day)) return undefined;
  return clock ? feedDayOf(Date.parse(`${day}T${clock}${zone}`)) : day;
}

/** The day `n` days after `day` (before, where `n` is negative). Throws RangeError where `day` is none or the result has no four-digit year. */
export function addDays(day: FeedDay, n: number): FeedDay {
  const result = feedDayOf(startOf(day) + n * msPerDay);
  if (!result) throw new RangeError(`No day ${n} days after ${day}`);
  return result;
}

/** How many days `b` lies after `a`; negative where it lies before. Throws RangeError where one of them is no day. */
export function daysBetween(a: FeedDay, b: FeedDay): number {
  return (startOf(b) - startOf(a)) / msPerDay;
}

/** Monday to Friday: the days on which Daily Papers appears. Throws RangeError where `day` is none. */
export function isWeekday(day: FeedDay): boolean {
  const weekday = new Date(startOf(day)).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** ms since 1970 */
function startOf(day: FeedDay): number {
  if (!isFeedDay(day)) throw new RangeError(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00Z`);
}
