// One backup: from the list into the folder, and what came of it into the state. The background runs it after changes, pages on a click
// and to catch up: a permission often lasts only as long as one of our pages is open.
import type { ReadingEntry } from '../papers/reading-entry';
import { BackupError, type BackupFailure, backupFailure } from './backup-error';
import type { BackupWords } from './backup-files';
import { folderPermission } from './backup-folder';
import type { BackupState } from './backup-state';
import { writeBackup } from './write-backup';

export interface BackupDeps {
  state: {
    read(): Promise<BackupState>;
    change(change: (state: BackupState) => BackupState): Promise<void>;
  };
  /** The whole list. */
  entries(): Promise<ReadingEntry[]>;
  words(): BackupWords;
  /** Runs `work` while no other backup runs, in whatever context. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** ms since 1970 */
  now(): number;
}

/** Does nothing where no folder is chosen. Resolves to what failed, which is noted. Rejects where the state cannot be read or written. */
export function runBackup(deps: BackupDeps): Promise<BackupFailure | undefined> {
  return deps.exclusively(async () => {
    const before = await deps.state.read();
    if (!before.handle) return undefined;
    const outcome = await backUp(deps, before);
    await deps.state.change((state) => {
      // Stopped meanwhile, or another folder: what was done says nothing of that.
      if (!state.handle || state.chosenAt !== before.chosenAt) return state;
      const { failure: _, ...others } = state;
      return { ...others, ...outcome };
    });
    return outcome.failure;
  });
}

/** Runs where the newest run failed. For pages when they open: they may be allowed what the background was not. */
export async function catchUp(deps: BackupDeps): Promise<void> {
  const { handle, failure } = await deps.state.read();
  if (!handle || !failure || (await folderPermission(handle)) !== 'granted') return;
  await runBackup(deps);
}

async function backUp(
  { entries, words, now }: BackupDeps,
  { handle, copies }: BackupState,
): Promise<Pick<BackupState, 'lastWrite' | 'entries' | 'copies' | 'failure'>> {
  try {
    if (!handle || (await folderPermission(handle)) !== 'granted') {
      throw new BackupError('not-allowed', 'The folder has to be allowed again.');
    }
    const list = await entries();
    const written = await writeBackup(handle, list, { words: words(), now: now(), copies });
    if (written.failure !== undefined) {
      return { copies: written.copies, failure: backupFailure(written.failure) };
    }
    return { copies: written.copies, lastWrite: now(), entries: list.length };
  } catch (error) {
    return { failure: backupFailure(error) };
  }
}
