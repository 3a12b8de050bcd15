// A paper as its row shows it once it is opened in place: everything the cache has about it, in one transaction. Reads by key only.
import type { PaperDetails } from '../papers/paper-details';
import type { PaperglossDatabase } from './database';
import { readUpvoteHistories } from './momentum';
import { readRelated } from './related-papers';
import { guarded } from './store-error';

/** Undefined for a paper that is not cached. Rejects with StoreError. */
export function readPaperDetails(db: PaperglossDatabase, id: string): Promise<PaperDetails | undefined> {
  return guarded(() =>
    db.transaction(
      'r',
      [db.papers, db.neighbours, db.readingEntries, db.seenPapers, db.momentum],
      async () => {
        const [paper, related] = await Promise.all([db.papers.get(id), readRelated(db, id)]);
        if (!paper) return undefined;
        const { abstract, authors, keywords, publishedAt, day, rank, rankOf, projectPage } = paper;
        const history = (await readUpvoteHistories(db, [paper])).get(id) ?? [];
        return {
          id,
          abstract,
          authors,
          keywords,
          publishedAt,
          day,
          rank,
          rankOf,
          projectPage,
          related,
          upvoteHistory: history.length > 1 ? history : [],
        };
      },
    ),
  );
}
