// What the reader does about the folder of the backup, in a page: choose it, allow it again, stop.

import type { BackupFailure } from './backup-error';
import { askForFolder, type BackupFolder } from './backup-folder';
import type { BackupState } from './backup-state';
import { type BackupDeps, runBackup } from './run-backup';

/**
 * Keeps the folder that `pick` (the browser's picker, opened by a click) gives, and backs up into it at once. Resolves to whether one was
 * chosen, and what failed afterwards. Rejects as `pick` does, but for the reader's closing it.
 */
export async function chooseFolder(
  deps: BackupDeps,
  pick: () => Promise<BackupFolder>,
): Promise<{ chosen: boolean; failure?: BackupFailure }> {
  let handle: BackupFolder;
  try {
    handle = await pick();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { chosen: false };
    throw error;
  }
  await deps.state.change((state) => ({
    ...withoutFolder(state),
    handle,
    name: handle.name,
    chosenAt: deps.now(),
  }));
  return { chosen: true, failure: await runBackup(deps) };
}

/** Asks for the folder again, on a click, and backs up. Resolves to whether it was allowed, and what failed afterwards. */
export async function allowFolder(
  deps: BackupDeps,
  folder: BackupFolder,
): Promise<{ allowed: boolean; failure?: BackupFailure }> {
  if ((await askForFolder(folder)) !== 'granted') return { allowed: false };
  return { allowed: true, failure: await runBackup(deps) };
}

/** Forgets the folder. What is in it stays. */
export const stopBackup = (deps: BackupDeps): Promise<void> => deps.state.change(withoutFolder);

const withoutFolder = ({ lastExport, remindedOff }: BackupState): BackupState => ({
  ...(lastExport !== undefined && { lastExport }),
  ...(remindedOff !== undefined && { remindedOff }),
});
