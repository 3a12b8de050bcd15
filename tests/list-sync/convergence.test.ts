// The heart of it: whatever happens on three machines, offline or online, with clocks days apart, ends in one list, and no save is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareList } from '../../lib/list-sync/compare-list';
import { mergeEntries } from '../../lib/papers/merge-entries';
import {
  type EntryChange,
  type ReadingEntry,
  readingStatuses,
  starCounts,
} from '../../lib/papers/reading-entry';
import { paperIds } from './arbitrary-entries';
import { createWorld, listOf, type Machine, removedOf, type World } from './simulated-machines';

const day = 86_400_000;
const tag = fc.constantFrom('a', 'b', 'constructor', 'to cite');
const change: fc.Arbitrary<EntryChange> = fc.record(
  {
    status: fc.constantFrom(...readingStatuses),
    stars: fc.constantFrom(...starCounts),
    note: fc.constantFrom('', 'short', 'Another note, a little longer', 'x'.repeat(1_000)),
    snoozedUntil: fc.constantFrom(null, '2027-01-01', '2028-02-29'),
    addTags: fc.array(tag, { maxLength: 2 }),
    removeTags: fc.array(tag, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

type Step = (world: World) => unknown;

const machine = fc.nat({ max: 2 });
const id = fc.constantFrom(...paperIds);
const on = (world: World, number: number) => world.machines[number] as Machine;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(machine, id).map(
      ([m, i]): Step =>
        (world) =>
          on(world, m).save(i),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(machine, id, change).map(
      ([m, i, c]): Step =>
        (world) =>
          on(world, m).change(i, c),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(machine, id).map(
      ([m, i]): Step =>
        (world) =>
          on(world, m).remove(i),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(machine, id).map(
      ([m, i]): Step =>
        (world) =>
          on(world, m).restore(i),
    ),
  },
  {
    weight: 3,
    arbitrary: machine.map(
      (m): Step =>
        (world) =>
          on(world, m).sync.push(),
    ),
  },
  {
    weight: 1,
    arbitrary: machine.map(
      (m): Step =>
        (world) =>
          on(world, m).sync.pull(),
    ),
  },
  {
    weight: 1,
    arbitrary: machine.map(
      (m): Step =>
        (world) => {
          on(world, m).area.online = false;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: machine.map(
      (m): Step =>
        (world) =>
          on(world, m).area.goOnline(),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(
      ([choice, repeat]): Step =>
        (world) => {
          world.account.deliver(choice, repeat);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat({ max: 200 * day }).map(
      (ms): Step =>
        (world) =>
          world.pass(ms),
    ),
  },
);

const skews = fc.tuple(
  ...[0, 1, 2].map(() => fc.oneof(fc.constant(0), fc.integer({ min: -9 * day, max: 9 * day }))),
);
const steps = fc.array(step, { maxLength: 60, size: 'max' });

/** `waits`: whether what a step set off has ended before the next. */
async function live(world: World, taken: readonly Step[], waits: boolean): Promise<void> {
  for (const take of taken) {
    const done = take(world);
    if (waits) {
      await done;
      await world.idle();
    }
  }
  await world.idle();
}

describe('three machines', () => {
  it.each([
    ['one act after the other', true],
    ['everything at once', false],
  ])(
    'end with one list, and no save that no removal knew of is lost: %s',
    async (_, waits) => {
      await fc.assert(
        fc.asyncProperty(skews, steps, async (off, taken) => {
          const world = createWorld(off);
          await live(world, taken, waits);
          expect(await world.settle()).toBeLessThan(20);
          const [first, ...others] = world.machines.map(listOf);
          for (const other of others) expect(other).toEqual(first);
          expect(first?.map((entry) => entry.id)).toEqual(world.wanted());
          const [removed, ...removedThere] = world.machines.map(removedOf);
          for (const there of removedThere) expect(there).toEqual(removed);
        }),
        { numRuns: 100 },
      );
    },
    120_000,
  );

  it('write no more once they agree', async () => {
    await fc.assert(
      fc.asyncProperty(skews, steps, async (off, taken) => {
        const world = createWorld(off);
        await live(world, taken, true);
        await world.settle();
        const writes = world.machines.map(({ area }) => area.writes.length);
        for (const { sync } of [...world.machines, ...world.machines].reverse()) await sync.push();
        expect(world.machines.map(({ area }) => area.writes.length)).toEqual(writes);
        expect(world.machines.map(({ sync: _, state }) => state()?.entriesLeftOut)).toEqual([[], [], []]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('keep long notes to themselves, agree on everything else, and come to rest', async () => {
    const note = fc.constantFrom('', 'short', 'y'.repeat(999), 'z'.repeat(1_001), 'w'.repeat(5_000));
    const noting = fc.tuple(machine, id, note).map(
      ([m, i, text]): Step =>
        (world) =>
          on(world, m).change(i, { note: text }),
    );
    await fc.assert(
      fc.asyncProperty(
        skews,
        fc.array(fc.oneof(step, noting), { maxLength: 60, size: 'max' }),
        async (off, taken) => {
          const world = createWorld(off);
          await live(world, taken, true);
          expect(await world.settle()).toBeLessThan(20);
          const all = world.machines.map(listOf);
          const long = new Set(all.flat().flatMap((entry) => (entry.note.length > 1_000 ? entry.id : [])));
          const withoutLong = (list: ReadingEntry[]) =>
            list.map(({ changedAt, ...entry }) => {
              if (!long.has(entry.id)) return { ...entry, changedAt };
              const { note: _, ...times } = entry.times;
              return { ...entry, note: '', times };
            });
          const [first, ...others] = all.map(withoutLong);
          for (const other of others) expect(other).toEqual(first);
          for (const { records, state } of world.machines) {
            expect(state()?.notesLeftOut).toEqual(
              expect.arrayContaining([...long].filter((i) => (records.get(i)?.note.length ?? 0) > 1_000)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('what other machines told', () => {
  it('gives the same list in whatever order and however often it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), async (taken, order) => {
        const world = createWorld([0, day, -day]);
        const values: unknown[] = [];
        for (const { area } of world.machines) {
          const { onChanged } = area;
          area.onChanged = (changes) => {
            values.push(...Object.values(changes).map(({ newValue }) => newValue));
            onChanged(changes);
          };
        }
        await live(world, taken, true);
        const listAfter = (arrivals: unknown[]) => {
          const list = new Map<string, ReadingEntry>();
          for (const value of arrivals) {
            for (const entry of compareList({}, [value], [...list.values()]).news) {
              const known = list.get(entry.id);
              list.set(entry.id, known ? mergeEntries(known, entry) : entry);
            }
          }
          return [...list.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
        };
        const shuffled = values
          .map((value, place) => ({ value, place: (order[place % order.length] ?? 0) + place }))
          .sort((one, other) => one.place - other.place)
          .map(({ value }) => value);
        expect(listAfter([...shuffled, ...values.slice(0, 5)])).toEqual(listAfter(values));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
