// The hostile corpus as the store has it: parsed and kept as a sync would. For tests of what is shown and written of it.
import { parseFeedItems } from '../../lib/feed/feed-schema';
import type { Paper } from '../../lib/papers/paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';
import { newDatabase, now } from '../store/stored-papers';
import { asFeedDays, hostilePayloads } from './payloads.mjs';

export const hostileDay = '2026-06-12';

/** Every item of the corpus, read from JSON as the feed's answer is. */
export const hostileAnswer = (): unknown => JSON.parse(JSON.stringify(asFeedDays(hostilePayloads()).flat()));

/** What is left of it: more than 500 papers. */
export const hostilePapers = (): Paper[] => parseFeedItems(hostileAnswer()).papers;

/** A database that holds them all as one feed day. */
export async function hostileStore(): Promise<PaperglossDatabase> {
  const db = newDatabase();
  const papers = hostilePapers().map((paper) => ({ ...paper, day: hostileDay }));
  await storeFeedDay(db, { day: hostileDay, papers, rejected: 0, fetchedAt: now });
  return db;
}
