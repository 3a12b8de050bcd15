// Weeks and months of Daily Papers, and the feed days in them. Pure arithmetic in UTC, as feed-day.ts.
import { addDays, feedDayOf, isFeedDay, isWeekday } from './feed-day';
import type { FeedListQuery, FeedMonth, FeedWeek } from './list-query';
import type { FeedDay } from './paper';

/** The Monday of a week, ISO 8601: week 1 is the one that holds January 4. Undefined for text that is no week. */
function mondayOf(week: string): FeedDay | undefined {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const fourth = `${year}-01-04`;
  if (!year || !isFeedDay(fourth) || Number(number) < 1) return undefined;
  const firstMonday = addDays(fourth, -((new Date(`${fourth}T00:00Z`).getUTCDay() + 6) % 7));
  const monday = addDays(firstMonday, (Number(number) - 1) * 7);
  return weekOf(monday) === week ? monday : undefined;
}

/** Whether `text` is a week that exists: `2026-W53` does, `2025-W53` does not. */
export const isFeedWeek = (text: string): boolean => mondayOf(text) !== undefined;

export const isFeedMonth = (text: string): boolean => isFeedDay(`${text}-01`);

/** The week a day lies in. Throws RangeError where `day` is none. */
export function weekOf(day: FeedDay): FeedWeek {
  const weekday = (new Date(`${addDays(day, 0)}T00:00Z`).getUTCDay() + 6) % 7;
  // A week belongs to the year of its Thursday.
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(`${thursday}T00:00Z`) - Date.parse(`${year}-01-01T00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** The month a day lies in. Throws RangeError where `day` is none. */
export const monthOf = (day: FeedDay): FeedMonth => addDays(day, 0).slice(0, 7);

/** Monday to Friday. Throws RangeError where `week` is none. */
export function daysOfWeek(week: FeedWeek): FeedDay[] {
  const monday = mondayOf(week);
  if (!monday) throw new RangeError(`Not a week: ${week}`);
  return [0, 1, 2, 3, 4].map((days) => addDays(monday, days));
}

/** The weekdays of a month, first to last. Throws RangeError where `month` is none. */
export function daysOfMonth(month: FeedMonth): FeedDay[] {
  if (!isFeedMonth(month)) throw new RangeError(`Not a month: ${month}`);
  const days: FeedDay[] = [];
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) {
    if (isWeekday(day)) days.push(day);
  }
  return days;
}

/** The week `n` weeks later (earlier where negative). Throws RangeError where `week` is none. */
export const addWeeks = (week: FeedWeek, n: number): FeedWeek =>
  weekOf(addDays(daysOfWeek(week)[0] ?? '', 7 * n));

/** The month `n` months later (earlier where negative). Throws RangeError where `month` is none. */
export function addMonths(month: FeedMonth, n: number): FeedMonth {
  if (!isFeedMonth(month)) throw new RangeError(`Not a month: ${month}`);
  const [year = 0, number = 1] = month.split('-').map(Number);
  const later = feedDayOf(Date.UTC(year, number - 1 + n, 1));
  if (!later) throw new RangeError(`No month ${n} after ${month}`);
  return monthOf(later);
}

/** A week or a month, as a list is asked for. */
export type PeriodQuery = Exclude<FeedListQuery, { view: 'trending' }>;

/** The feed days of a week or a month, first to last. Throws RangeError where it is none. */
export const daysOfPeriod = (query: PeriodQuery): FeedDay[] =>
  query.view === 'week' ? daysOfWeek(query.week) : daysOfMonth(query.month);

/** The first instant after a week or a month, in UTC, ms since 1970. Throws RangeError where it is none, or ends the calendar. */
export function endOfPeriod(query: PeriodQuery): number {
  const next =
    query.view === 'week' ? daysOfWeek(addWeeks(query.week, 1))[0] : `${addMonths(query.month, 1)}-01`;
  return Date.parse(`${next}T00:00Z`);
}
