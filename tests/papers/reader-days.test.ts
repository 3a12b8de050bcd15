// Days of the feed are counted in UTC, days of the reader by the reader's own calendar: on the far sides of the day and where clocks
// change, each stays what it is.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLaterDay, isSnoozed, localDay, snoozeDay } from '../../components/library/snooze-days';
import { localDay as digestDay, followingDigestAt, isDigestTime } from '../../lib/digest/plan-digest';
import { addDays, feedDayOf, isWeekday } from '../../lib/papers/feed-day';
import { daysOfPeriod, weekOf } from '../../lib/papers/feed-period';
import { formatDay } from '../../lib/text/format';

afterEach(() => vi.unstubAllEnvs());

const hour = 3_600_000;

/** [zone, time, the reader's day]; the feed's day is the one in UTC. */
const moments: [zone: string, time: string, day: string][] = [
  ['Pacific/Pago_Pago', '2026-06-12T10:59:59Z', '2026-06-11'],
  ['Pacific/Pago_Pago', '2026-06-12T11:00:00Z', '2026-06-12'],
  ['Pacific/Kiritimati', '2026-06-12T09:59:59Z', '2026-06-12'],
  ['Pacific/Kiritimati', '2026-06-12T10:00:00Z', '2026-06-13'],
  ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
  ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
  ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
  ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['Australia/Lord_Howe', '2026-04-05T13:29:59Z', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-04-05T13:30:00Z', '2026-04-06'],
];

describe.each(moments)('in %s at %s', (zone, time, day) => {
  const at = Date.parse(time);

  it(`it is ${day} for the reader, and in UTC for the feed`, () => {
    vi.stubEnv('TZ', zone);
    expect([localDay(at), digestDay(at)]).toEqual([day, day]);
    expect(feedDayOf(at)).toBe(time.slice(0, 10));
  });

  it('what is put off until tomorrow is away for the rest of the reader’s day, and back on the next', () => {
    vi.stubEnv('TZ', zone);
    const snoozedUntil = snoozeDay('tomorrow', localDay(at));
    expect(isLaterDay(snoozedUntil, localDay(at))).toBe(true);
    expect(isSnoozed({ snoozedUntil }, localDay(at))).toBe(true);
    expect(isSnoozed({ snoozedUntil }, localDay(at + 26 * hour))).toBe(false);
  });

  it('the next digest comes on one of the reader’s days, once a day, at its hour', () => {
    vi.stubEnv('TZ', zone);
    for (let chosen = 0; chosen < 24; chosen++) {
      const first = followingDigestAt(at, chosen);
      const second = followingDigestAt(first, chosen);
      expect(isDigestTime(first, chosen)).toBe(true);
      expect(digestDay(second)).toBe(addDays(digestDay(first), 1));
    }
  });
});

const zones = [...new Set(moments.map(([zone]) => zone))];

it.each(zones)('days and weeks of the feed are the same in %s as everywhere', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(formatDay('2026-06-12', Date.parse('2026-06-12T12:00Z'))).toBe('Jun 12');
  expect(formatDay('2026-01-01', Date.parse('2026-01-01T00:00Z'))).toBe('Jan 1');
  expect([isWeekday('2026-03-06'), isWeekday('2026-03-08'), isWeekday('2026-11-02')]).toEqual([
    true,
    false,
    true,
  ]);
  const week = weekOf('2026-11-01');
  expect(daysOfPeriod({ view: 'week', week })).toEqual([
    '2026-10-26',
    '2026-10-27',
    '2026-10-28',
    '2026-10-29',
    '2026-10-30',
  ]);
});
