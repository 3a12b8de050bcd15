// The card the first page shows: of a paper that ships with the extension, from the cache once it is there.
import type { CardData } from '../papers/card-data';
import { toCardData } from '../papers/to-card-data';
import type { PaperglossDatabase } from './database';
import { toStoredPaper } from './papers';
import { readRelated } from './related-papers';
import { readStarterFeed } from './starter-feed';

/** A paper of the starter feed with a repository and much that is near it. */
const examplePaper = '2412.17747';

/**
 * The example as it stands in `json`, the starter feed: enough to show before anything is stored. Undefined for a feed without papers;
 * throws for a file that is no starter feed, which only a broken build has.
 */
export function starterCard(json: unknown): CardData | undefined {
  const papers = readStarterFeed(json);
  const paper = papers.find(({ id }) => id === examplePaper) ?? papers[0];
  return paper && toCardData(toStoredPaper({ ...paper, abstract: '' }, 'starter', 0), []);
}

/** The card of a cached paper with its neighbours and whether it is saved; undefined while it is not cached. Rejects as any read does. */
export async function readExampleCard(db: PaperglossDatabase, id: string): Promise<CardData | undefined> {
  const [paper, entry] = await Promise.all([db.papers.get(id), db.readingEntries.get(id)]);
  return paper && toCardData(paper, await readRelated(db, id), entry?.status);
}
