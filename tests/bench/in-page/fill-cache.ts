// Fills the extension's own database with a large cache whose newest day is today's. Runs in a page of the extension.
import { feedDayOf } from '../../../lib/papers/feed-day';
import { openDatabase } from '../../../lib/store/database';
import { feedDaysBack, generatePapers, papersADay } from './generated-papers';

/** Replaces papers and feed days. Returns how many of each were stored. */
export async function fill(count: number): Promise<{ papers: number; days: number; newest: number }> {
  const db = openDatabase();
  const now = Date.now();
  const today = feedDayOf(now) ?? '';
  const papers = generatePapers(count, today, now);
  await Promise.all([db.papers.clear(), db.feedDays.clear()]);
  for (let start = 0; start < count; start += 1_000)
    await db.papers.bulkPut(papers.slice(start, start + 1_000));
  await db.feedDays.bulkPut(
    feedDaysBack(today, Math.ceil(count / papersADay)).map((day, position) => ({
      day,
      paperIds: papers.slice(position * papersADay, (position + 1) * papersADay).map(({ id }) => id),
      fetchedAt: now,
      rejected: 0,
    })),
  );
  const newest = await db.feedDays.orderBy('day').last();
  const stored = { papers: await db.papers.count(), days: await db.feedDays.count() };
  db.close();
  return { ...stored, newest: newest?.paperIds.length ?? 0 };
}

/** Identifiers of `count` of the stored papers, fewer where there are fewer; the same in every run. */
export async function storedIds(count: number): Promise<string[]> {
  const db = openDatabase();
  const ids = await db.papers.limit(count).primaryKeys();
  db.close();
  return ids;
}
