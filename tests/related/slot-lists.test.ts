import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestSlots,
  clearList,
  emptyLists,
  hasPlace,
  insert,
  listOf,
  moveLists,
  nobody,
} from '../../lib/related/slot-lists';
import { indexed, paper } from './invented-papers';

const days = ['2025-01-15', '2026-06-12'];
const count = 8;
const papers = Array.from({ length: count }, (_, slot) =>
  paper(`2501.0000${(slot * 3) % count}`, { day: days[slot % 2] }),
);
const { index } = indexed(papers);

/** Few different scores, so that many are equal. */
const anyScores = fc
  .array(fc.constantFrom(0, 0.25, 0.5, 0.75), { minLength: count, maxLength: count })
  .map((scores) => Float32Array.from(scores));

const anyOrder = fc.shuffledSubarray([...papers.keys()], { minLength: count });

/** Best first; the newest first among equals, then the higher identifier. */
const sorted = (scores: Float32Array) =>
  [...scores.keys()]
    .filter((slot) => scores[slot] !== 0)
    .sort(
      (a, b) =>
        (scores[b] as number) - (scores[a] as number) ||
        (index.days[b] as number) - (index.days[a] as number) ||
        ((index.ids[a] as string) < (index.ids[b] as string) ? 1 : -1),
    );

function filled(scores: Float32Array, order: number[], room: number) {
  const lists = emptyLists(room, count);
  for (const other of order) insert(lists, index, 2, other, scores[other] as number);
  return lists;
}

const anyRoom = fc.integer({ min: 1, max: 10 });

describe('the list of a slot', () => {
  it('keeps the best there is room for, in order, however they came', () => {
    fc.assert(
      fc.property(anyScores, anyOrder, anyRoom, (scores, order, room) => {
        const lists = filled(scores, order, room);
        expect([...listOf(lists, 2)]).toEqual(sorted(scores).slice(0, room));
      }),
    );
  });

  it('keeps the score of each', () => {
    fc.assert(
      fc.property(anyScores, anyOrder, anyRoom, (scores, order, room) => {
        const lists = filled(scores, order, room);
        const kept = [...lists.scores.subarray(2 * room, 3 * room)].filter((score) => score > 0);
        expect(kept).toEqual([...listOf(lists, 2)].map((slot) => scores[slot]));
      }),
    );
  });

  it('leaves the lists of its neighbours alone', () => {
    fc.assert(
      fc.property(anyScores, anyOrder, anyRoom, (scores, order, room) => {
        const lists = filled(scores, order, room);
        expect([...listOf(lists, 1), ...listOf(lists, 3)]).toEqual([]);
      }),
    );
  });

  it('has a place for whom it would keep, and for nobody else', () => {
    fc.assert(
      fc.property(anyScores, anyOrder, anyRoom, (scores, [last = 0, ...others], room) => {
        const lists = filled(scores, others, room);
        const place = hasPlace(lists, index, 2, last, scores[last] as number);
        expect(place).toBe(sorted(scores).slice(0, room).includes(last));
      }),
    );
  });

  it('is empty once it is cleared, and the others are not', () => {
    const lists = emptyLists(2, 3);
    for (const slot of [0, 1, 2]) insert(lists, index, slot, 5, 0.5);
    clearList(lists, 1);
    expect([0, 1, 2].map((slot) => [...listOf(lists, slot)])).toEqual([[5], [], [5]]);
    expect([...lists.scores]).toEqual([0.5, 0, 0, 0, 0.5, 0]);
  });

  it('of nobody has nobody in it', () => expect([...listOf(emptyLists(3, 1), 0)]).toEqual([]));
});

describe('the best slots', () => {
  it('are those a plain sort puts first', () => {
    fc.assert(
      fc.property(anyScores, fc.nat({ max: 10 }), (scores, limit) => {
        expect(bestSlots(index, scores, limit)).toEqual(sorted(scores).slice(0, limit));
      }),
    );
  });
});

describe('lists that move', () => {
  it('hold whom they held, at the new places, without those who are gone', () => {
    const anyPlaces = fc.shuffledSubarray([...papers.keys()]);
    fc.assert(
      fc.property(anyScores, anyRoom, anyPlaces, (scores, room, kept) => {
        const lists = filled(scores, [...papers.keys()], room);
        const places = new Uint32Array(count).fill(nobody);
        for (const [place, old] of kept.entries()) places[old] = place;
        const moved = moveLists(lists, places, kept.length + 1);
        expect(moved.slots).toHaveLength(room * (kept.length + 1));
        for (const [place, old] of kept.entries()) {
          const expected = [...listOf(lists, old)].filter((slot) => kept.includes(slot));
          expect([...listOf(moved, place)]).toEqual(expected.map((slot) => places[slot]));
          const its = [...moved.scores.subarray(place * room, (place + 1) * room)];
          expect(its.filter((score) => score > 0)).toEqual(expected.map((slot) => scores[slot]));
        }
        expect([...listOf(moved, kept.length)]).toEqual([]);
      }),
    );
  });
});
