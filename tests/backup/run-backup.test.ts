import { describe, expect, it } from 'vitest';
import { allowFolder, chooseFolder, stopBackup } from '../../lib/backup/choose-folder';
import { downloadBackup } from '../../lib/backup/download-backup';
import { catchUp, runBackup } from '../../lib/backup/run-backup';
import { readReadingListFile } from '../../lib/store/reading-list-file';
import { now } from '../store/stored-papers';
import { entriesOf, fakeBackup } from './fake-backup';
import { type FakeFolder, fakeFolder } from './fake-folder';

const chosen = (handle: FakeFolder) => ({ handle, name: handle.name, chosenAt: 1, lastExport: 5 });

describe('a run of the backup', () => {
  it('does nothing without a folder', async () => {
    const backup = fakeBackup({ lastExport: 5 });
    expect(await runBackup(backup)).toBeUndefined();
    expect(backup.stored).toEqual({ lastExport: 5 });
  });

  it('notes when, and how many entries there were', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup({ ...chosen(folder), failure: { code: 'disk-full', detail: '' } });
    backup.list = entriesOf(3);
    expect(await runBackup(backup)).toBeUndefined();
    expect(backup.stored).toEqual({ ...chosen(folder), lastWrite: now, entries: 3, copies: [] });
  });

  it.each<[string, (folder: FakeFolder) => void, string]>([
    [
      'the folder is not allowed any more',
      (folder) => {
        folder.permission = 'prompt';
      },
      'not-allowed',
    ],
    [
      'the folder is gone',
      (folder) => {
        folder.gone = true;
      },
      'folder-gone',
    ],
    [
      'the disk is full',
      (folder) => {
        folder.room = 3;
      },
      'disk-full',
    ],
    ['a name is taken', (folder) => folder.folders.add('papergloss-reading-list.json'), 'name-taken'],
    ['a file is in use', (folder) => folder.inUse.add('papergloss-reading-list.md'), 'file-in-use'],
  ])('notes that %s, and when it last worked', async (_, spoil, code) => {
    const folder = fakeFolder();
    const backup = fakeBackup({ ...chosen(folder), lastWrite: 7, entries: 2 });
    spoil(folder);
    expect(await runBackup(backup)).toMatchObject({ code });
    expect(backup.stored).toMatchObject({ failure: { code }, lastWrite: 7, entries: 2 });
  });

  it('notes a list that cannot be read, and touches no file', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup(chosen(folder));
    backup.entries = () => Promise.reject(Object.assign(new Error('why'), { name: 'StoreError' }));
    await runBackup(backup);
    expect(backup.stored.failure).toEqual({ code: 'store', detail: 'why' });
    expect(folder.files.size).toBe(0);
  });

  it('says nothing of a folder that was given up or changed meanwhile', async () => {
    const backup = fakeBackup(chosen(fakeFolder()));
    const other = { handle: fakeFolder(), name: 'Other', chosenAt: 2 };
    backup.entries = async () => {
      backup.stored = other;
      return entriesOf(1);
    };
    await runBackup(backup);
    expect(backup.stored).toBe(other);
  });

  it('waits for the one before', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup(chosen(folder));
    const order: string[] = [];
    backup.entries = async () => {
      order.push('begins');
      await new Promise((resolve) => setTimeout(resolve));
      order.push('reads');
      return entriesOf(1);
    };
    await Promise.all([runBackup(backup), runBackup(backup)]);
    expect(order).toEqual(['begins', 'reads', 'begins', 'reads']);
  });

  it('needs no permission for folders of a browser that knows none', async () => {
    const { queryPermission: _, requestPermission: __, ...folder } = fakeFolder();
    const backup = fakeBackup({ handle: folder });
    expect(await runBackup(backup)).toBeUndefined();
    expect(backup.stored.lastWrite).toBe(now);
  });
});

describe('catching up', () => {
  const failure = { code: 'not-allowed', detail: '' } as const;

  it('writes what the background was not allowed to', async () => {
    const backup = fakeBackup({ ...chosen(fakeFolder()), failure });
    await catchUp(backup);
    expect(backup.stored).toMatchObject({ lastWrite: now });
    expect(backup.stored.failure).toBeUndefined();
  });

  it.each([
    ['nothing failed', 'granted', undefined],
    ['the folder is still not allowed', 'prompt', failure],
  ] as const)('does nothing where %s', async (_, permission, failed) => {
    const folder = Object.assign(fakeFolder(), { permission });
    const backup = fakeBackup({ ...chosen(folder), ...(failed && { failure: failed }) });
    const before = backup.stored;
    await catchUp(backup);
    expect(backup.stored).toBe(before);
    expect(folder.files.size).toBe(0);
  });
});

describe('the reader', () => {
  it('chooses a folder, and finds a backup in it', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup({
      handle: fakeFolder(),
      lastWrite: 7,
      entries: 9,
      copies: ['a'],
      lastExport: 5,
    });
    expect(await chooseFolder(backup, async () => folder)).toEqual({ chosen: true });
    expect(backup.stored).toMatchObject({ name: 'Papers', chosenAt: now, entries: 1, copies: [] });
    expect(backup.stored.handle).toBe(folder);
    expect(folder.files.size).toBe(3);
  });

  it('is told of papers in a chosen folder that the empty list has not', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup();
    backup.list = entriesOf(3);
    await chooseFolder(backup, async () => folder);
    backup.list = [];
    expect(await chooseFolder(backup, async () => folder)).toEqual({
      chosen: true,
      failure: { code: 'list-empty', detail: '3' },
    });
  });

  it('may close the picker: nothing changes', async () => {
    const backup = fakeBackup({ lastExport: 5 });
    const closed = () => Promise.reject(new DOMException('closed', 'AbortError'));
    expect(await chooseFolder(backup, closed)).toEqual({ chosen: false });
    expect(backup.stored).toEqual({ lastExport: 5 });
    const broken = () => Promise.reject(new DOMException('no click', 'SecurityError'));
    await expect(chooseFolder(backup, broken)).rejects.toThrow('no click');
  });

  it('allows the folder again, and gets the backup that waited', async () => {
    const folder = Object.assign(fakeFolder(), { permission: 'prompt' as const });
    const backup = fakeBackup(chosen(folder));
    expect(await allowFolder(backup, folder)).toEqual({ allowed: true });
    expect(backup.stored.lastWrite).toBe(now);
  });

  it('may refuse', async () => {
    const folder = Object.assign(fakeFolder(), { permission: 'prompt', answer: 'denied' } as const);
    const backup = fakeBackup(chosen(folder));
    expect(await allowFolder(backup, folder)).toEqual({ allowed: false });
    expect(folder.files.size).toBe(0);
  });

  it('stops: the folder is forgotten, its files stay', async () => {
    const folder = fakeFolder();
    const backup = fakeBackup(chosen(folder));
    await runBackup(backup);
    await stopBackup(backup);
    expect(backup.stored).toEqual({ lastExport: 5 });
    expect(folder.files.size).toBe(3);
  });

  it('takes the list out as a file of today, and it is noted', async () => {
    const backup = fakeBackup({ name: 'Papers' });
    const files: [string, string][] = [];
    await downloadBackup(backup, (...file) => files.push(file));
    expect(files.map(([name]) => name)).toEqual(['papergloss-reading-list-2026-06-12.json']);
    expect(readReadingListFile(files[0]?.[1] ?? '').entries).toEqual(backup.list);
    expect(backup.stored).toEqual({ name: 'Papers', lastExport: now });
  });
});
