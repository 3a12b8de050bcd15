import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWeekday } from '../../lib/papers/feed-day';
import {
  addMonths,
  addWeeks,
  daysOfMonth,
  daysOfPeriod,
  daysOfWeek,
  endOfPeriod,
  isFeedMonth,
  isFeedWeek,
  monthOf,
  weekOf,
} from '../../lib/papers/feed-period';
import { feedListName } from '../../lib/papers/list-query';
import { anyText } from './any-text';

const anyDay = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe('a week', () => {
  it.each([
    ['2026-06-08', '2026-W24'],
    ['2026-06-14', '2026-W24'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('of %s is %s', (day, week) => expect(weekOf(day)).toBe(week));

  it.each(['2026-W01', '2026-W53', '2025-W52'])('%s exists', (week) => expect(isFeedWeek(week)).toBe(true));

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-W1', '2026W01', '2026-W01 ', '', '2026-06'])(
    '%j does not',
    (text) => {
      expect(isFeedWeek(text)).toBe(false);
      expect(() => daysOfWeek(text)).toThrow(RangeError);
    },
  );

  it('has five days, Monday to Friday, all of which lie in it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOf(day);
        const days = daysOfWeek(week);
        expect(days).toHaveLength(5);
        expect(days.every((one) => isWeekday(one) && weekOf(one) === week)).toBe(true);
        expect(days.includes(day)).toBe(isWeekday(day));
      }),
    );
  });

  it('is followed by the one of seven days later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200, max: 200 }), (day, n) => {
        expect(addWeeks(weekOf(day), n)).toBe(weekOf(addDays(day, 7 * n)));
      }),
    );
  });
});

describe('a month', () => {
  it.each([
    ['2026-01', 1, '2026-02'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-06', -30, '2023-12'],
  ])('%s and %i is %s', (month, n, other) => expect(addMonths(month, n)).toBe(other));

  it.each(['2026-13', '2026-00', '2026-6', '2026', '2026-06-01', ''])('is not %j', (text) => {
    expect(isFeedMonth(text)).toBe(false);
    expect(() => daysOfMonth(text)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
  });

  it('has its weekdays, first to last', () => {
    const days = daysOfMonth('2026-06');
    expect(days).toHaveLength(22);
    expect([days[0], days.at(-1)]).toEqual(['2026-06-01', '2026-06-30']);
    expect(days.every((day) => isWeekday(day) && monthOf(day) === '2026-06')).toBe(true);
  });
});

describe('a period', () => {
  it.each([
    [{ view: 'week', week: '2026-W24' }, '2026-06-15T00:00Z'],
    [{ view: 'week', week: '2026-W53' }, '2027-01-04T00:00Z'],
    [{ view: 'month', month: '2026-06' }, '2026-07-01T00:00Z'],
    [{ view: 'month', month: '2026-12' }, '2027-01-01T00:00Z'],
  ] as const)('%j ends at %s', (query, end) => expect(endOfPeriod(query)).toBe(Date.parse(end)));

  it('has the days of what it is', () => {
    expect(daysOfPeriod({ view: 'week', week: '2026-W24' })).toEqual(daysOfWeek('2026-W24'));
    expect(daysOfPeriod({ view: 'month', month: '2026-06' })).toEqual(daysOfMonth('2026-06'));
  });

  it('has days exactly where it exists, and text of any kind is judged without an error', () => {
    const text = fc.oneof(anyText, fc.stringMatching(/^\d{4}-W\d\d$/), fc.stringMatching(/^2\d{3}-[01]\d$/));
    const hasDays = (days: () => string[]) => {
      try {
        return days().length > 0;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(text, (some) => {
        expect(hasDays(() => daysOfWeek(some))).toBe(isFeedWeek(some));
        expect(hasDays(() => daysOfMonth(some))).toBe(isFeedMonth(some));
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  [{ view: 'week', week: '2026-W48' }, 'week=2026-W48'],
  [{ view: 'month', month: '2026-11' }, 'month=2026-11'],
  [{ view: 'trending' }, 'trending'],
] as const)('the list %j is kept as %s', (query, name) => expect(feedListName(query)).toBe(name));
