import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  followingDigestAt,
  isDigestTime,
  localDay,
  lookAgainAt,
  nextDigestAt,
} from '../../lib/digest/plan-digest';

afterEach(() => vi.unstubAllEnvs());

const hours = 3_600_000;

/** Without a zone: as a clock on the wall of the stubbed time zone shows it. */
const at = (wall: string) => new Date(wall).getTime();

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

describe.each(zones)('in %s', (zone) => {
  const cases: [now: string, hour: number, shownOn: string | undefined, next: string][] = [
    ['2026-06-12T07:59', 8, undefined, '2026-06-12T08:00'],
    ['2026-06-12T08:00', 8, undefined, 'now'],
    ['2026-06-12T08:00', 8, '2026-06-11', 'now'],
    ['2026-06-12T08:00', 8, '2026-06-12', '2026-06-13T08:00'],
    // Late, as a browser that was started after the hour.
    ['2026-06-12T13:59', 8, '2026-06-11', 'now'],
    ['2026-06-12T14:00', 8, '2026-06-11', '2026-06-13T08:00'],
    ['2026-06-12T23:59', 22, '2026-06-11', 'now'],
    ['2026-06-13T00:30', 22, '2026-06-11', '2026-06-13T22:00'],
    ['2026-06-12T00:00', 0, '2026-06-11', 'now'],
    ['2026-12-31T23:30', 8, '2026-12-31', '2027-01-01T08:00'],
    // A clock that was wrong by years must not keep it away for years.
    ['2026-06-12T09:00', 8, '2031-01-01', 'now'],
  ];
  it.each(cases)('at %s a digest of %i h, last shown on %s, comes at %s', (now, hour, shownOn, next) => {
    vi.stubEnv('TZ', zone);
    expect(nextDigestAt(at(now), hour, shownOn)).toBe(at(next === 'now' ? now : next));
  });
});

describe('when clocks change', () => {
  const changes: [what: string, zone: string, now: string, hour: number, next: string][] = [
    ['a night of 23 hours', 'Europe/Berlin', '2026-03-28T20:00', 8, '2026-03-29T06:00Z'],
    ['a night of 25 hours', 'Europe/Berlin', '2026-10-24T20:00', 8, '2026-10-25T07:00Z'],
    ['an hour that is left out', 'Europe/Berlin', '2026-03-28T20:00', 2, '2026-03-29T01:00Z'],
    ['an hour that comes twice', 'Europe/Berlin', '2026-10-24T20:00', 2, '2026-10-25T00:00Z'],
    ['half an hour', 'Australia/Lord_Howe', '2026-04-04T20:00', 8, '2026-04-04T21:30Z'],
    ['a midnight that is left out', 'Africa/Cairo', '2026-04-23T20:00', 0, '2026-04-23T22:00Z'],
  ];
  it.each(changes)('%s in %s: after %s a digest of %i h comes at %s', (_, zone, now, hour, next) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(followingDigestAt(at(now), hour)).toISOString()).toBe(new Date(next).toISOString());
  });

  it('the hour that comes twice brings one digest', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const first = at('2026-10-25T00:00Z');
    expect(nextDigestAt(first, 2)).toBe(first);
    expect(nextDigestAt(first + hours, 2, localDay(first))).toBe(at('2026-10-26T02:00'));
  });
});

it('the day of a digest is that of the reader, not of the feed', () => {
  vi.stubEnv('TZ', 'America/New_York');
  expect(localDay(at('2026-06-13T03:59Z'))).toBe('2026-06-12');
  expect(localDay(at('2026-06-13T04:00Z'))).toBe('2026-06-13');
});

it('a look that found nothing comes again in half an hour, as long as the digest may be late', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(lookAgainAt(at('2026-06-12T08:00'), 8)).toBe(at('2026-06-12T08:30'));
  expect(lookAgainAt(at('2026-06-12T13:45'), 8)).toBe(at('2026-06-13T08:00'));
  expect(lookAgainAt(at('2026-06-12T23:45'), 23)).toBe(at('2026-06-13T23:00'));
  // Not into the morning of the next day, which has an hour of its own.
  expect(lookAgainAt(at('2026-06-12T05:45'), 0)).toBe(at('2026-06-13T00:00'));
});

describe('at any time, in any of the time zones', () => {
  const anyTime = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
  const anyHour = fc.integer({ min: 0, max: 23 });

  it.each(zones)('a digest comes within 25 hours, never in the past, at its hour or late: %s', (zone) => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(anyTime, anyHour, fc.boolean(), (now, hour, isShown) => {
        const next = nextDigestAt(now, hour, isShown ? localDay(now) : undefined);
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next - now).toBeLessThanOrEqual(25 * hours);
        expect(isDigestTime(next, hour)).toBe(true);
        if (isShown) expect(localDay(next) === localDay(now) && next === now).toBe(false);
      }),
    );
  });

  it.each(zones)('looking again leads on, and ends at the hour of another day: %s', (zone) => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(anyTime, anyHour, (now, hour) => {
        const again = lookAgainAt(now, hour);
        expect(again).toBeGreaterThan(now);
        expect(isDigestTime(again, hour)).toBe(true);
      }),
    );
  });
});
