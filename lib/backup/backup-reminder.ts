// Whether the reader is to be reminded of a backup, and of what. Pure; knows no store and no page.
import { msPerDay } from '../papers/feed-day';
import type { ReadingEntry } from '../papers/reading-entry';
import type { BackupState } from './backup-state';

/** So many entries without a backup are worth a line. */
const changedEntries = 10;

const daysWithoutBackup = 14;
const daysPutOff = 30;

type Changed = Pick<ReadingEntry, 'changedAt'>;

/** How many entries have changed since the list was last taken out. */
export function changedSinceBackup(
  { lastExport = 0, lastWrite = 0 }: BackupState,
  entries: readonly Changed[],
): number {
  const since = Math.max(lastExport, lastWrite);
  return entries.filter(({ changedAt }) => changedAt > since).length;
}

/**
 * Whether ten entries or more have changed since the last backup, and that was more than two weeks ago; where there never was one, the
 * oldest change counts. Not within 30 days of being sent away. `now` in ms since 1970.
 */
export function reminderDue(state: BackupState, entries: readonly Changed[], now: number): boolean {
  if (isPutOff(state, now) || changedSinceBackup(state, entries) < changedEntries) return false;
  const last = Math.max(state.lastExport ?? 0, state.lastWrite ?? 0);
  const since = last > 0 ? last : entries.reduce((oldest, { changedAt }) => Math.min(oldest, changedAt), now);
  return now - since > daysWithoutBackup * msPerDay;
}

const isPutOff = ({ remindedOff }: BackupState, now: number) =>
  remindedOff !== undefined && now - remindedOff < daysPutOff * msPerDay;

/** `allow`: the backup into a folder waits for the reader. `download`: this browser knows no such backup, and it is time for a file. */
export type BackupReminderKind = 'allow' | 'download';

/** `canChoose`: whether the browser lets a page write into a folder. */
export function backupReminder(
  state: BackupState,
  entries: readonly Changed[],
  { now, canChoose }: { now: number; canChoose: boolean },
): BackupReminderKind | undefined {
  if (state.handle) {
    return state.failure?.code === 'not-allowed' && !isPutOff(state, now) ? 'allow' : undefined;
  }
  return !canChoose && reminderDue(state, entries, now) ? 'download' : undefined;
}
