import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfList, isSameList, listOfView, stepsOf } from '../../../components/popup/list-steps';
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { ListQuery } from '../../../lib/papers/list-query';

const friday = Date.parse('2026-06-12T15:30:00Z');
const day = (text: string): ListQuery => ({ view: 'day', day: text });
const week = (text: string): ListQuery => ({ view: 'week', week: text });
const month = (text: string): ListQuery => ({ view: 'month', month: text });
const steps = (query: ListQuery, now = friday) => stepsOf({ query }, now);

describe('the list of a view', () => {
  it.each([
    ['day', '2026-06-10', day('2026-06-10')],
    ['week', '2026-06-10', week('2026-W24')],
    ['month', '2026-06-10', month('2026-06')],
    ['day', undefined, { view: 'day' }],
    ['week', undefined, week('2026-W24')],
    ['month', undefined, month('2026-06')],
    ['trending', '2026-06-10', { view: 'trending' }],
    ['for-you', undefined, { view: 'for-you' }],
  ] as const)('%s, around %s', (view, around, list) => {
    expect(listOfView(view, around, friday)).toEqual(list);
  });
});

describe('the day a list stands for', () => {
  it.each([
    ['itself', day('2026-06-10'), '2026-06-10'],
    ['today, of this week and month', week('2026-W24'), '2026-06-12'],
    ['today, of this month', month('2026-06'), '2026-06-12'],
    ['the last of an older week', week('2026-W23'), '2026-06-05'],
    ['the last weekday of an older month', month('2026-05'), '2026-05-29'],
    ['none, where a list has no days', { view: 'trending' }, undefined],
  ] as const)('is %s', (_, list, expected) => expect(dayOfList(list, friday)).toBe(expected));
});

describe('the steps from a list', () => {
  it.each([
    ['a day', { query: day('2026-06-11') }, day('2026-06-10'), day('2026-06-12')],
    ['today', { query: day('2026-06-12') }, day('2026-06-11'), undefined],
    ['a Monday', { query: day('2026-06-08') }, day('2026-06-05'), day('2026-06-09')],
    [
      'a day beside a cached Saturday',
      { query: day('2026-06-05'), nextDay: '2026-06-06' },
      day('2026-06-04'),
      day('2026-06-06'),
    ],
    [
      'the newest day, asked for without its name',
      { query: { view: 'day' }, day: '2026-06-12' },
      day('2026-06-11'),
    ],
    ['no day at all', { query: { view: 'day' } }],
    ['a week', { query: week('2026-W01') }, week('2025-W52'), week('2026-W02')],
    ['this week', { query: week('2026-W24') }, week('2026-W23')],
    ['the first week of Daily Papers', { query: week('2023-W18') }, undefined, week('2023-W19')],
    ['a month', { query: month('2026-01') }, month('2025-12'), month('2026-02')],
    ['this month', { query: month('2026-06') }, month('2026-05')],
    ['the first month of Daily Papers', { query: month('2023-05') }, undefined, month('2023-06')],
    ['trending papers', { query: { view: 'trending' } }],
    ['papers for the reader', { query: { view: 'for-you' } }],
  ] as [string, Parameters<typeof stepsOf>[0], ListQuery?, ListQuery?][])(
    'are those beside %s',
    (_, list, earlier, later) => {
      expect(stepsOf(list, friday)).toEqual({ ...(earlier && { earlier }), ...(later && { later }) });
    },
  );

  it('lead back: what is later than the earlier one is the list itself', () => {
    const days = fc
      .integer({ min: Date.parse('2023-07-03'), max: friday })
      .map((time) => feedDayOf(time) ?? '');
    fc.assert(
      fc.property(days, fc.constantFrom('week', 'month'), (around, view) => {
        const list = listOfView(view, around, friday);
        const { earlier } = steps(list);
        expect(earlier && steps(earlier).later).toEqual(list);
      }),
    );
  });
});

describe('two queries', () => {
  it.each([
    [day('2026-06-12'), day('2026-06-12'), true],
    [day('2026-06-12'), day('2026-06-11'), false],
    [day('2026-06-12'), { view: 'day' }, false],
    [week('2026-W24'), month('2026-06'), false],
    [{ view: 'trending' }, { view: 'trending' }, true],
  ] as const)('%j and %j: the same list is %s', (one, other, same) => {
    expect(isSameList(one, other)).toBe(same);
  });
});
