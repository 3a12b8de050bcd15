import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeEntry,
  describeEntry,
  inverseChange,
  maxTagLength,
  newEntry,
  normalTag,
  readTags,
  removeEntry,
  restoreEntry,
  saveAgain,
} from '../../lib/papers/entry-changes';
import { timeOf } from '../../lib/papers/hybrid-time';
import { isKept, newestTime } from '../../lib/papers/merge-entries';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { act, entryChange, readingEntry } from '../store/arbitrary-entries';
import { anyText } from './any-text';

const now = Date.parse('2026-06-12T12:00:00Z');
const at = (time: number, device = 'mine') => ({ now: time, device });
const facts = { id: '2606.00001', title: 'On margins', authors: ['Ada Lindqvist'] };
const saved = newEntry(facts, at(now));

/** What the reader sees of an entry, without its times. */
const seen = ({ status, stars, note, tags, snoozedUntil }: ReadingEntry) => ({
  status,
  stars,
  note,
  tags,
  snoozedUntil,
});

describe('a new entry', () => {
  it('is to be read, and has a time for nothing but what is known', () => {
    const time = timeOf(now, 0, 'mine');
    expect(saved).toEqual({
      ...facts,
      ...{ status: 'to-read', stars: 0, tags: [], note: '', addedAt: now, changedAt: now },
      times: { added: time, tags: {}, paper: time },
      saved: [time],
      removed: [],
    });
  });

  it('of which only the id is known leaves its title to whoever learns it', () => {
    const untitled = newEntry({ id: '2606.00002', title: '', authors: [] }, at(now));
    expect(untitled.times).not.toHaveProperty('paper');
  });
});

describe('a change', () => {
  const changes: [of: string, change: EntryChange, seen: Partial<ReadingEntry>, timed: object][] = [
    ['the status', { status: 'done' }, { status: 'done' }, { status: true }],
    ['stars', { stars: 3 }, { stars: 3 }, { stars: true }],
    ['the note', { note: '  as *typed*\n' }, { note: '  as *typed*\n' }, { note: true }],
    [
      'a day to sleep until',
      { snoozedUntil: '2026-07-01' },
      { snoozedUntil: '2026-07-01' },
      { snoozedUntil: true },
    ],
    ['tags', { addTags: ['b', 'a'] }, { tags: ['a', 'b'] }, { tags: { a: true, b: true } }],
    ['nothing', {}, {}, {}],
  ];
  it.each(changes)('of %s touches that and nothing else', (_of, change, expected, timed) => {
    const changed = changeEntry(saved, change, at(now + 5));
    expect(seen(changed)).toEqual({ ...seen(saved), ...expected });
    const time = timeOf(now + 5, 0, 'mine');
    const times = JSON.parse(JSON.stringify(timed).replaceAll('true', JSON.stringify(time)));
    expect(changed.times).toEqual({ ...saved.times, ...times });
    expect(changed.saved).toEqual([time]);
  });

  it('wakes what slept', () => {
    const asleep = changeEntry(saved, { snoozedUntil: '2026-07-01' }, at(now + 1));
    const awake = changeEntry(asleep, { snoozedUntil: null }, at(now + 2));
    expect(awake).not.toHaveProperty('snoozedUntil');
    expect(awake.times.snoozedUntil).toBe(timeOf(now + 2, 0, 'mine'));
  });

  it('takes a tag off and remembers when', () => {
    const tagged = changeEntry(saved, { addTags: ['a', 'b'] }, at(now + 1));
    const changed = changeEntry(tagged, { removeTags: ['a'] }, at(now + 2));
    expect(changed.tags).toEqual(['b']);
    expect(changed.times.tags).toEqual({ a: timeOf(now + 2, 0, 'mine'), b: timeOf(now + 1, 0, 'mine') });
  });

  it('is later than everything the entry knows of, wherever the clock stands', () => {
    fc.assert(
      fc.property(readingEntry, entryChange, act, (entry, change, by) => {
        const changed = changeEntry(entry, change, by);
        expect(newestTime(changed) > newestTime(entry)).toBe(true);
        expect(isKept(changed)).toBe(true);
      }),
    );
  });

  it('is when the entry was changed last, and never when it was added', () => {
    const changed = changeEntry(saved, { stars: 1 }, at(now + 9));
    expect(changed).toMatchObject({ addedAt: now, changedAt: now + 9 });
    expect(describeEntry(changed, { ...facts, title: 'New' }, at(now + 99)).changedAt).toBe(now + 9);
  });
});

describe('the inverse of a change', () => {
  it('gives back what the reader saw before', () => {
    fc.assert(
      fc.property(readingEntry, entryChange, act, act, (entry, change, by, later) => {
        const changed = changeEntry(entry, change, by);
        const back = changeEntry(changed, inverseChange(entry, change), later);
        expect(seen(back)).toEqual(seen(entry));
      }),
    );
  });

  it('leaves what was done meanwhile', () => {
    const changed = changeEntry(saved, { status: 'done', addTags: ['a'] }, at(now + 1));
    const meanwhile = changeEntry(changed, { note: 'typed', addTags: ['b'] }, at(now + 2, 'else'));
    const inverse = inverseChange(saved, { status: 'done', addTags: ['a'] });
    expect(changeEntry(meanwhile, inverse, at(now + 3))).toMatchObject({
      status: 'to-read',
      note: 'typed',
      tags: ['b'],
    });
  });

  it('takes no tag off that was there before', () => {
    const tagged = changeEntry(saved, { addTags: ['a'] }, at(now + 1));
    expect(inverseChange(tagged, { addTags: ['a', 'b'] })).toEqual({ removeTags: ['b'] });
    expect(inverseChange(tagged, { removeTags: ['a', 'b'] })).toEqual({ addTags: ['a'] });
  });
});

describe('removing', () => {
  it('takes the entry off the list, and restoring brings all of it back', () => {
    fc.assert(
      fc.property(readingEntry, act, (entry, by) => {
        const removed = removeEntry(entry);
        expect(isKept(removed)).toBe(false);
        const restored = restoreEntry(removed, by);
        expect(isKept(restored)).toBe(true);
        expect(seen(restored)).toEqual(seen(entry));
        expect(restored).toMatchObject({ title: entry.title, addedAt: entry.addedAt });
      }),
    );
  });

  it('a second time changes nothing, nor does restoring what is there', () => {
    fc.assert(
      fc.property(readingEntry, act, (entry, by) => {
        const removed = removeEntry(entry);
        expect(removeEntry(removed)).toEqual(removed);
        const restored = restoreEntry(removed, by);
        expect(restoreEntry(restored, { ...by, now: by.now + 1 })).toEqual(restored);
      }),
    );
  });
});

describe('saving again what was removed', () => {
  const old: EntryChange = {
    status: 'done',
    stars: 2,
    note: 'old',
    snoozedUntil: '2026-07-01',
    addTags: ['old'],
  };
  const removed = removeEntry(changeEntry(saved, old, at(now + 1)));

  it('begins anew', () => {
    const again = saveAgain(removed, { ...facts, title: 'On margins, revised' }, at(now + 9));
    expect(seen(again)).toEqual({ ...seen(saved), snoozedUntil: undefined });
    expect(again).toMatchObject({ title: 'On margins, revised', addedAt: now + 9 });
    expect(isKept(again)).toBe(true);
  });

  it('sets every field, so that no other machine brings the old ones back', () => {
    const { times } = saveAgain(removed, facts, at(now + 9));
    const { tags, added, ...fields } = times;
    expect(Object.keys(fields).sort()).toEqual(['note', 'paper', 'snoozedUntil', 'stars', 'status']);
    for (const time of [...Object.values(fields), added, tags.old ?? '']) {
      expect(time > newestTime(removed)).toBe(true);
    }
  });

  it('keeps a title that is known where the act knows none', () => {
    const again = saveAgain(removed, { id: facts.id, title: '', authors: [] }, at(now + 9));
    expect(again).toMatchObject({ title: 'On margins', authors: ['Ada Lindqvist'] });
  });

  it('compares later with what is known now, and not with what was then', () => {
    const then = { at: now, cached: true, upvotes: 3, hasCode: false, hasSummary: false };
    const before = removeEntry(newEntry(facts, at(now), then));
    expect(saveAgain(before, facts, at(now + 9), { ...then, at: now + 9 }).whenSaved?.at).toBe(now + 9);
    expect(saveAgain(before, facts, at(now + 9))).not.toHaveProperty('whenSaved');
  });
});

describe('learning what a paper is', () => {
  it('keeps what nobody told anew, and everything the reader decided', () => {
    const known = changeEntry(
      newEntry({ ...facts, repository: 'Ada/Code', category: 'cs.CL' }, at(now)),
      { note: 'n' },
      at(now + 1),
    );
    const described = describeEntry(
      known,
      { ...facts, title: 'New', publishedAt: '2026-06-11' },
      at(now + 2),
    );
    expect(described).toMatchObject({
      ...{ title: 'New', publishedAt: '2026-06-11', repository: 'Ada/Code', category: 'cs.CL', note: 'n' },
      saved: known.saved,
    });
  });

  it('keeps nothing on the list that was removed', () => {
    expect(isKept(describeEntry(removeEntry(saved), facts, at(now + 9)))).toBe(false);
  });
});

describe('a tag', () => {
  const typed: [typed: string, kept: string][] = [
    ['survey', 'survey'],
    ['  to   cite ', 'to cite'],
    ['#survey', 'survey'],
    ['## survey', 'survey'],
    ['# #survey', 'survey'],
    ['C#', 'C#'],
    ['a, b', 'a b'],
    ['line\nbreak\tand tab', 'line break and tab'],
    ['A\u030angstro\u0308m', '\u00c5ngstr\u00f6m'],
    ['', ''],
    [' ,, ', ''],
    ['#', ''],
    ['x'.repeat(70), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
    [`${'x'.repeat(59)}\u{1f4dc}`, 'x'.repeat(59)],
    ['<b>bold</b>', '<b>bold</b>'],
  ];
  it.each(typed)('typed as %j is kept as %j', (text, kept) => expect(normalTag(text)).toBe(kept));

  it('that is kept stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom('#', ' ', ',', 'a') })), (text) => {
        const kept = normalTag(text);
        expect(normalTag(kept)).toBe(kept);
        expect(kept.length).toBeLessThanOrEqual(maxTagLength);
        expect(kept).not.toMatch(/[,\n]|^[#\s]|\s$/);
      }),
    );
  });

  const several: [typed: string, tags: string[]][] = [
    ['a, b', ['a', 'b']],
    ['#a,#b , a', ['a', 'b']],
    ['to cite', ['to cite']],
    [' , ,', []],
    ['', []],
  ];
  it.each(several)('list typed as %j is %j', (text, tags) => expect(readTags(text)).toEqual(tags));
});
