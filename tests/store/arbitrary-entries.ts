// Reading entries as fast-check makes them: few ids and times, so that lists overlap and changes coincide.
import fc from 'fast-check';
import { type ReadingEntry, readingStatuses } from '../../lib/papers/reading-entry';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const time = fc.oneof(fc.nat(3), fc.nat());

export const readingEntry: fc.Arbitrary<ReadingEntry> = fc.record(
  {
    id: fc.constantFrom('2606.00001', '2606.00002', 'hep-th/9901001'),
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    publishedAt: fc.constantFrom('2026-06-11', '1999-01-04'),
    repository: fc.constantFrom('Ada/Code', 'b/c'),
    status: fc.constantFrom(...readingStatuses),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'ä'), { maxLength: 3 }),
    note: text,
    addedAt: time,
    changedAt: time,
  },
  {
    requiredKeys: ['id', 'title', 'authors', 'status', 'tags', 'note', 'addedAt', 'changedAt'],
  },
);

/** A list as it is stored: one entry a paper. */
export const readingEntries = fc.uniqueArray(readingEntry, { selector: ({ id }) => id, maxLength: 3 });
