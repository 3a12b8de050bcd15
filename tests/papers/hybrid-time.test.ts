import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actorOf,
  counterOf,
  deviceOf,
  isHybridTime,
  laterOf,
  msOf,
  newDevice,
  newestByDevice,
  nextTime,
  timeAt,
  timeOf,
} from '../../lib/papers/hybrid-time';

const now = Date.parse('2026-06-12T12:00:00Z');
const highestCounter = 36 ** 3 - 1;
/** The last ms a time may have. */
const latest = 9e13;

const ms = fc.oneof(fc.integer({ min: 0, max: latest }), fc.constantFrom(0, now, latest - 1));
const device = fc.constantFrom('aaaa', 'zz09', '0000');
const time = fc
  .tuple(ms, fc.integer({ min: 0, max: highestCounter }), device)
  .map(([at, counter, name]) => timeOf(at, counter, name));
/** What a clock may say, broken ones among them. */
const clock = fc.oneof(ms, fc.integer(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5));

describe('the time of a change', () => {
  it('is always later than what was known, whatever the clock says', () => {
    fc.assert(
      fc.property(clock, device, time, (at, name, known) => {
        fc.pre(!known.startsWith(timeOf(latest, highestCounter, '')));
        expect(nextTime(at, name, known) > known).toBe(true);
      }),
    );
  });

  it('is text of one width, and a time', () => {
    fc.assert(
      fc.property(clock, device, fc.option(time, { nil: undefined }), (at, name, known) => {
        const next = nextTime(at, name, known);
        expect(next).toHaveLength(16);
        expect(isHybridTime(next)).toBe(true);
        expect(deviceOf(next)).toBe(name);
      }),
    );
  });

  it('sorts as text as it does by ms and counter', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        fc.pre(msOf(one) !== msOf(other) || counterOf(one) !== counterOf(other));
        const before =
          msOf(one) < msOf(other) || (msOf(one) === msOf(other) && counterOf(one) < counterOf(other));
        expect(one < other).toBe(before);
      }),
    );
  });

  it('is what the clock says where that is later than all that is known', () => {
    expect(nextTime(now, 'aaaa', timeOf(now - 1, 7, 'bbbb'))).toBe(timeOf(now, 0, 'aaaa'));
    expect(nextTime(now, 'aaaa')).toBe(timeOf(now, 0, 'aaaa'));
  });

  it('counts on where the clock was put back', () => {
    expect(nextTime(now - 3_600_000, 'aaaa', timeOf(now, 4, 'aaaa'))).toBe(timeOf(now, 5, 'aaaa'));
  });

  it('goes on to the next ms where the counter is full', () => {
    expect(nextTime(now, 'aaaa', timeOf(now, highestCounter, 'bbbb'))).toBe(timeOf(now + 1, 0, 'aaaa'));
  });
});

describe('what is a time', () => {
  const refused: [why: string, text: string][] = [
    ['nothing', ''],
    ['one that is too short', timeAt(now).slice(1)],
    ['one that is too long', `${timeAt(now)}0`],
    ['one in capitals', timeAt(now).toUpperCase()],
    ['one beyond the year 4821', timeOf(latest + 1, 0, 'aaaa')],
    ['ms since 1970', `${now}`.padStart(16, ' ')],
    ['one with a line break', `${timeAt(now).slice(1)}\n`],
  ];
  it.each(refused)('%s is none', (_why, text) => expect(isHybridTime(text)).toBe(false));

  it.each([-1, Number.NaN, 1e300])('is made of %s ms all the same', (at) => {
    expect(isHybridTime(timeAt(at))).toBe(true);
  });
});

describe('the later of two times', () => {
  it('is the greater; nothing is before all others', () => {
    const [early, late] = [timeAt(1), timeAt(2)];
    expect(laterOf(early, late)).toBe(late);
    expect(laterOf(late, early)).toBe(late);
    expect(laterOf<string | undefined>(undefined, early)).toBe(early);
    expect(laterOf<string | undefined>(early, undefined)).toBe(early);
  });
});

describe('the newest time of each machine', () => {
  it('is kept, and every one of no machine', () => {
    const [old, fresh] = [timeOf(1, 0, 'aaaa'), timeOf(2, 0, 'aaaa')];
    const other = timeOf(1, 0, 'bbbb');
    expect(newestByDevice([fresh, timeAt(2), old, timeAt(1), other])).toEqual(
      [timeAt(1), old, other, timeAt(2), fresh].filter((each) => each !== old),
    );
  });

  it('does not depend on the order, nor on repetitions', () => {
    const times = fc.array(time, { maxLength: 6 });
    const shuffled = times.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const newest = newestByDevice(all);
        expect(newestByDevice(mixed)).toEqual(newest);
        expect(newestByDevice(newest)).toEqual(newest);
        expect(new Set(newest.map(actorOf))).toEqual(new Set(all.map(actorOf)));
      }),
    );
  });
});

describe('a name for a machine', () => {
  it('has four characters and is never that of none', () => {
    const chance = fc.double({ min: 36 ** -4, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(chance, (random) => {
        expect(newDevice(() => random)).toMatch(/^(?!0000)[0-9a-z]{4}$/);
      }),
    );
    const answers = [0, 0, 0.75];
    expect(newDevice(() => answers.shift() ?? 0.25)).toBe(newDevice(() => 0.75));
  });
});
