import { describe, expect, it } from 'vitest';
import { assignWeekdays, daysBetween, isDay, newestWeekday } from './calendar.mjs';

describe('the calendar of the stand-in', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['today', false],
  ])('knows whether %s is a day', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-22', '2026-11-20'],
    ['2026-11-21', '2026-11-20'],
  ])('finds the newest weekday up to %s', (day, expected) => {
    expect(newestWeekday(day)).toBe(expected);
  });

  it('maps stored days onto consecutive weekdays, newest first', () => {
    const shown = assignWeekdays(['2026-06-08', '2026-06-12', '2026-06-10'], '2026-11-23');
    expect([...shown]).toEqual([
      ['2026-11-23', '2026-06-12'],
      ['2026-11-20', '2026-06-10'],
      ['2026-11-19', '2026-06-08'],
    ]);
  });

  it('counts days across a change of the clocks', () => {
    expect(daysBetween('2026-06-12', '2026-11-23')).toBe(164);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });
});
