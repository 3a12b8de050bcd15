import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore } from '../../../components/popup/weekdays';

describe('the day one step earlier', () => {
  it.each([
    ['the day before', '2026-06-12', undefined, '2026-06-11'],
    ['Friday, from Monday', '2026-06-15', undefined, '2026-06-12'],
    ['Friday, from Sunday', '2026-06-14', undefined, '2026-06-12'],
    ['the weekday although only an earlier one is cached', '2026-06-12', '2026-06-01', '2026-06-11'],
    ['a cached Saturday that lies between', '2026-06-15', '2026-06-13', '2026-06-13'],
    ['across the year', '2026-01-01', undefined, '2025-12-31'],
    ['nothing before the feed began', '2023-05-04', undefined, undefined],
    ['nothing from text that is no day', 'soon', undefined, undefined],
  ])('is %s', (_, day, cached, expected) => expect(dayBefore(day, cached)).toBe(expected));
});

describe('the day one step later', () => {
  const friday = Date.parse('2026-06-12T23:59:00Z');
  it.each([
    ['the day after', '2026-06-10', undefined, '2026-06-11'],
    ['today', '2026-06-11', undefined, '2026-06-12'],
    ['nothing after today', '2026-06-12', undefined, undefined],
    ['a cached day after today, where the clock is behind', '2026-06-12', '2026-06-15', '2026-06-15'],
    ['a cached Saturday that lies between', '2026-06-05', '2026-06-06', '2026-06-06'],
    ['nothing from text that is no day', '2026-02-30', undefined, undefined],
  ])('is %s', (_, day, cached, expected) => expect(dayAfter(day, friday, cached)).toBe(expected));
});
