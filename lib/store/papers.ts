// The cache of papers: look-ups by id and repository, single papers, clearing. The reading list is out of reach here.
import { addDays, feedDayOf, msPerDay } from '../papers/feed-day';
import { feedListName } from '../papers/list-query';
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
 * Stores papers the feed told about on their own or in a list, all or none; each is named once. Such an answer may say less than a day
 * does, so what is known stays where it is silent: day and rank, comments. Rejects with StoreError.
 */
export async function storePapers(
  db: PaperglossDatabase,
  papers: readonly Paper[],
  now: number,
): Promise<void> {
  const ids = papers.map(({ id }) => id);
  await guarded(() =>
    db.transaction('rw', db.papers, db.indexQueue, async () => {
      const known = await db.papers.bulkGet(ids);
      await db.papers.bulkPut(
        papers.map((paper, position) => {
          const before = known[position];
          const fresh = toStoredPaper(paper, 'feed', now);
          return before?.origin === 'feed' ? { ...before, ...withoutAbsent(fresh) } : fresh;
        }),
      );
      await queueForIndex(db, ids);
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
  const told = [db.papers, db.feedDays, db.feedLists, db.momentum, db.seenPapers];
  return guarded(() =>
    db.transaction('rw', [...told, db.state, ...indexTables(db)], async () => {
      const count = await db.papers.count();
      await Promise.all([
        ...told.map((table) => table.clear()),
        db.state.bulkDelete([syncKey, missesKey]),
        clearIndex(db),
      ]);
      return count;
    }),
  );
}

/** What lies beyond the horizon stays as long after it was fetched (ms): a reader asked for it. */
const grace = msPerDay;

/** Upvotes are watched for eight days; what a day tells of them is kept one more. Days. */
const momentumAge = 9;

/** A week, a month or what was trending is forgotten where nobody has asked for it for so long (ms). */
const listAge = 60 * msPerDay;

/**
 * Forgets feed days and their papers from before the horizon, counted back from `now` (ms since 1970), and what else has grown old:
 * upvotes as they went, lists nobody asks for. Papers without a day stay: the starter feed has no other. Returns how many papers went.
 * Rejects with StoreError.
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
    db.transaction('rw', [db.papers, db.feedDays, db.momentum, db.feedLists, db.indexQueue], async () => {
      await db.feedDays.where('day').below(oldest).filter(isOld).delete();
      await db.momentum.where('day').below(addDays(today, -momentumAge)).delete();
      const gone = await db.papers.where('day').below(oldest).filter(isOld).primaryKeys();
      await db.papers.bulkDelete(gone);
      await queueForIndex(db, gone);
      await dropOldLists(db, new Set(gone), now);
      return gone.length;
    }),
  );
}

/** A week or a month that lost papers goes as well: taken for final, it would stay without them for good. */
async function dropOldLists(db: PaperglossDatabase, gone: ReadonlySet<string>, now: number): Promise<void> {
  const trending = feedListName({ view: 'trending' });
  await db.feedLists
    .filter(
      ({ name, paperIds, fetchedAt }) =>
        now - fetchedAt > listAge || (name !== trending && paperIds.some((id) => gone.has(id))),
    )
    .delete();
}
