// Brings the files of a backup up to date. Never leaves a file half written, never replaces papers by nothing, and keeps what the list
// was on earlier days. Knows no state and no permission.
import { feedDayOf } from '../papers/feed-day';
import type { ReadingEntry } from '../papers/reading-entry';
import { BackupError } from './backup-error';
import {
  type BackupWords,
  backupFiles,
  copyName,
  dayOfBackup,
  entriesInBackup,
  jsonName,
  sameList,
} from './backup-files';
import { type BackupFolder, readText, removeFile, replaceText, type StoredText } from './backup-folder';

/** Earlier days that are kept. */
const copiesKept = 7;

export interface BackupOptions {
  words: BackupWords;
  /** ms since 1970 */
  now: number;
  /** Names of the copies that earlier backups made. Others are the reader's own files, whatever they are called. */
  copies?: readonly string[];
}

export interface WrittenBackup {
  /** Names of the files whose content changed. */
  written: string[];
  /** To be handed in the next time. */
  copies: string[];
  /** The first thing that went wrong: the browser's DOMException. Each file is then either up to date or as it was. */
  failure?: unknown;
}

/**
 * Rejects with BackupError `list-empty` where the list has no entries and the backup may have some, and with the browser's DOMException
 * where the folder cannot be read.
 */
export async function writeBackup(
  folder: BackupFolder,
  entries: readonly ReadingEntry[],
  { words, now, copies = [] }: BackupOptions,
): Promise<WrittenBackup> {
  const previous = await readText(folder, jsonName);
  if (entries.length === 0 && previous) refuseLoss(previous.text);

  const written: string[] = [];
  const made = new Set(copies);
  let failure: unknown;
  for (const [name, text] of backupFiles(entries, words, now)) {
    try {
      if (name === jsonName) {
        if (previous && sameList(previous.text, text)) continue;
        const copy = previous && (await keepPrevious(folder, previous, entries.length, now));
        if (copy) made.add(copy);
      } else if ((await readText(folder, name))?.text === text) continue;
      await replaceText(folder, name, text);
      written.push(name);
    } catch (error) {
      // What cannot be written does not keep the others from it.
      failure ??= error;
    }
  }
  // Nothing is removed before everything new is there.
  if (failure !== undefined) return { written, copies: [...made], failure };
  return { written, ...(await dropOldest(folder, [...made])) };
}

/** How backups are lost: an empty list is written over them. */
function refuseLoss(previous: string): void {
  const count = entriesInBackup(previous);
  if (count !== 0) throw new BackupError('list-empty', count === undefined ? '' : String(count));
}

/**
 * Keeps the last backup of an earlier day, and today's where most of it is gone from the list. The first one kept of a day stays.
 * Returns the name of what was made.
 */
async function keepPrevious(
  folder: BackupFolder,
  { text, lastModified }: StoredText,
  entriesNow: number,
  now: number,
): Promise<string | undefined> {
  const day = dayOfBackup(text) ?? feedDayOf(lastModified) ?? '';
  const shrunk = entriesNow < (entriesInBackup(text) ?? Number.POSITIVE_INFINITY) / 2;
  if (day === feedDayOf(now) && !shrunk) return undefined;
  const name = copyName(day);
  if (await readText(folder, name)) return undefined;
  await replaceText(folder, name, text);
  return name;
}

async function dropOldest(
  folder: BackupFolder,
  copies: string[],
): Promise<Pick<WrittenBackup, 'copies' | 'failure'>> {
  // The names end in their day.
  const newestFirst = copies.sort().reverse();
  try {
    for (const name of newestFirst.slice(copiesKept)) await removeFile(folder, name);
    return { copies: newestFirst.slice(0, copiesKept) };
  } catch (failure) {
    return { copies: newestFirst, failure };
  }
}
