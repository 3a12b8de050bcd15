// The library's line about a backup that is due: its state read live, and what the reader may do about it.
import type { BackupReminderProps } from '@/components/page/BackupReminder';
import { saveFile } from '@/components/page/save-file';
import { backupReminder, changedSinceBackup } from '@/lib/backup/backup-reminder';
import { type BackupState, putReminderOff, readBackupState } from '@/lib/backup/backup-state';
import { allowFolder } from '@/lib/backup/choose-folder';
import { downloadBackup } from '@/lib/backup/download-backup';
import { folderPicker } from '@/lib/backup/folder-picker';
import { catchUp } from '@/lib/backup/run-backup';
import { storeBackup } from '@/lib/backup/store-backup';
import { reporting } from '@/lib/diagnosis/report';
import type { ReadingEntry } from '@/lib/papers/reading-entry';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';

/** Calls `onChange` when the answer may be another. The returned function says what is to be drawn for a whole list. */
export function followBackupReminder(
  db: PaperglossDatabase,
  onChange: () => void,
): (entries: readonly ReadingEntry[]) => BackupReminderProps | undefined {
  const deps = storeBackup(db);
  /** Undefined until it is read: a line that goes away again would be worse than one that comes late. */
  let state: BackupState | undefined;

  async function backUp(): Promise<void> {
    if (state?.handle) await allowFolder(deps, state.handle);
    else await downloadBackup(deps, saveFile);
  }

  subscribe(
    () => readBackupState(db),
    (read) => {
      state = read;
      onChange();
    },
    reporting('library'),
  );
  // What the background was not allowed to write may be allowed now that a page of ours is open.
  catchUp(deps).catch(reporting('library'));

  return (entries) => {
    const canChoose = folderPicker !== undefined;
    const kind = state && backupReminder(state, entries, { now: Date.now(), canChoose });
    if (!state || !kind) return undefined;
    return {
      kind,
      changed: changedSinceBackup(state, entries),
      onBackUp: backUp,
      onDismiss: () => putReminderOff(db, Date.now()),
    };
  };
}
