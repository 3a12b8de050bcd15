// The backup as a file the reader takes out, for browsers that write into no folder, and for whoever wants one.
import { feedDayOf } from '../papers/feed-day';
import { writeReadingListFile } from '../store/reading-list-file';
import type { BackupDeps } from './run-backup';

/** Hands the whole list to `save`, with a name for the file, and notes when. Rejects where the list cannot be read. */
export async function downloadBackup(
  { entries, state, now }: BackupDeps,
  save: (name: string, json: string) => void,
): Promise<void> {
  const at = now();
  save(`papergloss-reading-list-${feedDayOf(at)}.json`, writeReadingListFile(await entries(), at));
  await state.change((known) => ({ ...known, lastExport: at }));
}
