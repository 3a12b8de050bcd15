import { describe, expect, it } from 'vitest';
import { changeEntry, newEntry } from '../../lib/papers/entry-changes';
import { timeAt } from '../../lib/papers/hybrid-time';
import { parseReadingEntry } from '../../lib/store/reading-entry-schema';
import { now } from './stored-papers';

const facts = { id: '2606.00001', title: 'On margins', authors: ['Ada Lindqvist'], repository: 'Ada/Code' };
const change = { status: 'done', stars: 2, note: 'n', snoozedUntil: '2026-07-01', addTags: ['a'] } as const;
const entry = changeEntry(
  newEntry(facts, { now, device: 'mine' }),
  { ...change, addTags: ['a'] },
  {
    now: now + 1,
    device: 'mine',
  },
);
const times = entry.times;

describe('a reading entry that is read', () => {
  it('is what was written', () => {
    expect(parseReadingEntry(JSON.parse(JSON.stringify(entry)))).toEqual({ entry });
  });

  it('loses what is unknown, and gets what follows from the rest', () => {
    const strange = { ...entry, colour: 'red', addedAt: 0, changedAt: 0, tags: ['a', 'a'] };
    expect(parseReadingEntry(strange)).toEqual({ entry });
  });

  it('without a time for a tag gets that of the entry', () => {
    const parsed = parseReadingEntry({ ...entry, tags: ['b', 'a'] });
    expect(parsed).toMatchObject({ entry: { tags: ['a', 'b'], times: { tags: { b: times.added } } } });
  });

  const refused: [why: string, value: unknown, reason: string][] = [
    ['a text', 'entry', 'is no entry'],
    ['nothing', null, 'is no entry'],
    ['a list', [], 'is no entry'],
    ['one without an id', { ...entry, id: undefined }, 'id is no text'],
    ['one whose id has a version', { ...entry, id: '2606.00001v2' }, 'id is no paper id'],
    ['one whose id is an address', { ...entry, id: 'javascript:alert(1)' }, 'id is no paper id'],
    ['one with an unknown status', { ...entry, status: 'burnt' }, 'status is none of the known ones'],
    ['one with four stars', { ...entry, stars: 4 }, 'stars is no number of stars'],
    ['one that sleeps until no day', { ...entry, snoozedUntil: '2026-02-30' }, 'snoozedUntil is no day'],
    [
      'one whose repository is an address',
      { ...entry, repository: 'https://a.b/c' },
      'repository is no repository',
    ],
    [
      'one with endless notes',
      { ...entry, note: 'x'.repeat(100_001) },
      'note is longer than 100000 characters',
    ],
    ['one with endless tags', { ...entry, tags: Array(201).fill('a') }, 'tags has more than 200 parts'],
    ['one with a tag that is none', { ...entry, tags: [1] }, 'tags.0 is no text'],
    ['one without times', { ...entry, times: [] }, 'times is no list of times'],
    ['one with a time that is none', { ...entry, times: { ...times, note: 'now' } }, 'times.note is no time'],
    ['one saved by what is no machine', { ...entry, saved: [timeAt(now), 7] }, 'saved.1 is no time'],
    [
      'one saved by a hundred and one',
      { ...entry, saved: Array(101).fill(timeAt(now)) },
      'saved names too many machines',
    ],
    ['one added before 1970', { ...entry, addedAt: -1 }, 'addedAt is no time'],
    [
      'an old one that was dropped',
      { ...entry, times: undefined, status: 'dropped' },
      'times is no list of times',
    ],
  ];
  it.each(refused)('refuses %s', (_why, value, reason) => {
    expect(parseReadingEntry(value)).toEqual({ reason });
  });

  it('of version 1 knows no status of later versions', () => {
    const { times: _times, ...old } = entry;
    expect(parseReadingEntry({ ...old, status: 'dropped' })).toEqual({
      reason: 'status is none of the known ones',
    });
  });
});
