// The reading list: every change in one transaction, so that two tabs at once lose nothing and a full disk changes nothing.
import type { Paper } from '../papers/paper';
import type { ReadingEntry, ReadingStatus } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import { mergeEntries } from './reading-list-merge';
import { guarded, StoreError } from './store-error';

/** The entry keeps its own copy of the paper, so that it outlives the cache. */
function newEntry({ id, title, authors, publishedAt, repository }: Paper, now: number): ReadingEntry {
  return {
    id,
    title,
    authors,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(repository !== undefined && { repository }),
    status: 'to-read',
    tags: [],
    note: '',
    addedAt: now,
    changedAt: now,
  };
}

/** The entry of a paper, made from the cached paper where there is none yet. To be called in a transaction. */
async function existingOrNew(db: PaperglossDatabase, id: string, now: number): Promise<ReadingEntry> {
  const known = await db.readingEntries.get(id);
  if (known) return known;
  const paper = await db.papers.get(id);
  if (!paper) throw new StoreError('not-cached', `The paper ${id} is not in the cache.`);
  return newEntry(paper, now);
}

/**
 * Saves a cached paper; an entry that is there stays as it is. `now` in ms since 1970. Rejects with StoreError: `not-cached` for a
 * paper that is not in the cache, `disk-full` when there is no room.
 */
export function savePaper(db: PaperglossDatabase, id: string, now: number): Promise<ReadingEntry> {
  return guarded(() =>
    db.transaction('rw', db.papers, db.readingEntries, async () => {
      const entry = await existingOrNew(db, id, now);
      await db.readingEntries.put(entry);
      return entry;
    }),
  );
}

/** Sets the status of an entry; a cached paper that is not in the list is saved with it. Rejects as `savePaper` does. */
export function setStatus(
  db: PaperglossDatabase,
  id: string,
  status: ReadingStatus,
  now: number,
): Promise<ReadingEntry> {
  return guarded(() =>
    db.transaction('rw', db.papers, db.readingEntries, async () => {
      const entry = { ...(await existingOrNew(db, id, now)), status, changedAt: now };
      await db.readingEntries.put(entry);
      return entry;
    }),
  );
}

/** Returns what was removed, so that it can be put back whole; undefined when there was nothing. Rejects with StoreError. */
export function removeEntry(db: PaperglossDatabase, id: string): Promise<ReadingEntry | undefined> {
  return guarded(() =>
    db.transaction('rw', db.readingEntries, async () => {
      const entry = await db.readingEntries.get(id);
      if (entry) await db.readingEntries.delete(id);
      return entry;
    }),
  );
}

/** Puts back what was removed. An entry that was saved anew meanwhile is merged with it. Rejects with StoreError. */
export function restoreEntry(db: PaperglossDatabase, entry: ReadingEntry): Promise<ReadingEntry> {
  return guarded(() =>
    db.transaction('rw', db.readingEntries, async () => {
      const known = await db.readingEntries.get(entry.id);
      const restored = known ? mergeEntries(known, entry) : entry;
      await db.readingEntries.put(restored);
      return restored;
    }),
  );
}

/** Newest added first. */
export function listEntries(db: PaperglossDatabase): Promise<ReadingEntry[]> {
  return db.readingEntries.orderBy('addedAt').reverse().toArray();
}

/**
 * Adds entries and merges those that are there already, all or none; several for one paper count once. In the order given and in
 * any other the list becomes the same. Rejects with StoreError.
 */
export function importEntries(
  db: PaperglossDatabase,
  entries: readonly ReadingEntry[],
): Promise<{ added: number; merged: number }> {
  const incoming = new Map<string, ReadingEntry>();
  for (const entry of entries) {
    const twin = incoming.get(entry.id);
    incoming.set(entry.id, twin ? mergeEntries(twin, entry) : entry);
  }
  return guarded(() =>
    db.transaction('rw', db.readingEntries, async () => {
      const known = await db.readingEntries.bulkGet([...incoming.keys()]);
      const result = [...incoming.values()].map((entry, position) => {
        const before = known[position];
        return before ? mergeEntries(before, entry) : entry;
      });
      await db.readingEntries.bulkPut(result);
      const merged = known.filter((entry) => entry !== undefined).length;
      return { added: result.length - merged, merged };
    }),
  );
}
