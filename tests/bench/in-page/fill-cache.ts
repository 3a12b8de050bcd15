// Fills the extension's own database with a large cache whose newest day is today's. Runs in a page of the extension.
import { feedDayOf } from '../../../lib/papers/feed-day';
import type { FeedDay, StoredPaper } from '../../../lib/papers/paper';
import { openDatabase, type PaperglossDatabase } from '../../../lib/store/database';
import { feedDaysBack, generatePapers, papersADay } from './generated-papers';

/** For how many of the newest days the feed's upvotes were kept, and how often. */
const daysOfMomentum = 90;
const snapshotsADay = 20;

const hour = 3_600_000;

/** Cuts the papers into feed days, back from `today`, and has the reader have seen all but those of the newest. */
export async function storeDays(
  db: PaperglossDatabase,
  papers: readonly StoredPaper[],
  today: FeedDay,
  now: number,
): Promise<void> {
  await Promise.all([db.feedDays.clear(), db.seenPapers.clear(), db.momentum.clear(), db.feedLists.clear()]);
  const days = feedDaysBack(today, Math.ceil(papers.length / papersADay)).map((day, position) => ({
    day,
    papers: papers.slice(position * papersADay, (position + 1) * papersADay),
  }));
  const idsOf = (day: (typeof days)[number]) => day.papers.map(({ id }) => id);
  const upvotesOf = (day: (typeof days)[number]) => day.papers.map(({ upvotes = 0 }) => upvotes);
  await db.feedDays.bulkPut(
    days.map((day) => ({
      day: day.day,
      paperIds: idsOf(day),
      fetchedAt: now,
      rejected: 0,
      upvotes: upvotesOf(day).reduce((sum, upvotes) => sum + upvotes, 0),
    })),
  );
  await db.momentum.bulkPut(
    days.slice(0, daysOfMomentum).map((day) => ({
      day: day.day,
      paperIds: idsOf(day),
      snapshots: Array.from({ length: snapshotsADay }, (_, number) => ({
        at: now - (snapshotsADay - number) * hour,
        upvotes: upvotesOf(day).map((upvotes) => Math.max(0, upvotes - snapshotsADay + number)),
      })),
    })),
  );
  const shownAt = now - 24 * hour;
  await db.seenPapers.bulkPut(
    papers.slice(papersADay).map(({ id, upvotes }) => ({ id, shownAt, look: { at: shownAt, upvotes } })),
  );
}

/** Replaces papers and feed days. Returns how many of each were stored. */
export async function fill(count: number): Promise<{ papers: number; days: number; newest: number }> {
  const db = openDatabase();
  const now = Date.now();
  const today = feedDayOf(now) ?? '';
  const papers = generatePapers(count, today, now);
  await db.papers.clear();
  for (let start = 0; start < count; start += 1_000)
    await db.papers.bulkPut(papers.slice(start, start + 1_000));
  await storeDays(db, papers, today, now);
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
