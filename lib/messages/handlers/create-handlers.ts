// All handlers of the background in one table, with what they need handed in. Each does one thing and knows no message format.
import type { FeedClient } from '../../feed/feed-client';
import type { SyncReport } from '../../feed/sync';
import type { FeedDay } from '../../papers/paper';
import { changeSettings, readSettings, type SettingsArea } from '../../settings/settings-storage';
import type { PaperglossDatabase } from '../../store/database';
import type { MirrorArea } from '../../store/reading-list-mirror';
import type { Handlers } from '../listen';
import { isWebPage, webSite } from '../sender';
import { feedHandlers } from './feed-handlers';
import { lookUpCards, lookUpOnline } from './look-up-cards';
import { readingListHandlers } from './reading-list-handlers';

export interface Background {
  db: PaperglossDatabase;
  client: FeedClient;
  storage: SettingsArea & { local: MirrorArea };
  sync(first?: FeedDay): Promise<SyncReport>;
  /** Puts the drawing script into the top frame of a tab. */
  drawCardsIn(tabId: number): Promise<unknown>;
  openPage(page: 'library' | 'options'): Promise<unknown>;
  /** Runs `change` while no other change of the settings runs, in whatever worker. */
  exclusively<T>(change: () => Promise<T>): Promise<T>;
  now(): number;
}

export function createHandlers(background: Background): Handlers {
  const { db, client, storage, now, exclusively } = background;

  async function enableDrawing(tabId: number | undefined): Promise<void> {
    if (tabId !== undefined) await background.drawCardsIn(tabId);
  }

  return {
    async 'look-up'({ targets, canDraw }, { tab }) {
      const cards = await lookUpCards(db, targets);
      if (!canDraw && cards.some((found) => found.length > 0)) await enableDrawing(tab?.id);
      return cards;
    },

    async 'look-up-online'({ id, canDraw }, sender) {
      // A page may have it asked only where the reader has allowed that for all pages; the popup asks on a click.
      if (isWebPage(sender) && !(await readSettings(storage)).lookUpUncached) return undefined;
      const card = await lookUpOnline(db, client, id, now());
      if (card && !canDraw) await enableDrawing(sender.tab?.id);
      return card;
    },

    ...readingListHandlers(db, storage.local, now),
    ...feedHandlers(db, background.sync),

    'settings/change': (change) => exclusively(() => changeSettings(storage, () => change)),

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
