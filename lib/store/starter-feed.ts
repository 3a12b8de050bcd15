// The papers that ship with the extension, for the time before the first sync. They annotate pages like any other.
import * as z from 'zod/mini';
import { parsePaperId } from '../papers/paper-id';
import type { PaperglossDatabase } from './database';
import { queueForIndex } from './index-store';
import { toStoredPaper } from './papers';
import { guarded } from './store-error';

const starterFeed = z.object({
  format: z.literal('papergloss-starter-feed'),
  version: z.literal(1),
  papers: z.array(
    z.object({
      id: z.string().check(z.refine((id) => parsePaperId(id)?.id === id)),
      title: z.string(),
      authors: z.array(z.string()),
      publishedAt: z.optional(z.string()),
      organization: z.optional(z.string()),
      comments: z.optional(z.number()),
      repository: z.optional(z.string()),
      summary: z.string(),
      keywords: z.array(z.string()),
    }),
  ),
});

/** The papers of the file. Throws for a file that is no starter feed, which only a broken build has. */
export const readStarterFeed = (json: unknown) => starterFeed.parse(json).papers;

/**
 * Stores the starter papers the cache does not have, and returns how many. Once a feed day has arrived it does nothing: the feed
 * has taken over. `now` in ms since 1970. Rejects with StoreError; and for a file that is no starter feed, which only a broken
 * build has.
 */
export async function storeStarterFeed(db: PaperglossDatabase, json: unknown, now: number): Promise<number> {
  const papers = readStarterFeed(json);
  return guarded(() =>
    db.transaction('rw', db.papers, db.feedDays, db.indexQueue, async () => {
      const arrived = await db.feedDays.filter(({ fetchedAt }) => fetchedAt > 0).first();
      if (arrived) return 0;
      const known = await db.papers.bulkGet(papers.map(({ id }) => id));
      const missing = papers.filter((_, position) => known[position] === undefined);
      await db.papers.bulkPut(
        missing.map((paper) => toStoredPaper({ ...paper, abstract: '' }, 'starter', now)),
      );
      await queueForIndex(
        db,
        missing.map(({ id }) => id),
      );
      return missing.length;
    }),
  );
}
