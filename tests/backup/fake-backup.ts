// A backup without a browser: its state in a variable, its list in another.
import type { BackupState } from '../../lib/backup/backup-state';
import type { BackupDeps } from '../../lib/backup/run-backup';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { entry, now } from '../store/stored-papers';

export const words = {
  heading: 'Reading list',
  statusNames: { 'to-read': 'To read', reading: 'Reading', done: 'Done', dropped: 'Dropped' },
};

export interface FakeBackup extends BackupDeps {
  stored: BackupState;
  list: ReadingEntry[];
  /** ms since 1970 */
  clock: number;
}

export function fakeBackup(stored: BackupState = {}): FakeBackup {
  let last: Promise<unknown> = Promise.resolve();
  const backup: FakeBackup = {
    stored,
    list: [entry('2606.00001')],
    clock: now,
    state: {
      read: async () => backup.stored,
      async change(change) {
        backup.stored = change(backup.stored);
      },
    },
    entries: async () => backup.list,
    words: () => words,
    exclusively<T>(work: () => Promise<T>) {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    },
    now: () => backup.clock,
  };
  return backup;
}

/** Entries of the ids `2606.00001` … */
export const entriesOf = (count: number): ReadingEntry[] =>
  Array.from({ length: count }, (_, position) => entry(`2606.${String(position + 1).padStart(5, '0')}`));
