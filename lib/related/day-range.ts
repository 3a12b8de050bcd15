// What `day:` asks for, as days since 1970. Pure.

export interface DayRange {
  first: number;
  /** Inclusive. */
  last: number;
}

const dayLength = 86_400_000;

/** The days of a year, a month or the day itself (`2025`, `2025-6`, `2025-06-12`). A day there is not is an empty range. */
export function dayRange(text: string): DayRange {
  const [year = 0, month, day] = text.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const after =
    day !== undefined
      ? first + dayLength
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  const begin = new Date(first);
  const exists =
    begin.getUTCFullYear() === year &&
    begin.getUTCMonth() === (month ?? 1) - 1 &&
    begin.getUTCDate() === (day ?? 1);
  return exists ? { first: first / dayLength, last: after / dayLength - 1 } : { first: 1, last: 0 };
}
