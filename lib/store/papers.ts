// The cache of papers: look-ups by id and repository, single papers, clearing. The reading list is out of reach here.
import { addDays, feedDayOf } from '../papers/feed-day';
import type { Paper, PaperOrigin, StoredPaper } from '../papers/paper';
import type { Target } from '../papers/target';
import type { PaperglossDatabase } from './database';
import { clearIndex, indexTables, queueForIndex } from './index-store';
import { missesKey } from './missed-look-ups';
import { guarded } from './store-error';
import { syncKey } from './sync-state';

/** What the store adds to a paper for its look-ups. `fetchedAt` in ms since 1970. */
export function toStoredPaper(paper: Paper, origin: PaperOrigin, fetchedAt: number): StoredPaper {
  return {
    ...paper,
    repositoryKey: paper.repository?.toLowerCase(),
    fetchedAt,
    origin,
  };
}

/**
 * The papers of each target in the order asked, [] where none is cached; those of a repository best known first. One transaction
 * in which nothing waits for anything else, however many targets.
 */
export async function lookUp(db: PaperglossDatabase, targets: readonly Target[]): Promise<StoredPaper[][]> {
  const ids = new Set<string>();
  const slugs = new Set<string>();
  for (const target of targets) {
    if (target.kind === 'paper') ids.add(target.id);
    else slugs.add(target.slug.toLowerCase());
  }
  const keys = [...slugs];
  const [byId, byRepository] = await db.transaction('r', db.papers, () =>
    Promise.all([
      ids.size > 0 ? db.papers.bulkGet([...ids]) : [],
      // One request a repository, all at once: `anyOf` walks a cursor, which took five times as long.
      Promise.all(keys.map((key) => db.papers.where('repositoryKey').equals(key).toArray())),
    ]),
  );
  const papers = new Map<string, StoredPaper[]>();
  for (const paper of byId) if (paper) papers.set(paper.id, [paper]);
  const repositories = new Map(keys.map((key, position) => [key, byRepository[position] ?? []]));
  for (const found of repositories.values()) found.sort((a, b) => (b.upvotes ?? 0) - (a.upvotes ?? 0));
  return targets.map((target) => {
    const found =
      target.kind === 'paper' ? papers.get(target.id) : repositories.get(target.slug.toLowerCase());
    return found ?? [];
  });
}

/**
 * Stores papers from outside the feed that the reader saved, where nothing better is cached. `now` in ms since 1970. Rejects with
 * StoreError.
 */
export async function storeArxivPapers(
  db: PaperglossDatabase,
  papers: readonly Paper[],
  now: number,
): Promise<void> {
  const ids = papers.map(({ id }) => id);
  await guarded(() =>
    db.transaction('rw', db.papers, db.indexQueue, async () => {
      const known = await db.papers.bulkGet(ids);
      const fresh = papers.filter((_, position) => known[position] === undefined);
      await db.papers.bulkPut(fresh.map((paper) => toStoredPaper(paper, 'arxiv', now)));
      await queueForIndex(
        db,
        fresh.map(({ id }) => id),
      );
    }),
  );
}

/**
 * Stores papers the feed told about on their own, all or none. Such an answer says less than a day does, so what is known stays where it
 * is silent: day and rank, comments. Rejects with StoreError.
 */
export async function storePapers(
  db: PaperglossDatabase,
  papers: readonly Paper[],
  now: number,
): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.papers, db.indexQueue, async () => {
      for (const paper of papers) {
        const known = await db.papers.get(paper.id);
        const fresh = toStoredPaper(paper, 'feed', now);
        await db.papers.put(known?.origin === 'feed' ? { ...known, ...withoutAbsent(fresh) } : fresh);
      }
      await queueForIndex(
        db,
        papers.map(({ id }) => id),
      );
    }),
  );
}

export const storePaper = (db: PaperglossDatabase, paper: Paper, now: number): Promise<void> =>
  storePapers(db, [paper], now);

function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Forgets everything the feed said, what was made of it, which papers the reader has been to, and the state of the sync. The reading
 * list stays, and so does the log of calls: the limit of the feed holds for a cleared cache, too. Returns how many papers went.
 * Rejects with StoreError.
 */
export function clearFeedCache(db: PaperglossDatabase): Promise<number> {
  return guarded(() =>
    db.transaction('rw', [db.papers, db.feedDays, db.state, db.seenPapers, ...indexTables(db)], async () => {
      const count = await db.papers.count();
      await Promise.all([
        db.papers.clear(),
        db.feedDays.clear(),
        db.state.bulkDelete([syncKey, missesKey]),
        db.seenPapers.clear(),
        clearIndex(db),
      ]);
      return count;
    }),
  );
}

/** What lies beyond the horizon stays as long after it was fetched (ms): a reader asked for it. */
const grace = 86_400_000;

/**
 * Forgets feed days and their papers from before the horizon, counted back from `now` (ms since 1970). Papers without a day stay:
 * the starter feed has no other. Returns how many papers went. Rejects with StoreError.
 */
export async function dropBeyondHorizon(
  db: PaperglossDatabase,
  horizonDays: number,
  now: number,
): Promise<number> {
  const today = feedDayOf(now);
  if (!today) return 0;
  const oldest = addDays(today, -horizonDays);
  const isOld = ({ fetchedAt }: { fetchedAt: number }) => Math.abs(now - fetchedAt) >= grace;
  return guarded(() =>
    db.transaction('rw', db.papers, db.feedDays, db.indexQueue, async () => {
      await db.feedDays.where('day').below(oldest).filter(isOld).delete();
      const gone = await db.papers.where('day').below(oldest).filter(isOld).primaryKeys();
      await db.papers.bulkDelete(gone);
      await queueForIndex(db, gone);
      return gone.length;
    }),
  );
}
