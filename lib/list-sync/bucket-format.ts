// What the bytes of an item say, for bucket-encoder.ts and bucket-decoder.ts. Never changed: a new format gets a new version.
//
// Records follow each other to the end. Each begins with a number of the bits below, then:
// - entry: id, `added`, [details, times of status, stars, snooze, day of snooze], [tags], [saved], [removed]
// - removed entry: id, `added`, saved, [removed, where it differs from saved]
// - note: number of the entry's record, 1 + place of its time in `saved` (0: the time follows), text
// Devices and tags are spelled where they first appear, and are numbers afterwards.

export const kinds = { entry: 0, removed: 1, note: 2 } as const;
export const kindBits = 3;

export const flags = { details: 4, tags: 8, saved: 16, removed: 32, textId: 64 } as const;

/** Status in the two low bits, stars in the next two. */
export const details = { statusTime: 16, starsTime: 32, snoozeTime: 64, snoozeDay: 128 } as const;

/** ms since 1970; most entries are not far from it. */
export const epoch = Date.UTC(2023, 4, 4);
export const epochDay = '2023-05-04';

/** New-style ids count from April 2007; two digits of a year below this are of the next century. */
const firstYear = 7;
const numbersPerMonth = 100_000;

/** A new-style id as one number; undefined for the old style. */
export function idToNumber(id: string): number | undefined {
  const [, year, month, number] = /^(\d\d)(\d\d)\.(\d{4,5})$/.exec(id) ?? [];
  if (year === undefined) return undefined;
  const months = ((Number(year) + 100 - firstYear) % 100) * 12 + Number(month) - 1;
  return months * numbersPerMonth + Number(number);
}

/** What `idToNumber` was given. Text that is no id for numbers it never gives. */
export function numberToId(value: number): string {
  const months = Math.floor(value / numbersPerMonth);
  const year = (Math.floor(months / 12) + firstYear) % 100;
  const yearAndMonth = `${year}`.padStart(2, '0') + `${(months % 12) + 1}`.padStart(2, '0');
  const digits = Number(yearAndMonth) < 1501 ? 4 : 5;
  return `${yearAndMonth}.${`${value % numbersPerMonth}`.padStart(digits, '0')}`;
}
