// Our own JSON: whole entries with their times. The schema of entries is the store's; entries twice in a file are merged.
import { mergeEntries } from '../papers/merge-entries';
import type { ReadingEntry } from '../papers/reading-entry';
import { readReadingListFile } from '../store/reading-list-file';
import { StoreError } from '../store/store-error';
import { ImportError } from './import-error';
import { maxPapers, type ReadFile } from './imported-paper';
import { fieldOf } from './json-fields';

/** `json`: the parsed text, for what the error says. Throws ImportError `newer-version`, `unreadable` or `too-large`. */
export function readOwnJson(text: string, json: unknown): ReadFile {
  const { entries, skipped } = readOrExplain(text, json);
  if (entries.length > maxPapers) {
    throw new ImportError('too-large', `It holds more than ${maxPapers} papers.`);
  }
  const byId = new Map<string, ReadingEntry>();
  const read: ReadFile = { format: 'json', papers: [], skipped: [] };
  for (const { index, reason } of skipped) {
    read.skipped.push({ where: String(index + 1), code: 'not-an-entry', detail: reason });
  }
  for (const entry of entries) {
    const known = byId.get(entry.id);
    if (known) read.skipped.push({ where: entry.id, code: 'twice', detail: entry.id });
    byId.set(entry.id, known ? mergeEntries(known, entry) : entry);
  }
  return { ...read, entries: [...byId.values()] };
}

function readOrExplain(text: string, json: unknown) {
  try {
    return readReadingListFile(text);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    const isWhole = typeof fieldOf(json, 'version') === 'number' && Array.isArray(fieldOf(json, 'entries'));
    throw new ImportError(isWhole ? 'newer-version' : 'unreadable', cause.message, { cause });
  }
}
