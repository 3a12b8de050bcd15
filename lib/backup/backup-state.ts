// What is known of the backup: the folder, when it was written, what failed, when the reader was reminded. The background and our own
// pages write it, pages because a folder cannot be sent by message: each change reads and writes in one transaction.
import type { PaperglossDatabase } from '../store/database';
import { readState, writeState } from '../store/state';
import { guarded } from '../store/store-error';
import type { BackupFailure } from './backup-error';
import type { BackupFolder } from './backup-folder';

export interface BackupState {
  /** Absent while no folder is chosen. */
  handle?: BackupFolder;
  /** Of the folder. */
  name?: string;
  /** When it was chosen, ms since 1970: a run that began before says nothing of it. */
  chosenAt?: number;
  /** When the folder was last found or made up to date, ms since 1970. */
  lastWrite?: number;
  /** How many the list had then. */
  entries?: number;
  /** Names of the files of earlier days that we made, and therefore may remove. */
  copies?: string[];
  /** Why the newest run wrote nothing, or not everything. */
  failure?: BackupFailure;
  /** When the reader last took the list out by a download, ms since 1970. */
  lastExport?: number;
  /** When the reader sent the reminder away, ms since 1970. */
  remindedOff?: number;
}

const backupKey = 'backup';

export const readBackupState = (db: PaperglossDatabase): Promise<BackupState> =>
  readState<BackupState>(db, backupKey, {});

/** Rejects with StoreError. */
export async function changeBackupState(
  db: PaperglossDatabase,
  change: (state: BackupState) => BackupState,
): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.state, async () => {
      await writeState(db, backupKey, change(await readBackupState(db)));
    }),
  );
}

/** The list was handed to the reader as a file at `now` (ms since 1970). */
export const noteExport = (db: PaperglossDatabase, now: number): Promise<void> =>
  changeBackupState(db, (state) => ({ ...state, lastExport: now }));

/** The reader does not want to be reminded, as of `now` (ms since 1970). */
export const putReminderOff = (db: PaperglossDatabase, now: number): Promise<void> =>
  changeBackupState(db, (state) => ({ ...state, remindedOff: now }));
