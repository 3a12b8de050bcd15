// What a backup is made of: the list as JSON, which is complete, and as BibTeX and Markdown, which other tools read. Pure.
import type { ExportedEntry } from '../formats/exported-entry';
import { writeBibtex } from '../formats/write-bibtex';
import { writeMarkdown } from '../formats/write-markdown';
import { feedDayOf } from '../papers/feed-day';
import type { ReadingEntry, ReadingStatus } from '../papers/reading-entry';
import { writeReadingListFile } from '../store/reading-list-file';

/** Words of a reader's language, for the Markdown. */
export interface BackupWords {
  heading: string;
  statusNames: Readonly<Record<ReadingStatus, string>>;
}

const base = 'papergloss-reading-list';

export const jsonName = `${base}.json`;
export const bibtexName = `${base}.bib`;
export const markdownName = `${base}.md`;

/** The name of what is kept of an earlier day, `YYYY-MM-DD`. */
export const copyName = (day: string): string => `${base}-${day}.json`;

/** By name; the JSON comes first. Equal lists give equal texts, but for the time in the JSON. `now` in ms since 1970. */
export function backupFiles(
  entries: readonly ReadingEntry[],
  words: BackupWords,
  now: number,
): [name: string, text: string][] {
  const newestFirst = entries.toSorted(
    (one, other) => other.addedAt - one.addedAt || (one.id < other.id ? -1 : 1),
  );
  const exported: ExportedEntry[] = newestFirst.map((entry) => ({ entry }));
  return [
    [jsonName, writeReadingListFile(newestFirst, now)],
    [bibtexName, writeBibtex(exported, {})],
    [markdownName, writeMarkdown(exported, words)],
  ];
}

const exportTime = /"exportedAt":\s*"([^"]*)"/;

/** Whether two files have the same list in them, whenever they were written. */
export function sameList(one: string, other: string): boolean {
  const timeless = (text: string) => text.replace(exportTime, '');
  return one === other || timeless(one) === timeless(other);
}

/** The day in UTC, `YYYY-MM-DD`, a backup says it is of; undefined for what does not say. */
export const dayOfBackup = (json: string): string | undefined => feedDayOf(exportTime.exec(json)?.[1] ?? '');

/** How many entries a backup has; undefined for what cannot be read, which may have any number. */
export function entriesInBackup(json: string): number | undefined {
  try {
    const { entries } = JSON.parse(json) as { entries?: unknown };
    return Array.isArray(entries) ? entries.length : undefined;
  } catch {
    return undefined;
  }
}
