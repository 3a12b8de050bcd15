import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSnapshot,
  type DayMomentum,
  gainOf,
  historyOf,
  maxSnapshots,
  type UpvotePoint,
} from '../../lib/papers/upvote-history';

const minute = 60_000;
const hour = 60 * minute;
const feedDay = '2026-06-12';
const start = Date.parse('2026-06-12T06:00:00Z');

/** Looks at one paper: minutes after `start`, and its upvotes then. */
const looked = (looks: [minutes: number, upvotes: number][], id = 'a') =>
  looks.reduce<DayMomentum | undefined>(
    (stored, [minutes, upvotes]) => addSnapshot(stored, feedDay, [{ id, upvotes }], start + minutes * minute),
    undefined,
  );
const minutesOf = (stored?: DayMomentum) => stored?.snapshots.map(({ at }) => (at - start) / minute);

describe('a look at a day', () => {
  it('is kept with the upvotes of each paper', () => {
    const papers = [
      { id: 'a', upvotes: 3 },
      { id: 'b', upvotes: 0 },
    ];
    expect(addSnapshot(undefined, feedDay, papers, start)).toEqual({
      day: feedDay,
      paperIds: ['a', 'b'],
      snapshots: [{ at: start, upvotes: [3, 0] }],
    });
  });

  it('may bring new papers, and miss others: those were not there then', () => {
    const first = addSnapshot(undefined, feedDay, [{ id: 'a', upvotes: 3 }], start);
    const second = addSnapshot(first, feedDay, [{ id: 'b', upvotes: 1 }], start + hour);
    expect(second.paperIds).toEqual(['a', 'b']);
    expect(second.snapshots.map(({ upvotes }) => upvotes)).toEqual([
      [3, -1],
      [-1, 1],
    ]);
  });

  it('leaves out papers whose upvotes the feed does not tell', () => {
    const stored = addSnapshot(undefined, feedDay, [{ id: 'a' }, { id: 'b', upvotes: 2 }], start);
    expect(stored.paperIds).toEqual(['b']);
  });

  const spaced: [what: string, minutes: number[], kept: number[]][] = [
    ['half an hour after the last stands beside it', [0, 30], [0, 30]],
    ['less than half an hour after the last takes its place', [0, 29], [29]],
    ['at the same time takes its place', [0, 60, 60], [0, 60]],
    [
      'takes the place of the last only as long as the one before is not an hour away',
      [0, 40, 50, 65],
      [0, 50, 65],
    ],
    [
      'leaves a trail, however often the reader refreshes',
      [0, 40, 55, 65, 75, 95, 110, 130],
      [0, 55, 110, 130],
    ],
    ['by a clock that was ahead is dropped once the time is right', [0, 60, 6_000, 120], [0, 60, 120]],
  ];
  it.each(spaced)('%s', (_what, minutes, kept) => {
    expect(minutesOf(looked(minutes.map((at) => [at, at])))).toEqual(kept);
  });

  it('is one of at most so many; those go that lie closest together', () => {
    const dense = Array.from({ length: maxSnapshots }, (_, number): [number, number] => [number * 60, 1]);
    const close = looked([...dense.slice(0, -1), [dense.length * 60 - 90, 1], [dense.length * 60, 1]]);
    expect(close?.snapshots).toHaveLength(maxSnapshots);
    expect(minutesOf(close)).not.toContain(dense.length * 60 - 120);
    expect(minutesOf(close)).toContain(dense.length * 60);
  });
});

describe('what is kept of a day', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'));
  const papers = ids.chain((named) =>
    fc.tuple(
      ...named.map((id) =>
        fc.record({ id: fc.constant(id), upvotes: fc.option(fc.nat(900), { nil: undefined }) }),
      ),
    ),
  );
  const looks = fc.array(
    fc.record({ minutes: fc.oneof(fc.integer({ min: -90, max: 300 }), fc.constant(0)), papers }),
    { maxLength: 80 },
  );

  it('is in order, no more than so many, spaced, of whole rows, and ends with the newest look', () => {
    fc.assert(
      fc.property(looks, (all) => {
        let at = start;
        let stored: DayMomentum | undefined;
        for (const look of all) {
          at += look.minutes * minute;
          stored = addSnapshot(stored, feedDay, look.papers, at);
          expect(stored.snapshots.at(-1)?.at).toBe(at);
          for (const { id, upvotes } of look.papers) {
            if (upvotes !== undefined) expect(historyOf(stored, id).at(-1)).toEqual({ at, upvotes });
          }
        }
        const { paperIds = [], snapshots = [] } = stored ?? {};
        expect(snapshots.length).toBeLessThanOrEqual(maxSnapshots);
        expect(new Set(paperIds).size).toBe(paperIds.length);
        for (const [position, snapshot] of snapshots.entries()) {
          expect(snapshot.upvotes).toHaveLength(paperIds.length);
          const one = snapshots[position - 1];
          const two = snapshots[position - 2];
          if (one) expect(snapshot.at).toBeGreaterThan(one.at);
          if (two) expect(snapshot.at - two.at).toBeGreaterThanOrEqual(30 * minute);
        }
      }),
    );
  });

  it('changes nothing of what was handed in', () => {
    const first = looked([[0, 1]]);
    const before = structuredClone(first);
    addSnapshot(first, feedDay, [{ id: 'b', upvotes: 2 }], start + hour);
    expect(first).toEqual(before);
  });
});

describe('the history of a paper', () => {
  it('has only the looks at which it was there', () => {
    const first = addSnapshot(undefined, feedDay, [{ id: 'a', upvotes: 3 }], start);
    const second = addSnapshot(first, feedDay, [{ id: 'b', upvotes: 1 }], start + hour);
    const third = addSnapshot(second, feedDay, [{ id: 'a', upvotes: 9 }], start + 2 * hour);
    expect(historyOf(third, 'a')).toEqual([
      { at: start, upvotes: 3 },
      { at: start + 2 * hour, upvotes: 9 },
    ]);
    expect(historyOf(third, 'c')).toEqual([]);
  });

  it('of a row that is too short is without that look', () => {
    const broken = { day: feedDay, paperIds: ['a', 'b'], snapshots: [{ at: start, upvotes: [1] }] };
    expect(historyOf(broken, 'b')).toEqual([]);
  });
});

describe('the gain of a paper', () => {
  const points = (...all: [hours: number, upvotes: number][]): UpvotePoint[] =>
    all.map(([hours, upvotes]) => ({ at: start + hours * hour, upvotes }));

  const gains: [what: string, points: UpvotePoint[], gain: ReturnType<typeof gainOf>][] = [
    ['is none without a look', [], undefined],
    ['is none with one look', points([0, 80]), undefined],
    ['is none where nothing was gained', points([0, 80], [5, 80]), undefined],
    ['is none where some were taken back', points([0, 80], [5, 79]), undefined],
    [
      'is since the oldest look, where all are younger than a day',
      points([0, 3], [2, 5], [7, 20]),
      { gained: 17, hours: 7 },
    ],
    [
      'is since the newest look that is a day old',
      points([0, 3], [10, 6], [12, 9], [34, 90]),
      { gained: 84, hours: 24 },
    ],
    ['says so where that look is older', points([0, 3], [40, 43]), { gained: 40, hours: 40 }],
    ['is of an hour at least', points([0, 3], [0.2, 4]), { gained: 1, hours: 1 }],
    ['rounds hours', points([0, 3], [2.6, 4]), { gained: 1, hours: 3 }],
  ];
  it.each(gains)('%s', (_what, all, gain) => expect(gainOf(all)).toEqual(gain));

  it('is positive and of whole hours, and never more than between the lowest and the newest look', () => {
    const looks = fc.array(
      fc.record({ minutes: fc.integer({ min: 1, max: 3_000 }), upvotes: fc.nat(2_000) }),
    );
    fc.assert(
      fc.property(looks, (all) => {
        let at = start;
        const history = all.map(({ minutes, upvotes }) => {
          at += minutes * minute;
          return { at, upvotes };
        });
        const gain = gainOf(history);
        if (!gain) return;
        const lowest = Math.min(...history.map(({ upvotes }) => upvotes));
        expect(gain.gained).toBeGreaterThan(0);
        expect(gain.gained).toBeLessThanOrEqual((history.at(-1)?.upvotes ?? 0) - lowest);
        expect(Number.isInteger(gain.hours) && gain.hours >= 1).toBe(true);
      }),
    );
  });
});
