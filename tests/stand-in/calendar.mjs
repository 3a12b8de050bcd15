// @ts-check
// Days as `YYYY-MM-DD` in UTC, and the mapping of stored feed days onto today's calendar. Pure.

const dayInMs = 86_400_000;

/** @param {string} day @returns {number} ms since 1970 of its first instant; NaN for text that is no day */
const startOf = (day) => Date.parse(`${day}T00:00:00Z`);

/** @param {number} time ms since 1970 */
export const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

/** @param {string} text @returns {boolean} whether it is a day of the calendar: `2026-02-30` is not */
export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text)) && dayOf(startOf(text)) === text;
}

/** @param {string} from @param {string} to @returns {number} whole days between them, negative when `to` is earlier */
export const daysBetween = (from, to) => Math.round((startOf(to) - startOf(from)) / dayInMs);

/** The day itself if it is a weekday, else the Friday before. @param {string} day */
export function newestWeekday(day) {
  const weekday = new Date(startOf(day)).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return dayOf(startOf(day) - back * dayInMs);
}

/**
 * Maps stored days onto consecutive weekdays: the newest onto `newest`, the one before onto the weekday before, and so on.
 * @param {string[]} storedDays in any order
 * @param {string} newest a weekday
 * @returns {Map<string, string>} shown day → stored day, newest first
 */
export function assignWeekdays(storedDays, newest) {
  const shown = new Map();
  let day = newest;
  for (const stored of [...storedDays].sort().reverse()) {
    shown.set(day, stored);
    day = newestWeekday(dayOf(startOf(day) - dayInMs));
  }
  return shown;
}
