// The days of the small calendar: its weeks, where the keys lead, and how strong a day was. Pure.
import { addDays, daysBetween, feedDayOf, firstFeedDay, isWeekday } from '../../lib/papers/feed-day';
import { addMonths, daysOfMonth, daysOfWeek, monthOf, weekOf } from '../../lib/papers/feed-period';
import type { FeedMonth } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';

/** What is cached of a day. */
export interface CachedDay {
  day: FeedDay;
  papers: number;
  /** Of all its papers together; absent where nobody counted them. */
  upvotes?: number;
}

/** Monday to Friday of each week of a month; a day of another month is undefined. */
export function calendarWeeks(month: FeedMonth): (FeedDay | undefined)[][] {
  const weeks = [...new Set(daysOfMonth(month).map(weekOf))];
  return weeks.map((week) => daysOfWeek(week).map((day) => (monthOf(day) === month ? day : undefined)));
}

/** The last weekday that has come, at `now` (ms since 1970). */
export function lastCalendarDay(now: number): FeedDay {
  let day = feedDayOf(now) ?? firstFeedDay;
  while (!isWeekday(day)) day = addDays(day, -1);
  return day;
}

/** The day itself, or the nearest that can be chosen: from the first of Daily Papers to the last that has come. */
export function withinCalendar(day: FeedDay, now: number): FeedDay {
  const last = lastCalendarDay(now);
  if (day > last) return last;
  return day < firstFeedDay ? firstFeedDay : day;
}

function weekdayBeside(day: FeedDay, step: 1 | -1): FeedDay {
  const beside = addDays(day, step);
  return isWeekday(beside) ? beside : weekdayBeside(beside, step);
}

/** The same weekday of the month, counted from its first: the third Thursday stays a Thursday, the fifth may become the fourth. */
function inMonth(day: FeedDay, months: number): FeedDay {
  const month = addMonths(monthOf(day), months);
  const days = daysOfMonth(month);
  const place = Math.floor(daysBetween(`${monthOf(day)}-01`, day) / 7);
  const same = days.filter((other) => daysBetween(other, day) % 7 === 0);
  return same[Math.min(place, same.length - 1)] ?? day;
}

/** Where a key leads from `day`, undefined for any other key. Not beyond what can be chosen at `now`; `rtl` turns ← and → round. */
export function dayAtKey(day: FeedDay, key: string, now: number, rtl: boolean): FeedDay | undefined {
  const week = daysOfWeek(weekOf(day));
  const forwards = rtl ? 'ArrowLeft' : 'ArrowRight';
  const moves: Record<string, () => FeedDay> = {
    ArrowLeft: () => weekdayBeside(day, forwards === 'ArrowLeft' ? 1 : -1),
    ArrowRight: () => weekdayBeside(day, forwards === 'ArrowRight' ? 1 : -1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => week[0] ?? day,
    End: () => week.at(-1) ?? day,
    PageUp: () => inMonth(day, -1),
    PageDown: () => inMonth(day, 1),
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return move && withinCalendar(move(), now);
}

export const strengths = [1, 2, 3, 4, 5] as const;

export type Strength = (typeof strengths)[number];

/** How strong each cached day was beside the strongest of them: by upvotes, or by papers where a day has none counted. */
export function strengthsOf(days: readonly CachedDay[]): Map<FeedDay, Strength> {
  const byUpvotes = days.every(({ upvotes, papers }) => upvotes !== undefined || papers === 0);
  const weigh = ({ papers, upvotes }: CachedDay) => (byUpvotes ? (upvotes ?? 0) : papers);
  const most = Math.max(1, ...days.map(weigh));
  return new Map(
    days.map((day) => [day.day, strengths[Math.ceil((weigh(day) / most) * strengths.length) - 1] ?? 1]),
  );
}
