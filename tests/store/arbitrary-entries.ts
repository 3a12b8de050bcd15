// Reading entries as fast-check makes them: made by acts, as in life. Few ids, machines and times, so that lists overlap and changes
// coincide.
import fc from 'fast-check';
import {
  changeEntry,
  describeEntry,
  newEntry,
  removeEntry,
  restoreEntry,
  saveAgain,
} from '../../lib/papers/entry-changes';
import {
  type EntryChange,
  type ReadingEntry,
  readingStatuses,
  starCounts,
} from '../../lib/papers/reading-entry';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const tag = fc.constantFrom('a', 'b', 'c', 'ä');
const tags = fc.uniqueArray(tag, { maxLength: 3 });

export const act = fc.record({
  now: fc.oneof(fc.nat(3), fc.nat()),
  device: fc.constantFrom('aaaa', 'bbbb', '0000'),
});

const id = fc.constantFrom('2606.00001', '2606.00002', 'hep-th/9901001');

const facts = fc.record(
  {
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    publishedAt: fc.constantFrom('2026-06-11', '1999-01-04'),
    repository: fc.constantFrom('Ada/Code', 'b/c'),
    category: fc.constantFrom('cs.CL', 'hep-th'),
  },
  { requiredKeys: ['title', 'authors'] },
);

export const entryChange: fc.Arbitrary<EntryChange> = fc.record(
  {
    status: fc.constantFrom(...readingStatuses),
    stars: fc.constantFrom(...starCounts),
    note: text,
    snoozedUntil: fc.option(fc.constantFrom('2026-07-01', '2026-08-01')),
    addTags: tags,
    removeTags: tags,
  },
  { requiredKeys: [] },
);

const step: fc.Arbitrary<(entry: ReadingEntry) => ReadingEntry> = fc.oneof(
  fc.tuple(entryChange, act).map(
    ([change, by]) =>
      (entry: ReadingEntry) =>
        changeEntry(entry, change, by),
  ),
  fc.constant(removeEntry),
  act.map((by) => (entry: ReadingEntry) => restoreEntry(entry, by)),
  fc.tuple(facts, act).map(
    ([paper, by]) =>
      (entry: ReadingEntry) =>
        describeEntry(entry, { id: entry.id, ...paper }, by),
  ),
  fc.tuple(facts, act).map(
    ([paper, by]) =>
      (entry: ReadingEntry) =>
        saveAgain(entry, { id: entry.id, ...paper }, by),
  ),
);

/** On the list or removed. */
export const readingEntry: fc.Arbitrary<ReadingEntry> = fc
  .tuple(id, facts, act, fc.array(step, { maxLength: 5 }))
  .map(([of, paper, by, steps]) =>
    steps.reduce((entry, next) => next(entry), newEntry({ id: of, ...paper }, by)),
  );

/** A list as it is stored: one entry a paper. */
export const readingEntries = fc.uniqueArray(readingEntry, { selector: (entry) => entry.id, maxLength: 3 });
