// What stands nearest to the papers a reader saved, and is not saved yet. From neighbours found beforehand.
import type { RelatedPaper } from '../papers/card-data';
import type { Neighbour } from '../papers/neighbour';
import type { ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import { withReaderMarks } from './related-papers';

export interface LikeSaved {
  paper: RelatedPaper;
  /** Title of the saved paper it is nearest to. */
  because: string;
}

/** So many of the papers saved last are looked at: what a reader saved long ago says less. */
const savedTaken = 100;

const nameOf = ({ id, title }: ReadingEntry) => title || `arXiv:${id}`;

/**
 * Up to `limit` papers, those first that stand high in the lists of several saved papers. The reasons are those towards the saved
 * paper that is named.
 */
export async function readMoreLikeSaved(db: PaperglossDatabase, limit: number): Promise<LikeSaved[]> {
  const [saved, savedIds] = await Promise.all([
    db.readingEntries.orderBy('addedAt').reverse().limit(savedTaken).toArray(),
    db.readingEntries.toCollection().primaryKeys(),
  ]);
  const lists = await db.neighbours.bulkGet(saved.map(({ id }) => id));
  const isSaved = new Set(savedIds);
  const found = new Map<string, { neighbour: Neighbour; because: string; place: number; weight: number }>();
  for (const [position, entry] of saved.entries()) {
    for (const [place, neighbour] of lists[position]?.neighbours.entries() ?? []) {
      if (isSaved.has(neighbour.id)) continue;
      const before = found.get(neighbour.id);
      const weight = 1 / (1 + place) + (before?.weight ?? 0);
      const isNearer = !before || place < before.place;
      found.set(
        neighbour.id,
        isNearer ? { neighbour, because: nameOf(entry), place, weight } : { ...before, weight },
      );
    }
  }
  const best = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, limit);
  const papers = await withReaderMarks(
    db,
    best.map(({ neighbour }) => neighbour),
  );
  return papers.map((paper, position) => ({ paper, because: best[position]?.because ?? '' }));
}
