import { describe, expect, it } from 'vitest';
import { assignWeekdays, daysBetween, isDay, isMonth, isWeek, newestWeekday, weekOf } from './calendar.mjs';

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

  it.each([
    ['2026-06-12', '2026-W24'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
  ])('finds the week of %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(isWeek(week)).toBe(true);
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-24', 'W24'])('knows that %s is no week', (text) => {
    expect(isWeek(text)).toBe(false);
  });

  it('knows months', () => {
    expect(['2026-06', '2026-13', '2026-6', '2026'].map(isMonth)).toEqual([true, false, false, false]);
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
