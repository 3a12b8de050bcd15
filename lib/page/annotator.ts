// The loop of a page: adapters find mentions, the background knows them, hits get a host. Knows no browser API and no component.
import type { CardData } from '../papers/card-data';
import { type Target, targetKey } from '../papers/target';
import type { Mention, PaperList, SiteAdapter } from '../sites/types';
import type { Drawer, DrawnMention } from './card-script';
import { createLookUpCache, type LookUp, type LookUpCache } from './look-up-cache';
import { watchRoutes } from './route-watcher';
import { createScanThrottle } from './scan-throttle';
import { mentionSelector } from './shadow-host';
import { watchSubtree } from './subtree-watcher';

export interface AnnotatorPorts {
  lookUp: LookUp;
  /** Puts a hit, one of `all` mentions, into the page, now or later, and tells `onDrawn`; undefined when it does not. */
  draw: Drawer['draw'];
  /** Reads the list the page is, as it is now; undefined when it is none. Told after every look and every answer. */
  followList(list: () => PaperList | undefined, find: LookUpCache['find']): void;
  /** The reader has arrived at another page of the same document. */
  onArrival(): void;
  /** Asked for the page's own paper when the cache does not have it; undefined = nothing to show. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
  /** An adapter threw an error of that name, or found nothing (`Missing`) where the page has its paper for sure. */
  onBroken(adapter: string, fault: string): void;
}

export interface Annotator {
  /** Redraws what shows this paper, with `change` applied to its card. */
  updatePaper(id: string, change: Partial<CardData>): void;
  /** What the page names, in page order. */
  targets(): Target[];
}

/** What became of one target at one anchor. */
interface Slot {
  waiting: boolean;
  /** Drawings and failed look-ups so far; at `maxTries` we stay silent. */
  tries: number;
  cards: CardData[];
  drawn?: DrawnMention;
}

const maxTries = 3;

/** Beyond so many a page is a data set, not something to read: the rest stays unmarked. */
const maxMentions = 5000;

/** Starts annotating and goes on until `signal` aborts; then every host is removed. */
export function startAnnotator(
  document: Document,
  adapters: readonly SiteAdapter[],
  ports: AnnotatorPorts,
  signal: AbortSignal,
): Annotator {
  const cache = createLookUpCache(ports.lookUp);
  const slots = new WeakMap<Node, Map<string, Slot>>();
  const shown = new Set<Slot>();
  let mentions: Mention[] = [];
  let list: () => PaperList | undefined = () => undefined;
  let address = '';

  function slotOf(mention: Mention): Slot {
    const key = `${mention.form} ${targetKey(mention.target)}`;
    const atAnchor = slots.get(mention.place.element) ?? new Map<string, Slot>();
    const slot = atAnchor.get(key) ?? { waiting: false, tries: 0, cards: [] };
    slots.set(mention.place.element, atAnchor.set(key, slot));
    return slot;
  }

  function show(mention: Mention, all: Mention[], slot: Slot, cards: CardData[]): void {
    slot.waiting = true;
    slot.cards = cards;
    ports.draw(mention, all, cards, (drawn) => {
      slot.waiting = false;
      slot.tries++;
      slot.drawn = drawn;
      if (drawn) shown.add(slot);
    });
  }

  function drop(slot: Slot): void {
    slot.drawn?.remove();
    slot.drawn = undefined;
    shown.delete(slot);
  }

  /** Removes what is no longer named, and the dead copies of our hosts that a restored snapshot of the page holds. */
  function sweep(named: Set<Slot>): void {
    for (const slot of shown) if (!named.has(slot) || !slot.drawn?.host.isConnected) drop(slot);
    const living = new Set([...shown].map((slot) => slot.drawn?.host));
    for (const host of document.querySelectorAll<HTMLElement>(mentionSelector))
      if (!living.has(host)) host.remove();
  }

  async function askFeed(mention: Mention, slot: Slot): Promise<void> {
    if (mention.form !== 'card' || mention.target.kind !== 'paper') return;
    const card = await ports.lookUpOnline(mention.target.id).catch(() => undefined);
    if (card) show(mention, [], slot, [card]);
  }

  async function annotate(fresh: { mention: Mention; slot: Slot }[]): Promise<void> {
    for (const { slot } of fresh) slot.waiting = true;
    const all = mentions;
    const answers = await cache.find(fresh.map(({ mention }) => mention));
    fresh.forEach(({ mention, slot }, position) => {
      const cards = answers[position];
      slot.waiting = false;
      if (!cards) slot.tries++;
      else if (cards.length > 0) show(mention, all, slot, cards);
      else {
        slot.tries = maxTries;
        void askFeed(mention, slot);
      }
    });
    ports.followList(list, cache.find);
  }

  /** What one adapter reads in the page. One that throws is told of and holds up no other. Addresses alone break none. */
  function ask<Answer>({ id }: SiteAdapter, question: () => Answer): Answer | undefined {
    try {
      return question();
    } catch (error) {
      ports.onBroken(id, (error as Error).name);
    }
  }

  /** A new address: forget the answers, and ask at once for what the address alone names. */
  function arrive(url: URL, active: SiteAdapter[]): void {
    if (address) ports.onArrival();
    address = url.href;
    cache.clear();
    const expected = active.flatMap((adapter) => adapter.ownTarget?.(url) ?? []);
    void cache.find(expected.map((target) => ({ target, form: 'card' })));
  }

  /** A page that came as its address asked, and in good order, has its paper: who does not find it is broken. */
  function findMissing(url: URL, active: SiteAdapter[]): void {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (load?.name !== url.href || load.responseStatus !== 200) return;
    for (const { id, ownTarget } of active) {
      const own = ownTarget?.(url);
      if (own?.kind === 'paper' && !mentions.some(({ target }) => targetKey(target) === targetKey(own)))
        ports.onBroken(id, 'Missing');
    }
  }

  function scan(): void {
    const url = new URL(document.location.href);
    url.hash = '';
    const active = adapters.filter((adapter) => adapter.isActive(url));
    if (url.href !== address) arrive(url, active);
    const loaded = document.readyState === 'complete';
    mentions = active
      .flatMap((adapter) => ask(adapter, () => adapter.findMentions(document, url)) ?? [])
      .filter((mention) => loaded || !mention.afterLoad);
    const marked = mentions.slice(0, maxMentions).map((mention) => ({ mention, slot: slotOf(mention) }));
    sweep(new Set(marked.map(({ slot }) => slot)));
    const fresh = marked.filter(({ slot }) => !slot.drawn && !slot.waiting && slot.tries < maxTries);
    if (fresh.length > 0) void annotate(fresh);
    if (loaded) findMissing(url, active);
    list = () =>
      active.map((adapter) => ask(adapter, () => adapter.findList?.(document, url))).find((found) => found);
    ports.followList(list, cache.find);
  }

  const { soon, now } = createScanThrottle(scan, signal);
  now();
  watchSubtree(document, soon, signal);
  watchRoutes(document, now, signal);
  document.addEventListener('DOMContentLoaded', now, { signal });
  document.defaultView?.addEventListener('load', now, { signal });
  signal.addEventListener('abort', () => [...shown].forEach(drop));

  return {
    updatePaper(id, change) {
      for (const slot of shown) {
        if (!slot.cards.some((card) => card.id === id)) continue;
        slot.cards = slot.cards.map((card) => (card.id === id ? { ...card, ...change } : card));
        slot.drawn?.update(slot.cards);
      }
    },
    targets: () => [...new Map(mentions.map(({ target }) => [targetKey(target), target])).values()],
  };
}
