import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeEntry, newEntry, removeEntry, restoreEntry, saveAgain } from '../../lib/papers/entry-changes';
import {
  counterOf,
  deviceOf,
  isHybridTime,
  msOf,
  nextTime,
  timeAt,
  timeOf,
} from '../../lib/papers/hybrid-time';
import { isKept, mergeEntries, newestTime } from '../../lib/papers/merge-entries';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { anyEntry, anyTime } from '../list-sync/arbitrary-entries';

const id = '2606.00001';
const copy = anyEntry(fc.constant(id));
const paper = { id, title: 'On margins', authors: ['Ada Lindqvist'] };
const at = (now: number, device = 'aaaa') => ({ now, device });
const saved = newEntry(paper, at(1_000));

/** Merged in this order, one after the other. */
const mergeAll = (entries: ReadingEntry[]) => entries.reduce((one, other) => mergeEntries(one, other));

describe('merging copies of an entry', () => {
  it('does not depend on the order, not even for changes of the same moment', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
        expect(JSON.stringify(mergeEntries(a, b))).toBe(JSON.stringify(mergeEntries(b, a)));
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

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const merged = mergeEntries(a, b);
        expect(mergeEntries(a, a)).toEqual(a);
        expect(mergeEntries(merged, b)).toEqual(merged);
        expect(mergeEntries(a, merged)).toEqual(merged);
      }),
    );
  });

  it('drops no tag that either has and the other never took off', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const { tags } = mergeEntries(a, b);
        const never = (entry: ReadingEntry, tag: string) => !Object.hasOwn(entry.times.tags, tag);
        for (const tag of a.tags) if (never(b, tag)) expect(tags).toContain(tag);
        for (const tag of b.tags) if (never(a, tag)) expect(tags).toContain(tag);
      }),
    );
  });

  it('keeps what some act wanted that no removal knew of', () => {
    fc.assert(
      fc.property(copy, (entry) => {
        const removed = removeEntry(entry);
        const wanted = changeEntry(entry, { status: 'done' }, at(1_000, 'cccc'));
        expect(isKept(removed)).toBe(false);
        expect(isKept(mergeEntries(removed, wanted))).toBe(true);
      }),
    );
  });

  it('takes something over nothing where neither has a time', () => {
    const { note: _, ...times } = saved.times;
    for (const note of ['!', ' ', 'x', '"']) {
      const noted = { ...saved, note, times };
      expect(mergeEntries({ ...saved, times }, noted).note).toBe(note);
      expect(mergeEntries(noted, { ...saved, times }).note).toBe(note);
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('bears a tag called %s', (tag) => {
    const tagged = changeEntry(saved, { addTags: [tag] }, at(2_000));
    const starred = changeEntry(saved, { stars: 2 }, at(3_000, 'bbbb'));
    const merged = mergeAll([starred, tagged, saved]);
    expect(merged.tags).toEqual([tag]);
    expect(Object.entries(merged.times.tags)).toEqual([[tag, tagged.saved.at(-1)]]);
    expect(changeEntry(merged, { removeTags: [tag] }, at(4_000)).tags).toEqual([]);
  });
});

describe('changes on two machines', () => {
  it('are both there when they are of different fields', () => {
    const merged = mergeEntries(
      changeEntry(saved, { status: 'done', addTags: ['a'] }, at(5_000)),
      changeEntry(saved, { note: 'Read again', addTags: ['b'] }, at(2_000, 'bbbb')),
    );
    expect(merged).toMatchObject({ status: 'done', note: 'Read again', tags: ['a', 'b'] });
  });

  it('leave the one made in knowledge of the other, however the clocks stand', () => {
    const first = changeEntry(saved, { status: 'done' }, at(9e12));
    const second = changeEntry(first, { status: 'dropped' }, at(0, 'bbbb'));
    expect(mergeEntries(first, second).status).toBe('dropped');
  });

  it('make one list of a paper that both saved and one removed', () => {
    const theirs = newEntry(paper, at(500, 'bbbb'));
    expect(isKept(mergeEntries(removeEntry(saved), theirs))).toBe(true);
    expect(isKept(mergeEntries(removeEntry(mergeEntries(saved, theirs)), theirs))).toBe(false);
  });

  it('of times without a machine know of each only what they name', () => {
    const legacy = (ms: number): ReadingEntry => ({ ...saved, saved: [timeAt(ms)] });
    expect(isKept(mergeEntries(removeEntry(legacy(900)), legacy(300)))).toBe(true);
    expect(isKept(mergeEntries(removeEntry(mergeEntries(legacy(900), legacy(300))), legacy(300)))).toBe(
      false,
    );
  });
});

describe('an entry that is saved again', () => {
  it('begins anew on every machine, also where another knows more of what it was', () => {
    const finished = changeEntry(
      saved,
      { status: 'done', stars: 3, note: 'x', snoozedUntil: '2027-01-01' },
      at(2_000),
    );
    const theirs = removeEntry({ ...saved, saved: finished.saved });
    const again = saveAgain(theirs, paper, at(3_000, 'bbbb'));
    const merged = mergeEntries(finished, again);
    expect(merged).toMatchObject({ status: 'to-read', stars: 0, note: '' });
    expect(merged.snoozedUntil).toBeUndefined();
    expect(isKept(merged)).toBe(true);
  });

  it('is as it was when its removal is taken back', () => {
    const finished = changeEntry(saved, { status: 'done', note: 'x' }, at(2_000));
    const restored = restoreEntry(removeEntry(finished), at(3_000));
    expect(restored).toMatchObject({ status: 'done', note: 'x' });
    expect(isKept(restored)).toBe(true);
  });
});

describe('the time of what is done next', () => {
  it('is later than all that is known, and a time', () => {
    fc.assert(
      fc.property(copy, fc.integer({ min: -1, max: 9e15 }), (entry, now) => {
        const known = newestTime(entry);
        const next = nextTime(now, 'cccc', known);
        expect(isHybridTime(next)).toBe(true);
        if (!known.startsWith(timeOf(9e13, 36 ** 3 - 1, ''))) expect(next > known).toBe(true);
      }),
    );
  });

  it('stays a time after the last one there is', () => {
    const last = timeOf(9e13, 36 ** 3 - 1, 'aaaa');
    expect(nextTime(0, 'bbbb', last)).toBe(timeOf(9e13, 36 ** 3 - 1, 'bbbb'));
  });

  it('has parts it can be made of again', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(isHybridTime(time)).toBe(true);
        expect(timeOf(msOf(time), counterOf(time), deviceOf(time))).toBe(time);
      }),
    );
  });
});
