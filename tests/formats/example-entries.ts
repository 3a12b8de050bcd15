// Entries of a reading list for the tests of exports, made up and of any kind.
import fc from 'fast-check';
import type { ExportContext, ExportedEntry } from '../../lib/formats/exported-entry';
import { timeAt } from '../../lib/papers/hybrid-time';
import { type ReadingEntry, readingStatuses, type Stars, starCounts } from '../../lib/papers/reading-entry';

export const added = Date.UTC(2026, 4, 1, 10, 20, 30, 123);

export const context: ExportContext = {
  now: Date.UTC(2026, 5, 15),
  heading: 'Reading list',
  statusNames: { 'to-read': 'To read', reading: 'Reading', done: 'Done', dropped: 'Dropped' },
};

export function exampleEntry(parts: Partial<ReadingEntry> = {}): ReadingEntry {
  return {
    id: '2605.00042',
    title: 'Quiet Margins: Reading Papers Where They Are',
    authors: ['Nora Feld', 'Wim van der Aar'],
    publishedAt: '2026-05-04',
    status: 'to-read',
    stars: 0,
    tags: [],
    note: '',
    addedAt: added,
    changedAt: added,
    times: { added: timeAt(added), tags: {} },
    saved: [timeAt(added)],
    removed: [],
    ...parts,
  };
}

export const example = (parts: Partial<ReadingEntry> = {}, abstract?: string): ExportedEntry => ({
  entry: exampleEntry(parts),
  ...(abstract !== undefined && { abstract }),
});

const pieces = [
  ..."\\ { } $ % & # _ ^ ~ - -- --- ` `` ' '' \" , ; = + @ < > | [ ] ( ) * ! ? : / . \t \n \r \u2028 \u0000 \u202e \ud800".split(
    ' ',
  ),
  ...[
    '{\\',
    '\\\\',
    '}{',
    '$x$',
    '$5',
    ' and ',
    '\\input{x}',
    '@misc{',
    'TY  - GEN',
    'ER  - ',
    '<br>',
    '&amp;',
  ],
  ...['é', 'ß', 'Ω', '王', 'Иван', '🙂', 'e\u0301', 'van', 'Jr.', 'Team', '%\n', '```', '---', "'=1", '=1+1'],
  ...['Deep', 'Learning', 'a', ' ', '  ', '2026'],
];

/** Text of whatever kind, among it everything that means something in some format. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(' ')),
);

const anyId = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 15, max: 26 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 99_999 }),
    )
    .map(
      ([year, month, number]) =>
        `${year}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`,
    ),
  fc.constantFrom('hep-th/9901001', 'math/0309136', 'cs/0102003'),
);

const anyDay = fc
  .integer({ min: Date.UTC(1991, 7, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

export const anyEntry: fc.Arbitrary<ReadingEntry> = fc
  .record({
    id: anyId,
    title: anyText,
    authors: fc.array(anyText, { maxLength: 5 }),
    publishedAt: fc.option(anyDay, { nil: undefined }),
    category: fc.constantFrom(undefined, 'cs.CL', 'hep-th', '{}'),
    repository: fc.constantFrom(undefined, 'quiet/margins_2', 'a/b--c'),
    status: fc.constantFrom(...readingStatuses),
    stars: fc.constantFrom<Stars[]>(...starCounts),
    tags: fc.array(anyText, { maxLength: 4 }),
    note: anyText,
    snoozedUntil: fc.option(anyDay, { nil: undefined }),
  })
  .map(exampleEntry);

/** Several with different ids. */
export const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 6 });
