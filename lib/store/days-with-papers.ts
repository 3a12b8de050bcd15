// The cached feed days that have papers: a day may be stored and empty, because it failed or is only beginning.
import type { PaperglossDatabase, StoredFeedDay } from './database';

export const hasPapers = ({ paperIds }: StoredFeedDay): boolean => paperIds.length > 0;

/** Newest first. */
export const daysWithPapers = (db: PaperglossDatabase) =>
  db.feedDays.orderBy('day').reverse().filter(hasPapers);
