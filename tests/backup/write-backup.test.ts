import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyName } from '../../lib/backup/backup-files';
import { writeBackup } from '../../lib/backup/write-backup';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { readReadingListFile, writeReadingListFile } from '../../lib/store/reading-list-file';
import { day, entry, now } from '../store/stored-papers';
import { entriesOf, words } from './fake-backup';
import { type FakeFolder, fakeFolder } from './fake-folder';

const json = 'papergloss-reading-list.json';
const bibtex = 'papergloss-reading-list.bib';
const markdown = 'papergloss-reading-list.md';

const write = (folder: FakeFolder, entries: ReadingEntry[], at = now, copies: string[] = []) =>
  writeBackup(folder, entries, { words, now: at, copies });
const idsIn = (folder: FakeFolder, name = json) =>
  readReadingListFile(folder.files.get(name) ?? '').entries.map(({ id }) => id);

describe('a backup', () => {
  it('writes the list as JSON, BibTeX and Markdown', async () => {
    const folder = fakeFolder();
    const { written } = await write(folder, [entry('2606.00001', { note: 'read again' })]);
    expect(written).toEqual([json, bibtex, markdown]);
    expect(readReadingListFile(folder.files.get(json) ?? '').entries).toEqual([
      entry('2606.00001', { note: 'read again' }),
    ]);
    expect(folder.files.get(bibtex)).toContain('eprint');
    expect(folder.files.get(markdown)).toContain('read again');
  });

  it('writes no file whose list is the same, in whatever order it comes', async () => {
    const folder = fakeFolder();
    const entries = entriesOf(5);
    await write(folder, entries);
    folder.closed = [];
    expect(await write(folder, entries.toReversed(), now + day)).toEqual({ written: [], copies: [] });
    expect(folder.closed).toEqual([]);
  });

  it('writes a file again that somebody changed or took away', async () => {
    const folder = fakeFolder();
    await write(folder, entriesOf(2));
    folder.files.delete(bibtex);
    folder.files.set(markdown, 'mine now');
    expect((await write(folder, entriesOf(2))).written).toEqual([bibtex, markdown]);
  });

  it('leaves everything else in the folder alone', async () => {
    const folder = fakeFolder({ 'thesis.tex': '\\end', 'papergloss-reading-list.csv': 'id' });
    await write(folder, entriesOf(2));
    expect(folder.files.get('thesis.tex')).toBe('\\end');
    expect(folder.files.get('papergloss-reading-list.csv')).toBe('id');
  });

  it('holds any list so that all of it can be read back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(50), { minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        async (numbers, note) => {
          const folder = fakeFolder();
          const entries = numbers.map((number) => entry(`2606.${10_000 + number}`, { note }));
          await write(folder, entries);
          expect(idsIn(folder).sort()).toEqual(entries.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('an empty list', () => {
  it.each([
    ['has papers', writeReadingListFile(entriesOf(3), now), '3'],
    ['cannot be read', '{"format":"papergl', ''],
  ])('never replaces a backup that %s', async (_, previous, detail) => {
    const folder = fakeFolder({ [json]: previous, [bibtex]: '@misc{}', [markdown]: '# List' });
    await expect(write(folder, [])).rejects.toMatchObject({ code: 'list-empty', message: detail });
    expect(Object.fromEntries(folder.files)).toEqual({
      [json]: previous,
      [bibtex]: '@misc{}',
      [markdown]: '# List',
    });
  });

  it('is written where the backup is empty, too', async () => {
    const folder = fakeFolder();
    await write(folder, []);
    await write(folder, [], now + day);
    expect(idsIn(folder)).toEqual([]);
  });
});

describe('earlier days', () => {
  it('are kept: the last backup of each', async () => {
    const folder = fakeFolder();
    await write(folder, entriesOf(1), now);
    await write(folder, entriesOf(2), now + 1);
    const { copies } = await write(folder, entriesOf(3), now + day);
    expect(copies).toEqual([copyName('2026-06-12')]);
    expect(idsIn(folder, copyName('2026-06-12'))).toHaveLength(2);
    expect(idsIn(folder)).toHaveLength(3);
  });

  it('are kept for the seven newest, and older copies of ours are removed', async () => {
    const folder = fakeFolder();
    let copies: string[] = [];
    for (let past = 0; past < 10; past++) {
      ({ copies } = await write(folder, entriesOf(past + 1), now + past * day, copies));
    }
    const kept = [...folder.files.keys()].filter((name) => /\d/.test(name)).sort();
    expect(kept).toEqual(
      ['14', '15', '16', '17', '18', '19', '20'].map((date) => copyName(`2026-06-${date}`)),
    );
    expect(copies.toSorted()).toEqual(kept);
  });

  it('do not cost a file of the reader that is called the same', async () => {
    const folder = fakeFolder({ [copyName('2020-01-01')]: 'mine', [copyName('2026-06-12')]: 'mine, too' });
    let copies: string[] = [];
    for (let past = 0; past < 10; past++) {
      ({ copies } = await write(folder, entriesOf(past + 1), now + past * day, copies));
    }
    expect(folder.files.get(copyName('2020-01-01'))).toBe('mine');
    expect(folder.files.get(copyName('2026-06-12'))).toBe('mine, too');
  });

  it('include today, where most of the list is gone', async () => {
    const folder = fakeFolder();
    await write(folder, entriesOf(9));
    await write(folder, entriesOf(1), now + 1);
    await write(folder, entriesOf(2), now + day);
    expect(idsIn(folder, copyName('2026-06-12'))).toHaveLength(9);
  });

  it('are told by the file itself, else by when it was written', async () => {
    const folder = fakeFolder({ [json]: 'no JSON at all' });
    folder.lastModified = now - 3 * day;
    await write(folder, entriesOf(1));
    expect(folder.files.get(copyName('2026-06-09'))).toBe('no JSON at all');
  });
});

describe('a backup that cannot be written', () => {
  const fullFolder = async () => {
    const folder = fakeFolder();
    await write(folder, entriesOf(2));
    return folder;
  };

  it('leaves every file as it was, where the disk is full', async () => {
    const folder = await fullFolder();
    const before = new Map(folder.files);
    folder.room = 20;
    const { failure, written } = await write(folder, entriesOf(3));
    expect([written, failure]).toEqual([[], expect.objectContaining({ name: 'QuotaExceededError' })]);
    expect(folder.files).toEqual(before);
  });

  it('leaves empty files at most, which the next one takes for none', async () => {
    const folder = fakeFolder();
    folder.room = 20;
    await write(folder, entriesOf(3));
    folder.room = Number.POSITIVE_INFINITY;
    expect(await write(folder, [], now + day)).toEqual({ written: [json, bibtex, markdown], copies: [] });
  });

  it('brings the other files up to date where one is in use or its name is taken', async () => {
    const folder = fakeFolder();
    folder.folders.add(bibtex);
    folder.inUse.add(json);
    const { failure, written } = await write(folder, entriesOf(3));
    expect(written).toEqual([markdown]);
    expect(failure).toMatchObject({ name: 'NoModificationAllowedError' });
  });

  it('does not forget the copy it made, nor remove older ones before the new are there', async () => {
    const folder = await fullFolder();
    folder.folders.add(`${markdown}`);
    const older = Array.from({ length: 7 }, (_, date) => copyName(`2026-05-0${date + 1}`));
    for (const name of older) folder.files.set(name, '');
    const { copies, failure } = await write(folder, entriesOf(3), now + day, older);
    expect(failure).toMatchObject({ name: 'TypeMismatchError' });
    expect(copies.sort()).toEqual([...older, copyName('2026-06-12')]);
    expect(older.every((name) => folder.files.has(name))).toBe(true);
  });

  it('fails where the folder is gone or not allowed', async () => {
    const folder = await fullFolder();
    folder.gone = true;
    expect((await write(folder, entriesOf(3))).failure).toMatchObject({ name: 'NotFoundError' });
    folder.permission = 'prompt';
    await expect(write(folder, entriesOf(3))).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
