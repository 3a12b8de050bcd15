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

/** @param {string} text @returns {boolean} whether it is a month of the calendar, `2026-11` */
export const isMonth = (text) => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

/** The ISO 8601 week of a day: that of its Thursday. @param {string} day @returns {string} `2026-W48` */
export function weekOf(day) {
  const weekday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  const thursday = dayOf(startOf(day) + (3 - weekday) * dayInMs);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** @param {string} text @returns {boolean} whether it is a week that exists: `2026-W53` does, `2025-W53` does not */
export function isWeek(text) {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === '' || number === '00') return false;
  const fourth = startOf(`${year}-01-04`);
  return weekOf(dayOf(fourth + (Number(number) - 1) * 7 * dayInMs)) === text;
}
