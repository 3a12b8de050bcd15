import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAt } from '../../lib/papers/hybrid-time';
import { isKept, mergeEntries } from '../../lib/papers/merge-entries';
import { type EntryVersion1, fromVersion1, isVersion1 } from '../../lib/store/entry-versions';
import { parseReadingEntry } from '../../lib/store/reading-entry-schema';
import { now } from './stored-papers';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const time = fc.oneof(fc.integer({ min: 0, max: 9e13 }), fc.constantFrom(0, now, 8.64e15));

const version1: fc.Arbitrary<EntryVersion1> = fc.record(
  {
    id: fc.constantFrom('2606.00001', 'hep-th/9901001'),
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    publishedAt: fc.constantFrom('2026-06-11', '1999-01-04'),
    repository: fc.constantFrom('Ada/Code', 'b/c.d'),
    status: fc.constantFrom('to-read', 'reading', 'done'),
    tags: fc.array(fc.oneof(text, fc.constantFrom('a', '__proto__', 'constructor')), { maxLength: 4 }),
    note: text,
    addedAt: time,
    changedAt: time,
  },
  { requiredKeys: ['id', 'title', 'authors', 'status', 'tags', 'note', 'addedAt', 'changedAt'] },
);

const untouched: EntryVersion1 = {
  id: '2606.00001',
  title: 'On margins',
  authors: ['Ada Lindqvist'],
  status: 'to-read',
  tags: [],
  note: '',
  addedAt: now,
  changedAt: now,
};

describe('an entry of version 1', () => {
  it('of any shape keeps all that the reader put on it', () => {
    fc.assert(
      fc.property(version1, (old) => {
        const entry = fromVersion1(old);
        const { addedAt: _added, changedAt: _changed, tags, ...same } = old;
        expect(entry).toMatchObject(same);
        expect(entry.tags).toEqual([...new Set(tags)].sort());
        expect(isKept(entry)).toBe(true);
        expect(isVersion1(old)).toBe(true);
        expect(isVersion1(entry)).toBe(false);
      }),
    );
  });

  it('becomes one that is well formed, and stays it when it is read again', () => {
    fc.assert(
      fc.property(version1, (old) => {
        const entry = fromVersion1(old);
        expect(parseReadingEntry(JSON.parse(JSON.stringify(old)))).toEqual({ entry });
        const tagged = entry.tags.includes('__proto__');
        if (!tagged) expect(parseReadingEntry(JSON.parse(JSON.stringify(entry)))).toEqual({ entry });
        expect(mergeEntries(entry, entry)).toEqual(entry);
      }),
    );
  });

  it('that was never touched has no times of changes, and loses against every change', () => {
    const entry = fromVersion1(untouched);
    expect(entry.times).toEqual({ added: timeAt(now), tags: {}, paper: timeAt(now) });
  });

  const chosen: [what: string, fields: Partial<EntryVersion1>, times: string[]][] = [
    ['a status', { status: 'done' }, ['status']],
    ['a note', { note: 'n', changedAt: now + 1 }, ['note']],
    ['a tag', { tags: ['a'], changedAt: now + 1 }, []],
    ['a status that was set back', { changedAt: now + 1 }, ['status']],
    ['no title', { title: '' }, []],
  ];
  it.each(chosen)('with %s has the time of that', (_what, fields, times) => {
    const {
      added: _added,
      tags: _tags,
      paper: _paper,
      ...changed
    } = fromVersion1({ ...untouched, ...fields }).times;
    expect(Object.keys(changed)).toEqual(times);
  });

  it('changed before it was added, by a clock put back, was changed when it was added', () => {
    const entry = fromVersion1({ ...untouched, status: 'done', changedAt: now - 5 });
    expect(entry).toMatchObject({ addedAt: now, changedAt: now });
  });
});
