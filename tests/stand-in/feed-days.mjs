// @ts-check
// The feed days the stand-in serves: a folder of `YYYY-MM-DD.json` files, each one answer of `GET /api/daily_papers?date=`.
//
// A stored day is older than the real today, and a feed whose newest day is months ago exercises nothing. So stored days are
// mapped onto the calendar: the newest stored day appears as the newest weekday that is not after `today`, the one before it as
// the weekday before, and so on without gaps; the times inside the items move by as many days as their day did. With
// `shift: false` every day is served under its own date.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignWeekdays, dayOf, daysBetween, isDay, newestWeekday } from './calendar.mjs';

/**
 * @typedef {{ id: string, title: string, summary: string, publishedAt?: string, submittedOnDailyAt?: string, upvotes?: number,
 *   githubRepo?: string, authors?: { name: string }[], [field: string]: unknown }} FeedPaper
 * @typedef {{ paper: FeedPaper, title: string, publishedAt?: string, [field: string]: unknown }} FeedItem
 * @typedef {object} FeedDays
 * @property {string[]} days as served, newest first
 * @property {(day: string) => FeedItem[]} itemsOf [] for a day without a file
 * @property {(id: string) => FeedItem | undefined} find the newest item about a paper
 * @property {() => IterableIterator<FeedItem>} all newest day first
 */

const ownFixtures = fileURLToPath(new URL('../fixtures/feed', import.meta.url));
const dayInMs = 86_400_000;

/** @param {string | undefined} time ISO 8601 @param {number} days @returns {string | undefined} */
function moveTime(time, days) {
  const ms = Date.parse(time ?? '');
  return Number.isNaN(ms) ? time : new Date(ms + days * dayInMs).toISOString();
}

/** @param {FeedItem} item @param {number} days @returns {FeedItem} */
function moveItem(item, days) {
  if (days === 0) return item;
  const { publishedAt, submittedOnDailyAt } = item.paper;
  return {
    ...item,
    publishedAt: moveTime(item.publishedAt, days),
    paper: {
      ...item.paper,
      publishedAt: moveTime(publishedAt, days),
      submittedOnDailyAt: moveTime(submittedOnDailyAt, days),
    },
  };
}

/**
 * Opens a folder of feed days; the files are read when they are asked for.
 * @param {object} [options]
 * @param {string} [options.folder] default: `FEED_DIR`, else the project's own made-up days
 * @param {string} [options.today] the day that counts as today; default: the real one, in UTC
 * @param {string} [options.shiftTo] where the newest stored day appears; default: the newest weekday not after `today`
 * @param {boolean} [options.shift] false serves every day under its own date
 * @returns {FeedDays}
 * @throws when there is no such folder or no day in it
 */
export function openFeedDays({
  folder = process.env.FEED_DIR || ownFixtures,
  today = dayOf(Date.now()),
  shiftTo = newestWeekday(today),
  shift = true,
} = {}) {
  const root = resolve(folder);
  const names = existsSync(root) ? readdirSync(root) : [];
  const stored = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const storedDays = stored.filter(isDay);
  if (storedDays.length === 0) throw new Error(`There is no feed day (YYYY-MM-DD.json) in ${root}`);

  const storedDayOf = shift
    ? assignWeekdays(storedDays, shiftTo)
    : new Map(
        [...storedDays]
          .sort()
          .reverse()
          .map((day) => [day, day]),
      );
  /** @type {Map<string, FeedItem[]>} */
  const read = new Map();

  /** @param {string} day */
  function itemsOf(day) {
    const known = read.get(day);
    if (known) return known;
    const storedDay = storedDayOf.get(day);
    if (storedDay === undefined) return [];
    /** @type {FeedItem[]} */
    const items = JSON.parse(readFileSync(join(root, `${storedDay}.json`), 'utf8'));
    const moved = items.map((item) => moveItem(item, daysBetween(storedDay, day)));
    read.set(day, moved);
    return moved;
  }

  function* all() {
    for (const day of storedDayOf.keys()) yield* itemsOf(day);
  }

  return {
    days: [...storedDayOf.keys()],
    itemsOf,
    all,
    find(id) {
      for (const item of all()) if (item.paper.id === id) return item;
      return undefined;
    },
  };
}
