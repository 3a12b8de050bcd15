// The reading list as a file: our own JSON, complete and versioned. Reads nothing from and writes nothing to the store.
import * as z from 'zod/mini';
import type { ReadingEntry } from '../papers/reading-entry';
import { parseReadingEntry } from './reading-entry-schema';
import { StoreError } from './store-error';

const format = 'papergloss-reading-list';
const version = 2;
/** Files of version 1 have entries without times of their own. */
const readVersions: readonly number[] = [1, 2];

const file = z.object({ format: z.literal(format), version: z.number(), entries: z.array(z.unknown()) });

/** `now` in ms since 1970. */
export function writeReadingListFile(entries: readonly ReadingEntry[], now: number): string {
  const exportedAt = new Date(now).toISOString();
  return `${JSON.stringify({ format, version, exportedAt, entries }, null, 2)}\n`;
}

export interface ReadingListFile {
  entries: ReadingEntry[];
  /** What could not be read, by its position in the file. */
  skipped: { index: number; reason: string }[];
}

/** Entries that are wrong are skipped and named. Throws StoreError `bad-file` for what is no such file. */
export function readReadingListFile(json: string): ReadingListFile {
  const parsed = file.safeParse(parseJson(json));
  if (!parsed.success) throw new StoreError('bad-file', 'It is no reading list of Papergloss.');
  if (!readVersions.includes(parsed.data.version)) {
    const found = `It has version ${parsed.data.version}`;
    throw new StoreError('bad-file', `${found}; this Papergloss reads versions up to ${version}.`);
  }
  const entries: ReadingEntry[] = [];
  const skipped: ReadingListFile['skipped'] = [];
  for (const [index, value] of parsed.data.entries.entries()) {
    const result = parseReadingEntry(value);
    if ('entry' in result) entries.push(result.entry);
    else skipped.push({ index, reason: result.reason });
  }
  return { entries, skipped };
}

function parseJson(json: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new StoreError('bad-file', 'It is no JSON, or was cut off.', { cause });
  }
}
