// The reading list of an earlier version, where it could not be brought to this one's shape: read as it lies, changed in nothing.
import { Dexie } from 'dexie';
import type { ReadingEntry } from '../papers/reading-entry';
import { parseReadingEntry } from './reading-entry-schema';

/**
 * The entries in the database of that name, of whatever version it is, newest added first. What cannot be read is left out; [] where
 * there is no such database. Rejects as the browser does.
 */
export async function readOldEntries(name = 'papergloss'): Promise<ReadingEntry[]> {
  if (!(await Dexie.exists(name))) return [];
  // Without a version of ours Dexie takes the database as it finds it.
  const db = await new Dexie(name).open();
  try {
    const rows = await db.table<unknown>('readingEntries').toArray();
    const entries = rows.flatMap((row) => {
      const parsed = parseReadingEntry(row);
      return 'entry' in parsed ? [parsed.entry] : [];
    });
    return entries.sort((one, other) => other.addedAt - one.addedAt);
  } finally {
    db.close();
  }
}
