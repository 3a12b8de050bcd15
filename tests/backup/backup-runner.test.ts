import { describe, expect, it, vi } from 'vitest';
import { createBackup } from '../../lib/backup/backup-runner';
import type { BackupState } from '../../lib/backup/backup-state';
import type { Alarms } from '../../lib/feed/schedule';
import { now } from '../store/stored-papers';
import { entriesOf, fakeBackup } from './fake-backup';
import { fakeFolder } from './fake-folder';

function start(stored: (folder: ReturnType<typeof fakeFolder>) => BackupState = (handle) => ({ handle })) {
  const set = new Map<string, number | undefined>();
  const listeners: ((alarm: { name: string }) => void)[] = [];
  let created = 0;
  const alarms: Alarms = {
    create(name, { delayInMinutes }) {
      created += 1;
      set.set(name, delayInMinutes);
    },
    get: async (name) => (set.has(name) ? {} : undefined),
    clear: async (name) => set.delete(name),
    onAlarm: { addListener: (listener) => void listeners.push(listener) },
  };
  const folder = fakeFolder();
  const deps = fakeBackup(stored(folder));
  const onFailure = vi.fn();
  const backup = createBackup({
    ...deps,
    // Asked late, so that a test can change them.
    entries: () => deps.entries(),
    now: () => deps.clock,
    alarms,
    onFailure,
  });
  /** Lets what was begun go on to its end. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  async function ring(name = 'backup') {
    set.delete(name);
    for (const listener of listeners) listener({ name });
    await settle();
  }
  async function changeAt(seconds: number) {
    deps.clock = now + seconds * 1_000;
    backup.changed();
    await settle();
  }
  return { set, folder, deps, onFailure, ring, changeAt, created: () => created };
}

describe('the backup after a change', () => {
  it('is due a minute later', async () => {
    const { set, folder, changeAt, ring } = start();
    await changeAt(0);
    expect([...set]).toEqual([['backup', 1]]);
    expect(folder.files.size).toBe(0);
    await ring();
    expect(folder.files.size).toBe(3);
    expect([...set]).toEqual([]);
  });

  it('is put off by further changes, though not by each of a burst', async () => {
    const { changeAt, created } = start();
    for (let change = 0; change < 100; change++) await changeAt(change / 100);
    expect(created()).toBe(1);
    await changeAt(20);
    expect(created()).toBe(2);
  });

  it('is not put off for ever', async () => {
    const { changeAt, created } = start();
    for (let seconds = 0; seconds <= 600; seconds += 20) await changeAt(seconds);
    const sofar = created();
    await changeAt(620);
    await changeAt(640);
    expect(created()).toBe(sofar);
  });

  it('is due again after a change that follows it', async () => {
    const { set, changeAt, ring } = start();
    await changeAt(0);
    await ring();
    await changeAt(1);
    expect(set.has('backup')).toBe(true);
  });

  it('is not even scheduled without a folder, but is at once when there is one', async () => {
    const { set, deps, folder, changeAt } = start(() => ({}));
    await changeAt(0);
    expect(set.size).toBe(0);
    deps.stored = { handle: folder };
    await changeAt(1);
    expect(set.has('backup')).toBe(true);
  });

  it('does not run for alarms of others', async () => {
    const { folder, ring } = start();
    await ring('feed-sync');
    expect(folder.files.size).toBe(0);
  });

  it('is begun again by an alarm, should the worker die meanwhile', async () => {
    const { set, deps, folder, ring } = start();
    let go = () => {};
    deps.entries = () => new Promise((resolve) => (go = () => resolve(entriesOf(1))));
    await ring();
    expect([...set]).toEqual([['backup-resume', 2]]);
    go();
    await vi.waitFor(() => expect(set.size).toBe(0));
    await ring('backup-resume');
    go();
    await vi.waitFor(() => expect(folder.files.size).toBe(3));
  });
});

describe('a backup that failed', () => {
  it('is tried again later where that may help', async () => {
    const { set, folder, ring } = start();
    folder.room = 3;
    await ring();
    expect([...set]).toEqual([['backup-resume', 30]]);
    folder.room = Number.POSITIVE_INFINITY;
    await ring('backup-resume');
    expect([folder.files.size, set.size]).toEqual([3, 0]);
  });

  it('waits for the reader where only the reader can help', async () => {
    const { set, folder, deps, ring } = start();
    folder.permission = 'prompt';
    await ring();
    expect(deps.stored.failure).toMatchObject({ code: 'not-allowed' });
    expect(set.size).toBe(0);
  });

  it('reports a state that cannot be read', async () => {
    const { deps, onFailure, ring, changeAt } = start();
    deps.state.read = () => Promise.reject(new Error('no store'));
    await changeAt(0);
    await ring();
    expect(onFailure).toHaveBeenCalledTimes(2);
  });
});
