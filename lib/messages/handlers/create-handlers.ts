// All handlers of the background in one table, with what they need handed in. Each does one thing and knows no message format.
import type { FeedClient } from '../../feed/feed-client';
import type { SyncReport } from '../../feed/sync';
import type { FeedDay } from '../../papers/paper';
import type { PaperIndexer } from '../../related/paper-indexer';
import { changeSettings, readSettings } from '../../settings/settings-storage';
import type { ReadingListKeeper } from '../../store/reading-list-keeper';
import type { Handlers } from '../listen';
import type { OwnPage } from '../protocol';
import { webSite } from '../sender';
import { diagnosisHandlers } from './diagnosis-handlers';
import { feedHandlers } from './feed-handlers';
import { forYouHandlers } from './for-you-handlers';
import { type LookUpDeps, lookUpHandlers } from './look-up-handlers';
import { readerMarksHandlers } from './reader-marks-handlers';
import { readingListHandlers } from './reading-list-handlers';
import { relatedToPage } from './related-to-page';
import { searchCached } from './search-cached';
import { searchOnline } from './search-online';

/** What messages ask of the exchange with the account. */
export interface ListSyncControl {
  exchange(): Promise<void>;
  switched(on: boolean): void;
  /** Takes the list out of the account. */
  erase(): Promise<void>;
}

export interface Background extends LookUpDeps {
  client: FeedClient;
  indexer: PaperIndexer;
  keeper: ReadingListKeeper;
  /** Asks arXiv about the papers on the reading list of which only the id is known. */
  fetchDetails(): Promise<void>;
  listSync: ListSyncControl;
  sync(first?: FeedDay): Promise<SyncReport>;
  openPage(page: OwnPage): Promise<unknown>;
  /** Runs `change` while no other change of the settings runs, in whatever worker. */
  exclusively<T>(change: () => Promise<T>): Promise<T>;
}

export function createHandlers(background: Background): Handlers {
  const { db, client, indexer, storage, now, exclusively } = background;

  /** Search goes without the marks where the settings cannot be read. */
  const watchRules = () =>
    readSettings(storage).then(
      (settings) => settings.watchRules,
      () => [],
    );

  return {
    ...lookUpHandlers(background),

    search: ({ query, limit }) => searchCached(db, indexer, query, limit, watchRules()),

    async 'search-online'({ query }) {
      const cards = await searchOnline(db, client, query, now(), watchRules());
      void indexer.bringUpToDate();
      return cards;
    },

    'related/to-page': (page) => relatedToPage(db, indexer, page),

    ...readingListHandlers(background),
    ...feedHandlers(db, client, indexer, background.sync, now),
    ...readerMarksHandlers(db, now),
    ...forYouHandlers(db, now),
    ...diagnosisHandlers,

    async 'settings/change'(change) {
      const settings = await exclusively(() => changeSettings(storage, () => change));
      if (change.syncList !== undefined) background.listSync.switched(settings.syncList);
      return settings;
    },

    async 'list-sync/now'() {
      await background.listSync.exchange();
      return undefined;
    },

    async 'list-sync/erase'() {
      await background.listSync.erase();
      return undefined;
    },

    'site/switch': ({ site, on }, sender) =>
      exclusively(() =>
        changeSettings(storage, ({ sitesOff }) => {
          const switched = webSite(sender) ?? site;
          const others = sitesOff.filter((off) => off !== switched);
          return { sitesOff: on ? others : [...others, switched] };
        }),
      ),

    async 'page/open'({ page }) {
      await background.openPage(page);
    },
  };
}
