import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEntries } from '../../lib/store/reading-list-merge';
import { readingEntry } from './arbitrary-entries';
import { entry } from './stored-papers';

const older = entry('2606.00001', {
  title: 'Old title',
  status: 'to-read',
  note: 'old',
  tags: ['b', 'a'],
  publishedAt: '2026-06-11',
  addedAt: 5,
  changedAt: 10,
});
const newer = entry('2606.00001', {
  title: 'New title',
  status: 'done',
  note: '',
  tags: ['c'],
  repository: 'Ada/Code',
  addedAt: 7,
  changedAt: 20,
});

describe('two copies of an entry', () => {
  it('become one: newest change, all tags, first time of adding, all known facts', () => {
    expect(mergeEntries(older, newer)).toEqual({
      id: '2606.00001',
      title: 'New title',
      authors: ['Ada Lindqvist'],
      publishedAt: '2026-06-11',
      repository: 'Ada/Code',
      status: 'done',
      tags: ['a', 'b', 'c'],
      note: '',
      addedAt: 5,
      changedAt: 20,
    });
  });

  it('with the same tags keep the order the reader gave them', () => {
    expect(mergeEntries(older, { ...newer, tags: ['b', 'a'] }).tags).toEqual(['b', 'a']);
  });
});

describe('merging', () => {
  const copy = readingEntry.map((one) => ({ ...one, id: '2606.00001' }));

  it('does not depend on the order, not even for changes of the same moment', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
      }),
    );
  });

  it('does not depend on what is merged first', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        expect(mergeEntries(mergeEntries(a, b), c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
      }),
    );
  });

  it('once more changes nothing', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const merged = mergeEntries(a, b);
        expect(mergeEntries(a, a)).toEqual(a);
        expect(mergeEntries(merged, b)).toEqual(merged);
      }),
    );
  });

  it('drops no tag and takes status and note from the newest change', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const merged = mergeEntries(a, b);
        expect(new Set(merged.tags)).toEqual(new Set([...a.tags, ...b.tags]));
        const newest = [a, b].filter(({ changedAt }) => changedAt === merged.changedAt);
        expect(newest.map(({ status, note }) => [status, note])).toContainEqual([merged.status, merged.note]);
        expect(merged.changedAt).toBe(Math.max(a.changedAt, b.changedAt));
      }),
    );
  });
});
