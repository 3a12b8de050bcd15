import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRange } from '../../lib/related/day-range';
import { dayNumberOf } from '../../lib/related/indexed-paper';

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

describe('the days asked for', () => {
  it.each([
    ['2025-06-12', '2025-06-12', '2025-06-12'],
    ['2025-6-2', '2025-06-02', '2025-06-02'],
    ['2025-06', '2025-06-01', '2025-06-30'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
  ])('by %s are those from %s to %s', (text, first, last) => {
    const range = dayRange(text);
    expect([dayOf(range.first), dayOf(range.last)]).toEqual([first, last]);
  });

  it.each([
    '2025-02-29',
    '2025-13',
    '2025-00',
    '2025-0-1',
    '2025-06-31',
    '2025-06-00',
    '0025',
    '0000',
    '0070-01',
  ])('by %s are none: there is no such day', (text) => {
    const { first, last } = dayRange(text);
    expect(last).toBeLessThan(first);
  });

  it('by a day hold that day and no other', () => {
    const anyDay = fc.integer({ min: 1, max: 65_000 });
    fc.assert(
      fc.property(anyDay, (number) => {
        expect(dayRange(dayOf(number))).toEqual({ first: number, last: number });
        expect(dayNumberOf({ day: dayOf(number) })).toBe(number);
      }),
    );
  });
});

describe('the day of a paper', () => {
  it.each([
    ['its feed day', { day: '1970-01-03', publishedAt: '2020-01-01' }, 2],
    ['its day of publication, where it was on no list', { publishedAt: '1970-01-11' }, 10],
    ['0 where neither is known', {}, 0],
    ['0 for what is no day', { day: 'soon' }, 0],
    ['0 for what was before 1970', { publishedAt: '1915-11-25' }, 0],
    ['the last that can be kept for what comes after it', { day: '9999-12-31' }, 65_535],
  ])('is %s', (_, paper, number) => expect(dayNumberOf(paper)).toBe(number));
});
