// The upvotes of a day's papers as they went, kept with each sync. What a snapshot is, and which stay, is in lib/papers/upvote-history.ts.
import { addDays, feedDayOf } from '../papers/feed-day';
import type { FeedDay } from '../papers/paper';
import { addSnapshot, historyOf, type UpvotePoint } from '../papers/upvote-history';
import type { PaperglossDatabase } from './database';

/** By then the upvotes of a day have come to rest. */
const watchedDays = 8;

/**
 * Keeps what the papers of a day have at `at`, ms since 1970. Days more than eight days before are let be. To be called inside a
 * transaction that may write `momentum`; rejects where that does.
 */
export async function recordSnapshot(
  db: PaperglossDatabase,
  day: FeedDay,
  papers: readonly { id: string; upvotes?: number }[],
  at: number,
): Promise<void> {
  const today = feedDayOf(at);
  if (!today || day < addDays(today, -watchedDays)) return;
  if (!papers.some(({ upvotes }) => upvotes !== undefined)) return;
  await db.momentum.put(addSnapshot(await db.momentum.get(day), day, papers, at));
}

/** The looks at each paper that was looked at, oldest first; each is looked for on the day it names. One read, however many papers. */
export async function readUpvoteHistories(
  db: PaperglossDatabase,
  papers: readonly { id: string; day?: FeedDay }[],
): Promise<Map<string, UpvotePoint[]>> {
  const days = [...new Set(papers.flatMap(({ day }) => day ?? []))];
  const stored = days.length > 0 ? await db.momentum.bulkGet(days) : [];
  const momentum = new Map(stored.map((one) => [one?.day, one]));
  const histories = new Map<string, UpvotePoint[]>();
  for (const { id, day } of papers) {
    const ofDay = day === undefined ? undefined : momentum.get(day);
    const history = ofDay ? historyOf(ofDay, id) : [];
    if (history.length > 0) histories.set(id, history);
  }
  return histories;
}
