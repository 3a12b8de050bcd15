import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReadingListFile, writeReadingListFile } from '../../lib/store/reading-list-file';
import { StoreError } from '../../lib/store/store-error';
import { readingEntries } from './arbitrary-entries';
import { entry, now } from './stored-papers';

const fileOf = (entries: unknown[], fields: object = {}) =>
  JSON.stringify({ format: 'papergloss-reading-list', version: 2, entries, ...fields });

describe('a reading list in a file', () => {
  it('says what it is, of which version and of when', () => {
    expect(JSON.parse(writeReadingListFile([entry('2606.00001')], now))).toEqual({
      format: 'papergloss-reading-list',
      version: 2,
      exportedAt: '2026-06-12T12:00:00.000Z',
      entries: [entry('2606.00001')],
    });
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(readingEntries, (entries) => {
        expect(readReadingListFile(writeReadingListFile(entries, now))).toEqual({ entries, skipped: [] });
      }),
    );
  });

  it('may begin with a byte order mark and hold fields of a later version', () => {
    const json = `\ufeff${fileOf([{ ...entry('2606.00001'), mood: 3 }], { app: 'x' })}`;
    expect(readReadingListFile(json).entries).toEqual([entry('2606.00001')]);
  });

  it('of version 1 is read, too: what was changed has one time', () => {
    const { id, title, authors, addedAt, changedAt } = entry('2606.00001');
    const old = { id, title, authors, status: 'done', tags: ['a'], note: 'n', addedAt, changedAt };
    const { entries } = readReadingListFile(fileOf([old], { version: 1 }));
    expect(entries).toEqual([entry('2606.00001', { status: 'done', tags: ['a'], note: 'n' })]);
  });

  it.each([
    ['nothing', null, 'is no entry'],
    ['no paper id', { ...entry('2606.1') }, 'id is no paper id'],
    ['a versioned id', { ...entry('2606.00001v2') }, 'id is no paper id'],
    [
      'a status that is none',
      { ...entry('2606.00001'), status: 'burnt' },
      'status is none of the known ones',
    ],
    ['a title that is none', { ...entry('2606.00001'), title: 7 }, 'title is no text'],
    ['a day that is none', { ...entry('2606.00001'), publishedAt: '2026-02-30' }, 'publishedAt is no day'],
    ['tags that are none', { ...entry('2606.00001'), tags: 'a' }, 'tags is no list'],
    ['a tag that is none', { ...entry('2606.00001'), tags: ['a', 5] }, 'tags.1 is no text'],
    [
      'an address for repository',
      { ...entry('2606.00001'), repository: 'javascript:x' },
      'repository is no repository',
    ],
    ['four stars', { ...entry('2606.00001'), stars: 4 }, 'stars is no number of stars'],
    ['a snooze without end', { ...entry('2606.00001'), snoozedUntil: 'ever' }, 'snoozedUntil is no day'],
    [
      'a change without a time',
      { ...entry('2606.00001'), times: { added: 'now', tags: {} } },
      'times.added is no time',
    ],
    ['no act that saved it', { ...entry('2606.00001'), saved: 'yes' }, 'saved is no list'],
    ['a time that is none', { ...entry('2606.00001'), addedAt: 1.5 }, 'addedAt is no time'],
    ['a time before all', { ...entry('2606.00001'), changedAt: -1 }, 'changedAt is no time'],
    [
      'a note of a megabyte',
      { ...entry('2606.00001'), note: 'x'.repeat(1_000_000) },
      'note is longer than 100000 characters',
    ],
  ])('skips an entry with %s, says why, and keeps the others', (_name, bad, reason) => {
    const { entries, skipped } = readReadingListFile(fileOf([entry('2606.00002'), bad, entry('2606.00003')]));
    expect(entries.map(({ id }) => id)).toEqual(['2606.00002', '2606.00003']);
    expect(skipped).toEqual([{ index: 1, reason }]);
  });

  it.each([
    ['nothing', '', 'It is no JSON, or was cut off.'],
    ['half a file', fileOf([entry('2606.00001')]).slice(0, -5), 'It is no JSON, or was cut off.'],
    ['a web page', '<!DOCTYPE html>', 'It is no JSON, or was cut off.'],
    ['other JSON', '[1, 2]', 'It is no reading list of Papergloss.'],
    [
      'the starter feed',
      '{"format":"papergloss-starter-feed","version":1}',
      'It is no reading list of Papergloss.',
    ],
    ['no list', fileOf([], { entries: {} }), 'It is no reading list of Papergloss.'],
    [
      'a later version',
      fileOf([], { version: 3 }),
      'It has version 3; this Papergloss reads versions up to 2.',
    ],
  ])('that is %s is refused with a sentence', (_name, json, detail) => {
    expect(() => readReadingListFile(json)).toThrow(new StoreError('bad-file', detail));
  });

  it('of any text is read or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.jsonValue()).map(fileOf)), (json) => {
        try {
          readReadingListFile(json);
        } catch (error) {
          expect(error).toMatchObject({ name: 'StoreError', code: 'bad-file' });
        }
      }),
    );
  });
});
