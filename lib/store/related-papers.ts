// Related papers as they are shown: neighbours found beforehand, with what is true for this reader. Reads by key only.
import type { RelatedPaper } from '../papers/card-data';
import type { Neighbour } from '../papers/neighbour';
import type { PaperglossDatabase } from './database';
import { readSeen } from './seen-papers';

/** Neighbours, with whether the reader has saved or seen them; in the same order. */
export async function withReaderMarks(
  db: PaperglossDatabase,
  neighbours: readonly Neighbour[],
): Promise<RelatedPaper[]> {
  const ids = neighbours.map(({ id }) => id);
  const [entries, seen] = await Promise.all([db.readingEntries.bulkGet(ids), readSeen(db, ids)]);
  return neighbours.map((neighbour, position) => ({
    ...neighbour,
    saved: entries[position] !== undefined,
    seen: seen.has(neighbour.id),
  }));
}

/** Up to `limit` of a paper's nearest others; [] where none were found yet. */
export async function readRelated(db: PaperglossDatabase, id: string, limit = 5): Promise<RelatedPaper[]> {
  const stored = await db.neighbours.get(id);
  return stored ? withReaderMarks(db, stored.neighbours.slice(0, limit)) : [];
}
