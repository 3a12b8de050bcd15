// Feed days as they arrive: one transaction a day, nothing read that can be written blindly, so that a sync costs little more than
// its writes.
import type { ArrivedDay } from '../feed/day-reader';
import type { SyncStore } from '../feed/sync';
import type { FeedDay, Paper, StoredPaper } from '../papers/paper';
import type { Failure, PaperglossDatabase, StoredFeedDay } from './database';
import { queueForIndex } from './index-store';
import { recordSnapshot } from './momentum';
import { toStoredPaper } from './papers';
import { guarded } from './store-error';
import { readSyncState, writeSyncState } from './sync-state';

/** By upvotes; equal ones stay in the order of the feed. A paper that names another day as its own has no rank on this one. */
function rank({ day, papers, fetchedAt }: ArrivedDay): StoredPaper[] {
  return papers
    .toSorted((one, other) => (other.upvotes ?? 0) - (one.upvotes ?? 0))
    .map((paper, position) => {
      const stored = toStoredPaper({ ...paper, day: paper.day ?? day }, 'feed', fetchedAt);
      return stored.day === day ? { ...stored, rank: position + 1, rankOf: papers.length } : stored;
    });
}

/** The upvotes of all; papers of which the feed did not tell count as none. */
const totalOf = (papers: Paper[]) => papers.reduce((sum, { upvotes = 0 }) => sum + upvotes, 0);

/**
 * Stores a day with its papers, all or nothing. A paper that was on that day and is no longer stays in the cache, without its
 * rank. An empty answer for a day that has papers is taken for a fault of the feed: papers and ranks stay, and the day counts as
 * fetched. Rejects with StoreError.
 */
export async function storeFeedDay(db: PaperglossDatabase, arrived: ArrivedDay): Promise<void> {
  const { day, rejected, fetchedAt } = arrived;
  const papers = rank(arrived);
  const paperIds = papers.map(({ id }) => id);
  await guarded(() =>
    db.transaction('rw', db.papers, db.feedDays, db.momentum, db.indexQueue, async () => {
      const known = await db.feedDays.get(day);
      const before = known?.paperIds ?? [];
      const isFault = paperIds.length === 0 && before.length > 0;
      const kept = isFault ? before : paperIds;
      const upvotes = isFault ? known?.upvotes : totalOf(papers);
      await db.feedDays.put({
        day,
        paperIds: kept,
        fetchedAt,
        rejected,
        ...(upvotes !== undefined && { upvotes }),
      });
      await recordSnapshot(db, day, papers, fetchedAt);
      await withdrawRanks(db, day, before, new Set(kept));
      await keepRanksElsewhere(db, day, papers);
      await db.papers.bulkPut(papers);
      await queueForIndex(db, paperIds);
    }),
  );
}

async function withdrawRanks(db: PaperglossDatabase, day: FeedDay, before: string[], kept: Set<string>) {
  const gone = before.filter((id) => !kept.has(id));
  if (gone.length === 0) return;
  const stored = (await db.papers.bulkGet(gone)).filter((paper) => paper?.day === day);
  await db.papers.bulkPut(
    stored.flatMap((paper) => (paper ? [{ ...paper, rank: undefined, rankOf: undefined }] : [])),
  );
}

/** A paper listed here, too, while another day is its own: what it was there must not be overwritten. */
async function keepRanksElsewhere(db: PaperglossDatabase, day: FeedDay, papers: StoredPaper[]) {
  const guests = papers.filter((paper) => paper.day !== day);
  if (guests.length === 0) return;
  const known = await db.papers.bulkGet(guests.map(({ id }) => id));
  for (const [position, guest] of guests.entries()) {
    const before = known[position];
    if (before && before.day === guest.day)
      Object.assign(guest, { rank: before.rank, rankOf: before.rankOf });
  }
}

/** Notes that a day could not be fetched; what is stored of it stays. `at` in ms since 1970. Rejects with StoreError. */
export async function recordDayFailure(
  db: PaperglossDatabase,
  day: FeedDay,
  failure: Failure,
  at: number,
): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.feedDays, async () => {
      const known = await db.feedDays.get(day);
      const empty: StoredFeedDay = { day, paperIds: [], fetchedAt: 0, rejected: 0 };
      const failures = (known?.failures ?? 0) + 1;
      await db.feedDays.put({ ...empty, ...known, failures, failedAt: at, failure });
    }),
  );
}

/** The database as the sync sees it. `onStored` is told of every day that was stored. */
export function syncStore(db: PaperglossDatabase, onStored: () => void = () => {}): SyncStore {
  return {
    days: () => db.feedDays.toArray(),
    async storeDay(arrived) {
      await storeFeedDay(db, arrived);
      onStored();
    },
    recordFailure: (day, failure, at) => recordDayFailure(db, day, failure, at),
    state: (now) => readSyncState(db, now),
    changeState: (change) => writeSyncState(db, change),
  };
}
