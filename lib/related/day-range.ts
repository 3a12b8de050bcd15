// What `day:` asks for, as days since 1970. Pure.
import { msPerDay } from '../papers/feed-day';

export interface DayRange {
  first: number;
  /** Inclusive. */
  last: number;
}

/** The days of a year, a month or the day itself (`2025`, `2025-6`, `2025-06-12`). A day there is not is an empty range. */
export function dayRange(text: string): DayRange {
  const [year = 0, month, day] = text.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const after =
    day !== undefined
      ? first + msPerDay
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  const begin = new Date(first);
  const exists =
    begin.getUTCFullYear() === year &&
    begin.getUTCMonth() === (month ?? 1) - 1 &&
    begin.getUTCDate() === (day ?? 1);
  return exists ? { first: first / msPerDay, last: after / msPerDay - 1 } : { first: 1, last: 0 };
}
