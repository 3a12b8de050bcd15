// How often regular syncs ask the feed, and how old the lists get, whatever happens meanwhile.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayLength,
  hour,
  minute,
  type Request,
  requestsOfDay,
  second,
  type Tick,
  watched,
  watchSyncs,
} from './regular-syncs';

const start = fc.integer({
  min: Date.parse('2026-01-01T00:00Z') / second,
  max: Date.parse('2028-01-01T00:00Z') / second,
});
const ages = fc.array(fc.integer({ min: 0, max: 2 * 24 * 60 }), { minLength: 1, maxLength: 31 });
const late = fc.array(fc.integer({ min: 0, max: 30 * second }), { minLength: 1, maxLength: 40 });

/** Times between two requests, ms; a day of which nothing is there yet is asked for at once, also where a run lasts over midnight. */
const pauses = (requests: Request[]) =>
  requests
    .slice(1)
    .map(({ at, isMissing }, index) =>
      isMissing ? Number.POSITIVE_INFINITY : at - (requests[index]?.at ?? 0),
    );

describe('regular syncs of a full store', () => {
  it('ask once an hour at most but for a new day, which they have within its first hour and two minutes', async () => {
    await fc.assert(
      fc.asyncProperty(start, ages, late, async (seconds, minutes, lateness) => {
        const { requests, oldest } = await watchSyncs(seconds * second, minutes, lateness, ['arrives']);
        expect(Math.min(...pauses(requests))).toBeGreaterThanOrEqual(hour);
        expect(oldest.get('missing') ?? 0).toBeLessThan(62 * minute);
        expect(requests.length).toBeGreaterThan(watched * 10);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('let today get no older than two hours and three minutes, and no day of its first week than two days', async () => {
    await fc.assert(
      fc.asyncProperty(start, late, async (seconds, lateness) => {
        const { oldest } = await watchSyncs(seconds * second, [0], lateness, ['arrives']);
        expect(oldest.get('today') ?? 0).toBeLessThan(2 * hour + 3 * minute);
        expect(oldest.get('week') ?? 0).toBeLessThan(2 * dayLength);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('ask once an hour at most, whatever fails and whenever the worker dies, but for a day that is missing', async () => {
    const tick = fc.constantFrom<Tick>('arrives', 'fails', 'is offline', 'dies');
    const ticks = fc.array(tick, { minLength: 1, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(start, ages, late, ticks, async (seconds, minutes, lateness, ends) => {
        const { requests } = await watchSyncs(seconds * second, minutes, lateness, ends);
        expect(Math.min(...pauses(requests))).toBeGreaterThanOrEqual(hour);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('send fewer than 24 requests a day', async () => {
    const requests = await requestsOfDay();
    expect(requests).toBeGreaterThan(10);
    expect(requests).toBeLessThan(24);
  });
});
