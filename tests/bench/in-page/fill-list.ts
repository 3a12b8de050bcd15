// Fills the extension's own reading list. Runs in a page of the extension.
import { openDatabase } from '../../../lib/store/database';
import { generateEntries } from './generated-entries';

/** Replaces the list by `count` entries; returns how many are stored. */
export async function fillList(count: number): Promise<number> {
  const db = openDatabase();
  const now = Date.now();
  await Promise.all([db.readingEntries.clear(), db.removedEntries.clear()]);
  const entries = generateEntries(count, now).map((entry) => ({ ...entry, writtenAt: now }));
  for (let start = 0; start < count; start += 1_000)
    await db.readingEntries.bulkPut(entries.slice(start, start + 1_000));
  const stored = await db.readingEntries.count();
  db.close();
  return stored;
}
