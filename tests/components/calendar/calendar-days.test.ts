import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarWeeks,
  dayAtKey,
  lastCalendarDay,
  strengthsOf,
  withinCalendar,
} from '../../../components/calendar/calendar-days';
import { feedDayOf, firstFeedDay, isWeekday } from '../../../lib/papers/feed-day';

const now = Date.parse('2026-06-12T15:30:00Z');
const nothing = undefined;

describe('the weeks of a month', () => {
  it('have five weekdays each, without those of other months', () => {
    expect(calendarWeeks('2026-07')).toEqual([
      [nothing, nothing, '2026-07-01', '2026-07-02', '2026-07-03'],
      ['2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09', '2026-07-10'],
      ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17'],
      ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24'],
      ['2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31'],
    ]);
  });

  it('leave out a week that has its weekend alone in the month', () => {
    expect(calendarWeeks('2026-08')[0]?.[0]).toBe('2026-08-03');
  });
});

describe('the days that can be chosen', () => {
  it.each([
    ['2026-06-12T15:30:00Z', '2026-06-12'],
    ['2026-06-13T00:00:00Z', '2026-06-12'],
    ['2026-06-14T23:59:00Z', '2026-06-12'],
  ])('end at %s with %s', (time, day) => expect(lastCalendarDay(Date.parse(time))).toBe(day));

  it.each([
    ['2026-07-01', '2026-06-12'],
    ['2026-06-10', '2026-06-10'],
    ['2023-05-01', firstFeedDay],
  ])('nearest to %s is %s', (day, nearest) => expect(withinCalendar(day, now)).toBe(nearest));
});

describe('the keys of the calendar', () => {
  it.each([
    ['ArrowLeft', '2026-06-08', '2026-06-05'],
    ['ArrowRight', '2026-06-05', '2026-06-08'],
    ['ArrowUp', '2026-06-03', '2026-05-27'],
    ['ArrowDown', '2026-06-03', '2026-06-10'],
    ['Home', '2026-06-10', '2026-06-08'],
    ['End', '2026-06-03', '2026-06-05'],
    ['PageUp', '2026-06-11', '2026-05-14'],
    ['PageUp', '2026-04-30', '2026-03-26'],
    ['PageDown', '2026-05-07', '2026-06-04'],
    ['ArrowRight', '2026-06-12', '2026-06-12'],
    ['PageDown', '2026-06-03', '2026-06-12'],
    ['ArrowUp', '2023-05-05', firstFeedDay],
  ])('%s leads from %s to %s', (key, from, to) => expect(dayAtKey(from, key, now, false)).toBe(to));

  it('turn round where reading goes from right to left', () => {
    expect(dayAtKey('2026-06-10', 'ArrowLeft', now, true)).toBe('2026-06-11');
    expect(dayAtKey('2026-06-10', 'ArrowRight', now, true)).toBe('2026-06-09');
  });

  it.each(['a', 'Enter', 'toString', ''])('are none where %j is pressed', (key) => {
    expect(dayAtKey('2026-06-10', key, now, false)).toBeUndefined();
  });

  it('always lead to a weekday that can be chosen', () => {
    const days = fc
      .integer({ min: Date.parse(firstFeedDay), max: now })
      .map((time) => feedDayOf(time) ?? '')
      .filter(isWeekday);
    const keys = fc.constantFrom(
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(days, keys, fc.boolean(), (day, key, rtl) => {
        const next = dayAtKey(day, key, now, rtl) ?? '';
        expect(isWeekday(next)).toBe(true);
        expect(next).toBe(withinCalendar(next, now));
      }),
    );
  });
});

describe('how strong a day was', () => {
  it('goes by upvotes, in five steps up to the strongest', () => {
    const days = [0, 1, 20, 21, 55, 99, 100].map((upvotes, n) => ({
      day: `2026-06-0${n + 1}`,
      papers: 100 - n,
      upvotes,
    }));
    expect([...strengthsOf(days).values()]).toEqual([1, 1, 1, 2, 3, 5, 5]);
  });

  it('goes by papers where the upvotes of a day with papers were not counted', () => {
    const days = [
      { day: '2026-06-01', papers: 50, upvotes: 1 },
      { day: '2026-06-02', papers: 10 },
    ];
    expect([...strengthsOf(days)]).toEqual([
      ['2026-06-01', 5],
      ['2026-06-02', 1],
    ]);
  });

  it('is the least where all days are empty', () => {
    expect([...strengthsOf([{ day: '2026-06-01', papers: 0 }]).values()]).toEqual([1]);
  });
});
