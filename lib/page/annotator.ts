// The loop of a page: adapters find mentions, the background knows them, hits get a host. Knows no browser API and no component.
import type { CardData } from '../papers/card-data';
import { type Target, targetKey } from '../papers/target';
import type { Mention, Place, SiteAdapter } from '../sites/types';
import { watchFirstPaint } from './first-paint';
import { createLookUpCache, type LookUp } from './look-up-cache';
import { watchRoutes } from './route-watcher';
import { hostSelector, insertAt } from './shadow-host';
import { watchSubtree } from './subtree-watcher';

export interface DrawnMention {
  host: HTMLElement;
  update(cards: CardData[]): void;
  /** Takes the host out of the page. */
  remove(): void;
}

export interface AnnotatorPorts {
  lookUp: LookUp;
  /** Draws a hit into a new host, which the annotator then puts into the page; undefined when it cannot. */
  draw(mention: Mention, place: Place, cards: CardData[]): DrawnMention | undefined;
  /** Asked for the page's own paper when the cache does not have it; undefined = nothing to show. */
  lookUpOnline(id: string): Promise<CardData | undefined>;
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

/** So long (ms) after a navigation within the document the new page is still being put together. */
const arrivalTime = 500;

/** Starts annotating and goes on until `signal` aborts; then every host is removed. */
export function startAnnotator(
  document: Document,
  adapters: readonly SiteAdapter[],
  ports: AnnotatorPorts,
  signal: AbortSignal,
): Annotator {
  const cache = createLookUpCache(ports.lookUp);
  const slots = new WeakMap<Element, Map<string, Slot>>();
  const shown = new Set<Slot>();
  const wasPainted = watchFirstPaint(document);
  let mentions: Mention[] = [];
  let address = '';
  let arrivedAt: number | undefined;

  function slotOf(mention: Mention): Slot {
    const key = `${mention.form} ${targetKey(mention.target)}`;
    const atAnchor = slots.get(mention.place.element) ?? new Map<string, Slot>();
    const slot = atAnchor.get(key) ?? { waiting: false, tries: 0, cards: [] };
    slots.set(mention.place.element, atAnchor.set(key, slot));
    return slot;
  }

  /** True once the reader may have begun to read, so that nothing may be pushed any more. */
  function isPainted(): boolean {
    if (arrivedAt !== undefined) return performance.now() - arrivedAt > arrivalTime;
    return wasPainted();
  }

  function show(mention: Mention, slot: Slot, cards: CardData[]): void {
    if (signal.aborted || !mention.place.element.isConnected || slot.drawn) return;
    const place = (isPainted() && mention.quietPlace) || mention.place;
    slot.tries++;
    slot.cards = cards;
    slot.drawn = ports.draw(mention, place, cards);
    if (!slot.drawn) return;
    shown.add(slot);
    insertAt(place, slot.drawn.host);
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
    for (const host of document.querySelectorAll<HTMLElement>(hostSelector))
      if (!living.has(host)) host.remove();
  }

  async function askFeed(mention: Mention, slot: Slot): Promise<void> {
    if (mention.form !== 'card' || mention.target.kind !== 'paper') return;
    const card = await ports.lookUpOnline(mention.target.id).catch(() => undefined);
    if (card) show(mention, slot, [card]);
  }

  async function annotate(fresh: Mention[]): Promise<void> {
    for (const mention of fresh) slotOf(mention).waiting = true;
    const answers = await cache.find(fresh);
    fresh.forEach((mention, position) => {
      const slot = slotOf(mention);
      const cards = answers[position];
      slot.waiting = false;
      if (!cards) slot.tries++;
      else if (cards.length > 0) show(mention, slot, cards);
      else {
        slot.tries = maxTries;
        void askFeed(mention, slot);
      }
    });
  }

  /** A new address: forget the answers, and ask at once for what the address alone names. */
  function arrive(url: URL, active: SiteAdapter[]): void {
    arrivedAt = address ? performance.now() : undefined;
    address = url.href;
    cache.clear();
    const expected = active.flatMap((adapter) => adapter.expectedTargets?.(url) ?? []);
    void cache.find(expected.map((target) => ({ target, form: 'card' })));
  }

  function scan(): void {
    if (signal.aborted) return;
    const url = new URL(document.location.href);
    url.hash = '';
    const active = adapters.filter((adapter) => adapter.isActive(url));
    if (url.href !== address) arrive(url, active);
    const loaded = document.readyState === 'complete';
    mentions = active
      .flatMap((adapter) => adapter.findMentions(document, url))
      .filter((mention) => loaded || !mention.afterLoad);
    sweep(new Set(mentions.map(slotOf)));
    const fresh = mentions.filter((mention) => {
      const slot = slotOf(mention);
      return !slot.drawn && !slot.waiting && slot.tries < maxTries;
    });
    if (fresh.length > 0) void annotate(fresh);
  }

  scan();
  watchSubtree(document, scan, signal);
  watchRoutes(document, scan, signal);
  document.addEventListener('DOMContentLoaded', scan, { signal });
  document.defaultView?.addEventListener('load', scan, { signal });
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
