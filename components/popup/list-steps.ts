// Which list a view shows, and which one lies a step earlier or later. Pure.
import { feedDayOf, firstFeedDay } from '../../lib/papers/feed-day';
import { addMonths, addWeeks, daysOfMonth, daysOfWeek, monthOf, weekOf } from '../../lib/papers/feed-period';
import type { FeedListQuery, ListQuery, ListView } from '../../lib/papers/list-query';
import type { FeedDay } from '../../lib/papers/paper';
import type { DailyList } from '../../lib/store/daily-list';
import { dayAfter, dayBefore } from './weekdays';

const today = (now: number): FeedDay => feedDayOf(now) ?? firstFeedDay;

/**
 * The list of a view, around `day`. Without a day the newest one, and the week and month of `now` (ms since 1970).
 */
export function listOfView(view: ListView, day: FeedDay | undefined, now: number): ListQuery {
  switch (view) {
    case 'day':
      return day ? { view, day } : { view };
    case 'week':
      return { view, week: weekOf(day ?? today(now)) };
    case 'month':
      return { view, month: monthOf(day ?? today(now)) };
    default:
      return { view };
  }
}

/** The day a list stands for when the reader goes on to another view: of a week or a month the last one that has come. */
export function dayOfList(query: ListQuery, now: number): FeedDay | undefined {
  if (query.view === 'day') return query.day;
  const days =
    query.view === 'week' ? daysOfWeek(query.week) : query.view === 'month' ? daysOfMonth(query.month) : [];
  return days.findLast((day) => day <= today(now)) ?? days[0];
}

export interface Steps {
  earlier?: ListQuery;
  later?: ListQuery;
}

/**
 * Days as `dayBefore` and `dayAfter` have them; weeks and months from the one Daily Papers began in to that of `now` (ms since 1970).
 * Other views have no neighbours.
 */
export function stepsOf(
  list: Pick<DailyList, 'query' | 'day' | 'previousDay' | 'nextDay'>,
  now: number,
): Steps {
  const { query } = list;
  if (query.view === 'day') {
    const day = list.day ?? query.day;
    const earlier = day && dayBefore(day, list.previousDay);
    const later = day && dayAfter(day, now, list.nextDay);
    return {
      ...(earlier && { earlier: { view: 'day', day: earlier } }),
      ...(later && { later: { view: 'day', day: later } }),
    };
  }
  if (query.view === 'week') {
    const { week } = query;
    return {
      ...(week > weekOf(firstFeedDay) && { earlier: { view: 'week', week: addWeeks(week, -1) } }),
      ...(week < weekOf(today(now)) && { later: { view: 'week', week: addWeeks(week, 1) } }),
    };
  }
  if (query.view === 'month') {
    const { month } = query;
    return {
      ...(month > monthOf(firstFeedDay) && { earlier: { view: 'month', month: addMonths(month, -1) } }),
      ...(month < monthOf(today(now)) && { later: { view: 'month', month: addMonths(month, 1) } }),
    };
  }
  return {};
}

/** Whether the feed has this list itself. */
export function isFeedList(query: ListQuery | undefined): query is FeedListQuery {
  return query?.view === 'week' || query?.view === 'month' || query?.view === 'trending';
}

/** Whether both ask for the same papers. */
export const isSameList = (one: ListQuery, other: ListQuery): boolean =>
  one.view === other.view && periodOf(one) === periodOf(other);

function periodOf(query: ListQuery): string | undefined {
  if (query.view === 'day') return query.day;
  if (query.view === 'week') return query.week;
  return query.view === 'month' ? query.month : undefined;
}
