// Which papers' own pages the reader has been to. Stays on this machine: nothing of it is ever sent, exported or mirrored.
import type { PaperglossDatabase } from './database';

/**
 * Notes that the reader has been to the pages of these papers, at `now` (ms since 1970); of those known already the first time
 * stays. Never rejects: a mark that could not be kept is not worth an error on the page that was read.
 */
export async function markSeen(db: PaperglossDatabase, ids: readonly string[], now: number): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  try {
    await db.transaction('rw', db.seenPapers, async () => {
      const known = await db.seenPapers.bulkGet(asked);
      const fresh = asked.filter((_, position) => !known[position]);
      await db.seenPapers.bulkAdd(fresh.map((id) => ({ id, at: now })));
    });
  } catch {
    // A full disk, or a window that keeps no data.
  }
}

/** Those of `ids` whose pages the reader has been to. Rejects as any read of the store does. */
export async function readSeen(db: PaperglossDatabase, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const known = await db.seenPapers.bulkGet([...ids]);
  return new Set(known.flatMap((seen) => (seen ? [seen.id] : [])));
}
