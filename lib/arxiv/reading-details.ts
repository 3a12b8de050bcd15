// What arXiv told about papers on the reading list, put where it belongs: into the entries, and into the cache for cards and search.
import { reporting } from '../diagnosis/report';
import type { PaperglossDatabase } from '../store/database';
import { storeArxivPapers } from '../store/papers';
import { untitledIds } from '../store/reading-list';
import type { ReadingListKeeper } from '../store/reading-list-keeper';
import { writeState } from '../store/state';
import type { ArxivClient } from './arxiv-client';
import type { ArxivPaper } from './arxiv-paper';
import { createDetailsFetcher } from './details-queue';
import { detailsKey, readDetailsState } from './details-state';

export interface ReadingDetailsDeps {
  db: PaperglossDatabase;
  keeper: Pick<ReadingListKeeper, 'describe'>;
  client: ArxivClient;
  now(): number;
  /** Told when papers have been cached. */
  onCached(): void;
}

export interface ReadingDetails {
  /** Asks for every paper on the list of which only the id is known. On the reader's act only. Never rejects: failures are in the state. */
  fetch(): Promise<void>;
  /** Goes on with what the reader asked for and the end of a worker cut off. */
  resume(): Promise<void>;
}

export function createReadingDetails({
  db,
  keeper,
  client,
  now,
  onCached,
}: ReadingDetailsDeps): ReadingDetails {
  async function learn(found: ArxivPaper[]): Promise<void> {
    const papers = found.map(({ category: _, ...paper }) => ({ ...paper, keywords: [] }));
    await storeArxivPapers(db, papers, now());
    await keeper.describe(found);
    onCached();
  }

  const fetcher = createDetailsFetcher({
    client,
    pending: () => untitledIds(db),
    learn,
    noted: () => readDetailsState(db),
    note: (state) => writeState(db, detailsKey, state),
    now,
  });

  const fetch = () => fetcher.run().catch(reporting('arxiv'));
  return {
    fetch,
    async resume() {
      if ((await readDetailsState(db)).asking > 0) await fetch();
    },
  };
}
