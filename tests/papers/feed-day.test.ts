import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  feedDayOf,
  firstFeedDay,
  isFeedDay,
  isWeekday,
} from '../../lib/papers/feed-day';
import { anyText } from './any-text';

const anyDay = fc
  .integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9000, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe('isFeedDay', () => {
  it.each(['2023-05-04', '2024-02-29', '2026-12-31'])('accepts %s', (day) =>
    expect(isFeedDay(day)).toBe(true),
  );
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-3',
    '2026-04-03T00:00Z',
    ' 2026-04-03',
    '',
    'today',
  ])('refuses %j', (text) => expect(isFeedDay(text)).toBe(false));
  it('never throws', () => fc.assert(fc.property(anyText, (text) => void isFeedDay(text))));
});

describe('feedDayOf', () => {
  it.each([
    [Date.UTC(2026, 5, 12, 23, 59, 59), '2026-06-12'],
    [0, '1970-01-01'],
    ['2025-04-21T01:39:08.191Z', '2025-04-21'],
    ['2025-04-21T23:30:00-05:00', '2025-04-22'],
    ['2025-04-21T01:30:00+0200', '2025-04-20'],
    ['2025-04-21T23:59', '2025-04-21'],
    ['2025-04-21', '2025-04-21'],
  ])('takes the day in UTC of %s', (time, day) => expect(feedDayOf(time)).toBe(day));

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.64e15,
    -8.64e15,
    '',
    'soon',
    '2026-02-30T00:00:00Z',
    '2026-01-01T25:00:00Z',
    'May 4, 2023',
    '20250421',
  ])('knows no day for %s', (time) => expect(feedDayOf(time)).toBeUndefined());

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.date({ noInvalidDate: false }).map(Number)),
        (time) => {
          const day = feedDayOf(time);
          if (day !== undefined) expect(isFeedDay(day)).toBe(true);
        },
      ),
    ));
});

describe('the arithmetic of days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    [firstFeedDay, 0, firstFeedDay],
    // The clocks change in between; days in UTC do not notice.
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %i days make %s', (day, n, expected) => expect(addDays(day, n)).toBe(expected));

  it('goes there and back again', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    ));

  it('counts five weekdays in any seven days', () =>
    fc.assert(
      fc.property(anyDay, (day) => {
        expect([0, 1, 2, 3, 4, 5, 6].filter((n) => isWeekday(addDays(day, n)))).toHaveLength(5);
      }),
    ));

  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ])('knows whether %s is a weekday', (day, expected) => expect(isWeekday(day)).toBe(expected));

  it('refuses what is no day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-28', Number.NaN)).toThrow(RangeError);
    expect(() => daysBetween('2026-02-28', 'today')).toThrow(RangeError);
    expect(() => isWeekday('')).toThrow(RangeError);
  });
});
