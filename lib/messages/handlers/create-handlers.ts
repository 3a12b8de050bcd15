// All handlers of the background in one table, with what they need handed in. Each does one thing and knows no message format.
import type { FeedClient } from '../../feed/feed-client';
import type { SyncReport } from '../../feed/sync';
import type { CardData } from '../../papers/card-data';
import type { FeedDay } from '../../papers/paper';
import type { PaperIndexer } from '../../related/paper-indexer';
import { changeSettings, readSettings, type SettingsArea } from '../../settings/settings-storage';
import type { PaperglossDatabase } from '../../store/database';
import type { ReadingListKeeper } from '../../store/reading-list-keeper';
import { markSeen } from '../../store/seen-papers';
import { type DrawingScripting, drawCardsIn } from '../draw-cards-in';
import type { Handlers } from '../listen';
import { readPageAbstract, type Scripting } from '../page-abstract';
import type { LookUpTarget } from '../protocol';
import { isWebPage, ownPaper, type Sender, webSite } from '../sender';
import { feedHandlers } from './feed-handlers';
import { lookUpCards, lookUpOnline } from './look-up-cards';
import { readingListHandlers } from './reading-list-handlers';
import { cardOfPage, relatedToPage } from './related-to-page';
import { searchCached } from './search-cached';
import { searchOnline } from './search-online';

/** What messages ask of the exchange with the account. */
export interface ListSyncControl {
  exchange(): Promise<void>;
  switched(on: boolean): void;
  /** Takes the list out of the account. */
  erase(): Promise<void>;
}

export interface Background {
  db: PaperglossDatabase;
  client: FeedClient;
  indexer: PaperIndexer;
  keeper: ReadingListKeeper;
  /** Asks arXiv about the papers on the reading list of which only the id is known. */
  fetchDetails(): Promise<void>;
  listSync: ListSyncControl;
  storage: SettingsArea;
  sync(first?: FeedDay): Promise<SyncReport>;
  /** For reading a page's abstract, and for the script that draws. */
  scripting: Scripting & DrawingScripting;
  openPage(page: 'library' | 'options'): Promise<unknown>;
  /** Runs `change` while no other change of the settings runs, in whatever worker. */
  exclusively<T>(change: () => Promise<T>): Promise<T>;
  now(): number;
}

export function createHandlers(background: Background): Handlers {
  const { db, client, indexer, scripting, storage, now, exclusively } = background;

  async function enableDrawing(tabId: number | undefined): Promise<void> {
    if (tabId !== undefined) await drawCardsIn(scripting, tabId);
  }

  /** Which page a reader visits in a private window is nobody's to remember. */
  function noteSeen(own: string, cards: CardData[], { tab }: Sender): void {
    if (!tab?.incognito && cards.some(({ id }) => id === own)) void markSeen(db, [own], now());
  }

  /** Where the reader wants it: a card for a page whose own paper is not cached. */
  async function addPageCard(
    own: string,
    targets: LookUpTarget[],
    cards: CardData[][],
    tabId?: number,
  ): Promise<void> {
    const position = targets.findIndex(
      ({ target, form }, at) =>
        form === 'card' && target.kind === 'paper' && target.id === own && cards[at]?.length === 0,
    );
    if (position < 0 || tabId === undefined) return;
    if (!(await readSettings(storage)).relatedInPages) return;
    const page = await readPageAbstract(scripting, tabId);
    const card = page && (await cardOfPage(db, indexer, { ...page, id: own }, now()));
    if (card) cards[position] = [card];
  }

  return {
    async 'look-up'({ targets, canDraw }, sender) {
      const cards = await lookUpCards(db, targets);
      const own = ownPaper(sender);
      if (own) {
        noteSeen(own, cards.flat(), sender);
        await addPageCard(own, targets, cards, sender.tab?.id);
      }
      if (!canDraw && cards.some((found) => found.length > 0)) await enableDrawing(sender.tab?.id);
      return cards;
    },

    async 'look-up-online'({ id, canDraw }, sender) {
      // A page may have it asked only where the reader has allowed that for all pages; the popup asks on a click.
      if (isWebPage(sender) && !(await readSettings(storage)).lookUpUncached) return undefined;
      const card = await lookUpOnline(db, client, id, now());
      void indexer.bringUpToDate();
      if (card && !canDraw) await enableDrawing(sender.tab?.id);
      return card;
    },

    search: ({ query, limit }) => searchCached(db, indexer, query, limit),

    async 'search-online'({ query }) {
      const cards = await searchOnline(db, client, query, now());
      void indexer.bringUpToDate();
      return cards;
    },

    'related/to-page': (page) => relatedToPage(db, indexer, page),

    ...readingListHandlers(background),
    ...feedHandlers(db, indexer, background.sync),

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
