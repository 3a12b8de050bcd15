// What the cache knows today of papers on the reading list: the few facts the library compares with those of when they were saved.
import type { FeedDay, PaperOrigin, StoredPaper } from '../papers/paper';
import type { PaperglossDatabase } from './database';
import { subscribe } from './subscribe';

export interface CachedFacts {
  upvotes?: number;
  /** `owner/name` */
  repository?: string;
  /** Of the repository. */
  stars?: number;
  hasSummary: boolean;
  day?: FeedDay;
  origin: PaperOrigin;
}

function factsOf({ upvotes, repository, stars, summary, day, origin }: StoredPaper): CachedFacts {
  return { upvotes, repository, stars, hasSummary: summary !== undefined, day, origin };
}

/**
 * By id, what is cached of `ids`; papers that are not cached are absent. One request for the ids of the cache, then only what is there:
 * ten thousand entries of which few are cached cost what the few do. Rejects as any read of the store does.
 */
export async function readCachedFacts(
  db: PaperglossDatabase,
  ids: readonly string[],
): Promise<Map<string, CachedFacts>> {
  if (ids.length === 0) return new Map();
  const cached = new Set(await db.papers.toCollection().primaryKeys());
  const papers = await db.papers.bulkGet(ids.filter((id) => cached.has(id)));
  return new Map(papers.flatMap((paper) => (paper ? [[paper.id, factsOf(paper)] as const] : [])));
}

/** Calls `onFacts` now and whenever papers of the list are cached, or their facts change. The returned function ends it. */
export function followCachedFacts(
  db: PaperglossDatabase,
  onFacts: (facts: Map<string, CachedFacts>) => void,
  onError: (error: unknown) => void,
): () => void {
  return subscribe(
    async () => readCachedFacts(db, await db.readingEntries.toCollection().primaryKeys()),
    onFacts,
    onError,
  );
}
