// Which feed day the popup's two buttons lead to: weekdays, cached or not. Pure.
import { addDays, feedDayOf, firstFeedDay, isFeedDay, isWeekday } from '../../lib/papers/feed-day';
import type { FeedDay } from '../../lib/papers/paper';

function weekdayBeside(day: FeedDay, step: 1 | -1): FeedDay {
  const beside = addDays(day, step);
  return isWeekday(beside) ? beside : weekdayBeside(beside, step);
}

/**
 * The day one step earlier: the weekday before, whether it is cached or not, unless `cached` (the nearest earlier
 * day in the cache) lies between. Undefined before the feed began and for text that is no day.
 */
export function dayBefore(day: FeedDay, cached?: FeedDay): FeedDay | undefined {
  if (!isFeedDay(day) || day <= firstFeedDay) return undefined;
  const weekday = weekdayBeside(day, -1);
  return cached && cached > weekday && cached < day ? cached : weekday;
}

/** The day one step later, as `dayBefore`; undefined past the calendar day of `now` (ms) unless it is cached. */
export function dayAfter(day: FeedDay, now: number, cached?: FeedDay): FeedDay | undefined {
  if (!isFeedDay(day)) return undefined;
  const weekday = weekdayBeside(day, 1);
  const later = cached && cached < weekday && cached > day ? cached : weekday;
  return later === cached || later <= (feedDayOf(now) ?? '') ? later : undefined;
}
