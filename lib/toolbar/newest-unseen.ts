// The papers of the newest day that the reader has neither been shown nor opened. Reads the store, changes nothing.
import type { FeedDay } from '../papers/paper';
import type { PaperglossDatabase } from '../store/database';
import { daysWithPapers } from '../store/days-with-papers';

export interface NewestUnseen {
  day: FeedDay;
  /** Best first, as the day has them. */
  paperIds: string[];
}

/** Of the newest cached day that has papers; undefined where there is none. Rejects as any read of the store does. */
export async function readNewestUnseen(db: PaperglossDatabase): Promise<NewestUnseen | undefined> {
  const newest = await daysWithPapers(db).first();
  if (!newest) return undefined;
  const { day, paperIds } = newest;
  const marks = await db.seenPapers.bulkGet(paperIds);
  const unseen = paperIds.filter((_, position) => {
    const { shownAt, openedAt } = marks[position] ?? {};
    return shownAt === undefined && openedAt === undefined;
  });
  return { day, paperIds: unseen };
}
