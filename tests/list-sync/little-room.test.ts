// When not everything fits: machines that choose for themselves come to the same choice, and what is left out stays on their lists.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareList } from '../../lib/list-sync/compare-list';
import { fitBucket } from '../../lib/list-sync/fit-bucket';
import { type SharedEntry, toShared } from '../../lib/list-sync/shared-entry';
import { bucketOf } from '../../lib/list-sync/sync-layout';
import { changeEntry, newEntry, removeEntry } from '../../lib/papers/entry-changes';
import { isKept, mergeEntries } from '../../lib/papers/merge-entries';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';

/** All of one item, so that they crowd each other. */
const crowd = Array.from({ length: 2_000 }, (_, place) => `2606.${`${place + 1}`.padStart(5, '0')}`)
  .filter((id) => bucketOf(id) === 3)
  .slice(0, 12);

const begin = Date.UTC(2026, 10, 1);
const saved = (place: number, after = 0): ReadingEntry =>
  newEntry({ id: crowd[place] ?? '', title: '', authors: [] }, { now: begin + after, device: 'aaaa' });
const changed = (entry: ReadingEntry, change: EntryChange): ReadingEntry =>
  changeEntry(entry, change, { now: begin, device: 'aaaa' });
const share = (entries: ReadingEntry[]): Map<string, SharedEntry> =>
  new Map(entries.flatMap((entry) => toShared(entry) ?? []).map((shared) => [shared.core.id, shared]));
const fitted = (entries: ReadingEntry[], room: number, stored: ReadingEntry[] = []) =>
  fitBucket(share(entries), share(stored), room);
const idsOf = ({ entries }: ReturnType<typeof fitted>) => [...entries.keys()];

describe('an item that is too small', () => {
  it('leaves out the longest notes first', () => {
    const entries = [120, 10, 60].map((length, place) => changed(saved(place), { note: 'n'.repeat(length) }));
    const { entries: taken } = fitted(entries, 160);
    expect([...taken.values()].map(({ core, note }) => [core.id, note?.text.length])).toEqual(
      expect.arrayContaining([
        [crowd[0], undefined],
        [crowd[1], 10],
        [crowd[2], 60],
      ]),
    );
  });

  it('then what was removed, then what is done and dropped, the oldest of each first', () => {
    const gone = [0, 1].map((place) => removeEntry(saved(place, place)));
    const done = [2, 3].map((place) =>
      changed(saved(place, place), { status: place === 2 ? 'done' : 'dropped' }),
    );
    const open = [4, 5].map((place) => saved(place, place));
    const all = [...gone, ...done, ...open];
    const seen: string[] = [];
    for (let room = 400; room >= 0; room--) {
      const taken = idsOf(fitted(all, room));
      for (const { id } of all) if (!taken.includes(id) && !seen.includes(id)) seen.push(id);
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('keeps room for news about what is stored: whoever has the old state would bring it back for ever', () => {
    const old = saved(0);
    const news = removeEntry(old);
    const crowding = crowd.slice(1).map((_, place) => saved(place + 1, 100));
    expect(idsOf(fitted([...crowding, news], 60, [old]))).toContain(old.id);
    expect(idsOf(fitted([...crowding, news], 60, [news]))).not.toContain(old.id);
  });

  it('keeps the stored state of an entry and a note that have grown too large', () => {
    const old = changed(saved(0), { note: 'short' });
    const grown = changed(changed(old, { addTags: ['t'.repeat(60)] }), { note: 'n'.repeat(900) });
    const { entries } = fitted([grown], 60, [old]);
    expect(entries.get(old.id)).toEqual(toShared(old));
  });
});

const machine = fc.nat({ max: 2 });
const change: fc.Arbitrary<EntryChange> = fc.record(
  {
    status: fc.constantFrom('to-read', 'done', 'dropped'),
    note: fc.constantFrom('', 'short', 'n'.repeat(40), 'm'.repeat(90)),
    addTags: fc.constantFrom([], ['a'], ['a much longer tag']),
  },
  { requiredKeys: [] },
);
const act = fc.record({
  machine,
  id: fc.constantFrom(...crowd),
  change,
  removes: fc.boolean(),
  pushes: fc.boolean(),
});

describe('three machines with more than fits', () => {
  it('come to rest whoever comes first, and lose nothing of their own', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 60, size: 'max' }),
        fc.integer({ min: 60, max: 320 }),
        fc.infiniteStream(fc.shuffledSubarray([0, 1, 2], { minLength: 3 })),
        (acts, room, order) => {
          const lists = [0, 1, 2].map(() => new Map<string, ReadingEntry>());
          let stored: Record<string, unknown> = {};
          let writes = 0;
          const exchange = (number: number) => {
            const list = lists[number] as Map<string, ReadingEntry>;
            const { news, items } = compareList(stored, [], [...list.values()], room);
            for (const entry of news) list.set(entry.id, mergeEntries(list.get(entry.id) ?? entry, entry));
            if (Object.keys(items).length > 0) writes++;
            stored = { ...stored, ...items };
          };
          const own = lists.map(() => new Set<string>());
          acts.forEach(({ machine: number, id, change: asked, removes, pushes }, place) => {
            const list = lists[number] as Map<string, ReadingEntry>;
            const by = { now: begin + place * 1_000, device: 'abc'.charAt(number).repeat(4) };
            const known = list.get(id);
            if (known && removes) list.set(id, removeEntry(known));
            else list.set(id, changeEntry(known ?? newEntry({ id, title: '', authors: [] }, by), asked, by));
            own[number]?.add(id);
            if (pushes) exchange(number);
          });
          let calm = 0;
          for (let round = 0; round < 200 && calm < 2; round++) {
            const before = writes;
            for (const number of order.next().value) exchange(number);
            calm = writes === before ? calm + 1 : 0;
          }
          expect(calm).toBe(2);
          lists.forEach((list, number) => {
            for (const id of own[number] ?? []) expect(list.has(id)).toBe(true);
          });
          const [value] = Object.entries(stored).flatMap(([key, text]) => (key === 'list/3' ? [text] : []));
          expect(JSON.stringify(value ?? '').length + 'list/3'.length).toBeLessThanOrEqual(
            Math.max(room, 10),
          );
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('say of every entry whether it is there or left out', () => {
    const entries = crowd.map((_, place) => changed(saved(place, place), { note: 'n'.repeat(10 * place) }));
    const { items, report } = compareList({}, [], entries, 250);
    const { entries: there, entriesLeftOut, notesLeftOut } = report(true);
    expect(there + entriesLeftOut.length).toBe(crowd.length);
    expect(entriesLeftOut.length).toBeGreaterThan(0);
    const [told] = [compareList(items, [], [], 250).news];
    const untold = told.filter(({ note, id }) => note === '' && id !== crowd[0]).map(({ id }) => id);
    expect(new Set(notesLeftOut)).toEqual(new Set(untold));
    expect(told.every(isKept)).toBe(true);
  });
});
