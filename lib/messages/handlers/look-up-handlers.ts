// Look-ups on message: what is found, what a visit says about the reader, and what the page needs to draw it.
import type { FeedClient } from '../../feed/feed-client';
import type { CardData } from '../../papers/card-data';
import type { PaperIndexer } from '../../related/paper-indexer';
import type { Settings } from '../../settings/settings';
import { readSettings, type SettingsArea } from '../../settings/settings-storage';
import type { PaperglossDatabase } from '../../store/database';
import { markOpened } from '../../store/seen-papers';
import { type DrawingScripting, drawCardsIn } from '../draw-cards-in';
import type { Handlers } from '../listen';
import { readPageAbstract, type Scripting } from '../page-abstract';
import type { LookUpTarget } from '../protocol';
import { isWebPage, ownPaper, ownRepository, type Sender } from '../sender';
import { lookUpCards, lookUpOnline } from './look-up-cards';
import { cardOfPage } from './related-to-page';

export interface LookUpDeps {
  db: PaperglossDatabase;
  client: Pick<FeedClient, 'paper'>;
  indexer: Pick<PaperIndexer, 'bringUpToDate' | 'nearestTo'>;
  storage: SettingsArea;
  /** For reading a page's abstract, and for the script that draws. */
  scripting: Scripting & DrawingScripting;
  /** Told after each look-up of a page of the web how many cards it got, 0 among them. Not told of our own pages. */
  onLookedUp?(tabId: number, found: number): void;
  now(): number;
}

/** A repository that serves more papers than this is a collection: being there says nothing about any one of them. */
const maxOfRepository = 3;

/**
 * The papers a reader opens by being on the page that asks: its own paper, or those of its own repository. Which page a reader visits in
 * a private window is nobody's to remember.
 */
function openedBy(sender: Sender, targets: LookUpTarget[], cards: CardData[][]): string[] {
  if (sender.tab?.incognito) return [];
  const paper = ownPaper(sender);
  if (paper) return cards.flat().some(({ id }) => id === paper) ? [paper] : [];
  const repository = ownRepository(sender)?.toLowerCase();
  if (!repository) return [];
  const position = targets.findIndex(
    ({ target }) => target.kind === 'repository' && target.slug.toLowerCase() === repository,
  );
  const served = cards[position] ?? [];
  return served.length > maxOfRepository ? [] : served.map(({ id }) => id);
}

export function lookUpHandlers({
  db,
  client,
  indexer,
  storage,
  scripting,
  onLookedUp,
  now,
}: LookUpDeps): Pick<Handlers, 'look-up' | 'look-up-online'> {
  async function enableDrawing(tabId: number | undefined): Promise<void> {
    if (tabId !== undefined) await drawCardsIn(scripting, tabId);
  }

  /** Where the reader wants it: a card for a page whose own paper is not cached. */
  async function addPageCard(
    sender: Sender,
    targets: LookUpTarget[],
    cards: CardData[][],
    { relatedInPages }: Settings,
  ): Promise<void> {
    const own = ownPaper(sender);
    const tabId = sender.tab?.id;
    if (!own || tabId === undefined || !relatedInPages) return;
    const position = targets.findIndex(
      ({ target, form }, at) =>
        form === 'card' && target.kind === 'paper' && target.id === own && cards[at]?.length === 0,
    );
    if (position < 0) return;
    const page = await readPageAbstract(scripting, tabId);
    const card = page && (await cardOfPage(db, indexer, { ...page, id: own }, now()));
    if (card) cards[position] = [card];
  }

  /** What the feed is being asked, by paper: two tabs that open the same one are one request. */
  const asking = new Map<string, Promise<CardData | undefined>>();

  function askOnce(id: string, { watchRules }: Settings): Promise<CardData | undefined> {
    const asked = asking.get(id) ?? lookUpOnline(db, client, id, now, watchRules);
    asking.set(id, asked);
    return asked.finally(() => asking.delete(id));
  }

  return {
    async 'look-up'({ targets, canDraw }, sender) {
      // Read while the papers are: one wait for both.
      const settings = readSettings(storage);
      const cards = await lookUpCards(
        db,
        targets,
        settings.then(({ watchRules }) => watchRules),
      );
      void markOpened(db, openedBy(sender, targets, cards), now());
      await addPageCard(sender, targets, cards, await settings);
      if (!canDraw && cards.some((found) => found.length > 0)) await enableDrawing(sender.tab?.id);
      if (isWebPage(sender) && sender.tab?.id !== undefined) onLookedUp?.(sender.tab.id, cards.flat().length);
      return cards;
    },

    async 'look-up-online'({ id, canDraw }, sender) {
      const settings = await readSettings(storage);
      // A page may have it asked only where the reader has allowed that for all pages, which private windows are none of; the popup asks
      // on a click.
      if (isWebPage(sender) && (!settings.lookUpUncached || sender.tab?.incognito)) return undefined;
      const card = await askOnce(id, settings);
      void indexer.bringUpToDate();
      if (card && !canDraw) await enableDrawing(sender.tab?.id);
      return card;
    },
  };
}
