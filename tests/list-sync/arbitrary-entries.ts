// Reading entries of every shape that can be told, with times that often meet.
import fc from 'fast-check';
import { newestByDevice, timeOf } from '../../lib/papers/hybrid-time';
import { settled } from '../../lib/papers/merge-entries';
import { type ReadingEntry, readingStatuses, starCounts } from '../../lib/papers/reading-entry';
import { anyText } from '../papers/any-text';

export const paperIds = [
  '0704.0001',
  '1412.9999',
  '1501.00001',
  '2412.17747',
  '2606.00001',
  '9912.99999',
  'hep-th/9901001',
  'math-ph/0703001',
];

const ms = fc.oneof(
  fc.constantFrom(0, 1_700_000_000_000, 1_700_000_000_001, 9e13),
  fc.integer({ min: 0, max: 9e13 }),
);
const device = fc.constantFrom('0000', 'aaaa', 'bbbb', 'zz09');

export const anyTime = fc
  .tuple(ms, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 36 ** 3 - 1 })), device)
  .map(([at, counter, name]) => timeOf(at, counter, name));

/** Few, so that two copies often have the same. */
const closeTime = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...['aaaa', 'bbbb'].map((name) => timeOf(1_800_000_000_000, 0, name))),
  },
  { weight: 1, arbitrary: anyTime },
);

const someTime = fc.option(closeTime, { nil: undefined });
const times = fc.uniqueArray(closeTime, { maxLength: 4 });
const tagName = fc.oneof(
  fc.constantFrom('a', 'to cite', 'constructor', '__proto__', 'toString', 'Überblick', '論文', '\ufeffmark'),
  anyText.map((text) => text.slice(0, 60)),
);
const text = fc.oneof(fc.constantFrom('', ' ', '!', 'note', '"'), anyText);

/** Of one paper where `id` is a constant. */
export const anyEntry = (id: fc.Arbitrary<string> = fc.constantFrom(...paperIds)) =>
  fc
    .record({
      id,
      title: text,
      authors: fc.array(text, { maxLength: 2 }),
      publishedAt: fc.option(fc.constantFrom('2026-06-11', '2026-06-12'), { nil: undefined }),
      status: fc.constantFrom(...readingStatuses),
      stars: fc.constantFrom(...starCounts),
      note: text,
      snoozedUntil: fc.option(fc.constantFrom('0001-01-01', '2027-02-28', '9999-12-31'), { nil: undefined }),
      tags: fc.uniqueArray(fc.tuple(tagName, closeTime, fc.boolean()), {
        selector: ([name]) => name,
        maxLength: 4,
      }),
      times: fc.record({
        added: closeTime,
        status: someTime,
        stars: someTime,
        note: someTime,
        snoozedUntil: someTime,
        paper: someTime,
      }),
      saved: fc.uniqueArray(closeTime, { minLength: 1, maxLength: 4 }),
      removed: times,
    })
    .map(
      ({ tags, ...entry }): ReadingEntry =>
        settled({
          ...entry,
          tags: tags.filter(([, , on]) => on).map(([name]) => name),
          times: { ...entry.times, tags: Object.fromEntries(tags.map(([name, time]) => [name, time])) },
          saved: newestByDevice(entry.saved),
          removed: newestByDevice(entry.removed),
        }),
    );
