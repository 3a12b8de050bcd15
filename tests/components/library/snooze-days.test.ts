import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLaterDay,
  isSnoozed,
  localDay,
  snoozeDay,
  snoozeSteps,
} from '../../../components/library/snooze-days';

describe('the days until which something is snoozed', () => {
  it.each([
    ['tomorrow', '2026-06-12', '2026-06-13'],
    ['tomorrow', '2026-12-31', '2027-01-01'],
    ['week', '2026-06-26', '2026-07-03'],
    ['month', '2026-06-12', '2026-07-12'],
    ['month', '2026-12-12', '2027-01-12'],
    ['month', '2026-01-31', '2026-02-28'],
    ['month', '2028-01-30', '2028-02-29'],
  ] as const)('%s of %s is %s', (step, today, day) => expect(snoozeDay(step, today)).toBe(day));

  it('are later than today, whichever day that is', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...snoozeSteps), (date, step) => {
        const today = localDay(date.getTime());
        expect(isLaterDay(snoozeDay(step, today), today)).toBe(true);
      }),
    );
  });

  it.each(['2026-06-12', '2026-06-11', '2026-02-30', '0002-12-03', '', 'soon'])('refuses %s', (text) =>
    expect(isLaterDay(text, '2026-06-12')).toBe(false),
  );

  it('end on the day itself', () => {
    expect(isSnoozed({ snoozedUntil: '2026-06-13' }, '2026-06-12')).toBe(true);
    expect(isSnoozed({ snoozedUntil: '2026-06-13' }, '2026-06-13')).toBe(false);
    expect(isSnoozed({}, '2026-06-12')).toBe(false);
  });
});
