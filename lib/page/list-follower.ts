// Follows the list of papers that a page is: asks what the feed knows of it and keeps one bar above it. Changes nothing in the list.
import type { PaperList, PaperListEntry, Place } from '../sites/types';
import type { DrawnList, KnownEntry } from './card-script';
import type { LookUpCache } from './look-up-cache';
import { hostTags } from './shadow-host';

export interface ListPorts {
  /** Draws the bar at the place; undefined when it cannot. */
  drawList(place: Place, entries: KnownEntry[]): DrawnList | undefined;
}

export interface ListFollower {
  /** To be told after every look at the page: its list as it is now, undefined when it has none. Idempotent. */
  follow(list: PaperList | undefined): void;
}

/** So often a bar is drawn, or a failed look-up repeated, before we stay silent. */
const maxTries = 3;

/** Draws nothing and touches nothing where the feed knows no entry of the list. Everything is undone when `signal` aborts. */
export function createListFollower(
  document: Document,
  find: LookUpCache['find'],
  { drawList }: ListPorts,
  signal: AbortSignal,
): ListFollower {
  /** Elements of the list's entries, by which it is known again whatever order they are in. */
  let known = new Set<Element>();
  let followed: PaperList | undefined;
  let drawn: DrawnList | undefined;
  let hasFailed = false;
  let tries = 0;

  const isKnown = ({ elements }: PaperListEntry) => elements.every((element) => known.has(element));
  const isFollowed = ({ entries }: PaperList) =>
    entries.length === followed?.entries.length && entries.every(isKnown);

  function drop(): void {
    drawn?.remove();
    drawn = undefined;
  }

  async function ask(list: PaperList): Promise<void> {
    const answers = await find(list.entries.map(({ target }) => ({ target, form: 'badge' })));
    if (signal.aborted || list !== followed) return;
    hasFailed = answers.includes(undefined);
    if (hasFailed) tries++;
    const entries = list.entries.map((entry, position) => ({ ...entry, cards: answers[position] ?? [] }));
    if (entries.every(({ cards }) => cards.length === 0)) drop();
    else if (drawn) drawn.update(entries);
    else show(list, entries);
  }

  function show({ place }: PaperList, entries: KnownEntry[]): void {
    if (!document.contains(place.element)) return;
    drawn = drawList(place, entries);
    if (drawn) tries++;
  }

  signal.addEventListener('abort', drop);

  /** A snapshot of the page that the browser or a script restores may hold dead copies of our bar. */
  function sweep(): void {
    for (const bar of document.querySelectorAll(hostTags.bar)) if (bar !== drawn?.host) bar.remove();
  }

  return {
    follow(list) {
      sweep();
      const isLost = drawn && !document.contains(drawn.host);
      if (list && isFollowed(list) && !isLost && !hasFailed) return;
      if (isLost) drop();
      if (!list?.entries.some(isKnown)) {
        drop();
        tries = 0;
      }
      followed = list;
      hasFailed = false;
      known = new Set(list?.entries.flatMap(({ elements }) => elements));
      if (list && tries < maxTries) void ask(list);
    },
  };
}
