// The backup as the options page shows it, and what the reader may do about it: the page writes into the folder itself, because what the
// reader allows is allowed to open pages first of all.
import type { BackupActions, BackupView } from '@/components/options/BackupGroup';
import { saveFile } from '@/components/page/save-file';
import { folderPermission } from '@/lib/backup/backup-folder';
import { type BackupState, readBackupState } from '@/lib/backup/backup-state';
import { allowFolder, chooseFolder, stopBackup } from '@/lib/backup/choose-folder';
import { downloadBackup } from '@/lib/backup/download-backup';
import { folderPicker } from '@/lib/backup/folder-picker';
import { catchUp, runBackup } from '@/lib/backup/run-backup';
import { storeBackup } from '@/lib/backup/store-backup';
import { reporting } from '@/lib/diagnosis/report';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';

const viewOf = (state: BackupState, permission?: PermissionState): BackupView => {
  const { handle, name = '', lastWrite, entries, failure, lastExport } = state;
  const folder = handle && { name, permission, lastWrite, entries, failure };
  return { canChoose: folderPicker !== undefined, folder, lastExport };
};

/** Calls `onView` now and after every change, that of the permission included, which shows when the reader comes back to the page. */
export function followBackup(db: PaperglossDatabase, onView: (view: BackupView) => void): BackupActions {
  const deps = storeBackup(db);
  let state: BackupState = {};

  async function show(): Promise<void> {
    const shown = state;
    const permission = shown.handle && (await folderPermission(shown.handle));
    if (shown === state) onView(viewOf(state, permission));
  }

  subscribe(
    () => readBackupState(db),
    (read) => {
      state = read;
      void show();
    },
    reporting('options'),
  );
  window.addEventListener('focus', () => void show());
  catchUp(deps).catch(reporting('options'));

  return {
    chooseFolder: async () => (folderPicker ? chooseFolder(deps, folderPicker) : { chosen: false }),
    async allowFolder() {
      if (!state.handle) return { allowed: false };
      const outcome = await allowFolder(deps, state.handle);
      await show();
      return outcome;
    },
    backUpNow: async () => ({ failure: await runBackup(deps) }),
    stopBackup: () => stopBackup(deps),
    downloadBackup: () => downloadBackup(deps, saveFile),
  };
}
