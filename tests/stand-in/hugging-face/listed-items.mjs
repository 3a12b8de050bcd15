// @ts-check
// Which items a list of Daily Papers has, and in which order: a day, a week, a month, what is trending, or everything. Pure.
import { dayOf, daysBetween, isDay, isMonth, isWeek, weekOf } from '../calendar.mjs';

/** @typedef {import('../feed-days.mjs').FeedDays} FeedDays */
/** @typedef {import('../feed-days.mjs').FeedItem} FeedItem */

/** @param {FeedItem} item */
const upvotesOf = ({ paper }) => paper.upvotes ?? 0;

/** @param {FeedDays} feed @param {(day: string) => boolean} isListed @returns {FeedItem[]} by upvotes */
const itemsOfDays = (feed, isListed) =>
  feed.days
    .filter(isListed)
    .flatMap((day) => feed.itemsOf(day))
    .sort((one, other) => upvotesOf(other) - upvotesOf(one));

/**
 * Nobody outside knows how the real list is made; like it, this one prefers the new to the merely popular.
 * @param {FeedDays} feed @returns {FeedItem[]}
 */
function trendingItems(feed) {
  const newest = feed.days[0] ?? dayOf(0);
  return feed.days
    .flatMap((day) => {
      const age = daysBetween(day, newest);
      return feed.itemsOf(day).map((item) => ({ item, heat: upvotesOf(item) / (age + 2) }));
    })
    .sort((one, other) => other.heat - one.heat)
    .map(({ item }) => item);
}

/**
 * @param {FeedDays} feed
 * @param {URLSearchParams} query
 * @returns {{ items: FeedItem[] } | { refused: string }} `refused`: the parameter the API would not take
 */
export function listedItems(feed, query) {
  const date = query.get('date');
  const week = query.get('week');
  const month = query.get('month');
  const sort = query.get('sort');
  if (date !== null && !isDay(date)) return { refused: 'date' };
  if (week !== null && !isWeek(week)) return { refused: 'week' };
  if (month !== null && !isMonth(month)) return { refused: 'month' };
  if (sort !== null && sort !== 'trending' && sort !== 'publishedAt') return { refused: 'sort' };
  if (date !== null) return { items: feed.itemsOf(date) };
  if (week !== null) return { items: itemsOfDays(feed, (day) => weekOf(day) === week) };
  if (month !== null) return { items: itemsOfDays(feed, (day) => day.startsWith(month)) };
  return { items: sort === 'trending' ? trendingItems(feed) : [...feed.all()] };
}
