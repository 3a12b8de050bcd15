// Changes of the reading list on message. What may be asked of arXiv is decided here: only what the reader saved on a page of ours.
import { copiedCitation } from '../../formats/copied-citation';
import type { ReadingEntry } from '../../papers/reading-entry';
import type { PaperglossDatabase } from '../../store/database';
import type { ReadingListKeeper } from '../../store/reading-list-keeper';
import { StoreError } from '../../store/store-error';
import type { Handlers } from '../listen';
import { isWebPage } from '../sender';

type ReadingListType = Extract<keyof Handlers, `reading-list/${string}` | 'citation'>;

export interface ReadingListDeps {
  db: PaperglossDatabase;
  keeper: ReadingListKeeper;
  /** Asks arXiv about the papers on the list of which only the id is known. Its failures are told in the store. */
  fetchDetails(): Promise<void>;
}

export function readingListHandlers({
  db,
  keeper,
  fetchDetails,
}: ReadingListDeps): Pick<Handlers, ReadingListType> {
  /** The answer does not wait for arXiv. */
  function askForTitles(entries: readonly ReadingEntry[]): void {
    if (entries.some(({ title }) => title === '')) void fetchDetails();
  }

  function only(entries: readonly ReadingEntry[], id: string): ReadingEntry {
    const [entry] = entries;
    if (!entry) throw new StoreError('not-cached', `The paper ${id} is not on the list.`);
    return entry;
  }

  return {
    async 'reading-list/save'({ ids }, sender) {
      const entries = await keeper.save(ids, isWebPage(sender));
      if (!isWebPage(sender)) askForTitles(entries);
      return entries;
    },
    async 'reading-list/set-status'({ id, status }) {
      return only(await keeper.change([{ id, change: { status } }]), id);
    },
    'reading-list/change': ({ changes }) => keeper.change(changes),
    'reading-list/remove': ({ ids }) => keeper.remove(ids),
    'reading-list/restore': ({ entries }) => keeper.restore(entries),
    'reading-list/merge': ({ entries }) => keeper.mergeFile(entries),
    async 'reading-list/import'({ papers }) {
      const gain = await keeper.importPapers(papers);
      if (papers.some(({ title }) => !title)) void fetchDetails();
      return gain;
    },
    async 'reading-list/fetch-details'() {
      void fetchDetails();
      return undefined;
    },
    async citation({ id, style }) {
      const facts = (await db.readingEntries.get(id)) ?? (await db.papers.get(id));
      if (!facts) throw new StoreError('not-cached', `The paper ${id} is neither cached nor on the list.`);
      return copiedCitation(style, facts);
    },
  };
}
