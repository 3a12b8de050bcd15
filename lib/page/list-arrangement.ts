// Sorts and shortens a list of the page, and gives it back exactly as it was. Moves and hides elements of entries; everything else
// (text, headings, other people's nodes) stays where it is. Draws nothing and decides nothing.
import type { KnownEntry } from './card-script';

/** How the reader wants the list; all false is the page's own way. */
export interface ListView {
  /** Listed entries by upvotes, the best first, and behind them the others in their own order; each section by itself. */
  isSorted: boolean;
  /** Entries that are not in Daily Papers are hidden. */
  isFiltered: boolean;
}

export interface ListArrangement {
  show(view: ListView): void;
  /** The page has added or removed entries: takes the list as it is now, in the same view. */
  update(entries: KnownEntry[]): void;
}

/** Starts with the list as the page has it; touches nothing before it is asked to. */
export function arrangeList(firstEntries: KnownEntry[]): ListArrangement {
  let entries = firstEntries;
  let current: ListView = { isSorted: false, isFiltered: false };
  /** The page's own order of what we have sorted, parent by parent. */
  const ownOrder = new Map<Node, Node[]>();
  const hidden = new Map<HTMLElement, HiddenStyle>();

  function sort(): void {
    const entryOf = new Map<Node, KnownEntry>();
    for (const entry of entries) for (const element of entry.elements) entryOf.set(element, entry);
    const parents = new Set([...entryOf.keys()].map((element) => element.parentNode));
    for (const parent of parents) {
      if (!parent) continue;
      const own = [...parent.childNodes].filter((node) => entryOf.has(node));
      ownOrder.set(parent, own);
      for (const section of groupBy(own, (node) => entryOf.get(node)?.section).values()) {
        const nodesOf = groupBy(section, (node) => entryOf.get(node));
        reorder(
          parent,
          [...nodesOf].sort(([a], [b]) => score(b) - score(a)).flatMap(([, nodes]) => nodes),
        );
      }
    }
  }

  function unsort(): void {
    for (const [parent, own] of ownOrder) reorder(parent, own);
    ownOrder.clear();
  }

  function filter(): void {
    for (const { cards, elements } of entries) {
      if (cards.length > 0) continue;
      for (const element of elements) if (!hidden.has(element)) hidden.set(element, hide(element));
    }
  }

  function unfilter(): void {
    for (const [element, style] of hidden) unhide(element, style);
    hidden.clear();
  }

  function show({ isSorted, isFiltered }: ListView): void {
    if (isSorted && !current.isSorted) sort();
    if (!isSorted) unsort();
    if (isFiltered) filter();
    else unfilter();
    current = { isSorted, isFiltered };
  }

  return {
    show,
    update(next) {
      const view = current;
      show({ isSorted: false, isFiltered: false });
      entries = next;
      show(view);
    },
  };
}

/** Upvotes of a listed entry, −1 where the feed says none; what is not listed comes behind all that is. */
const score = (entry: KnownEntry | undefined) =>
  Math.max(-2, ...(entry?.cards ?? []).map(({ upvotes = -1 }) => upvotes));

function groupBy<Key>(nodes: Node[], keyOf: (node: Node) => Key): Map<Key, Node[]> {
  const groups = new Map<Key, Node[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}

/** Puts those of `wanted` that still are children of `parent` into this order, in the places they take up together now. */
function reorder(parent: Node, wanted: Node[]): void {
  const moving = new Set(wanted);
  const queue = wanted.filter((node) => node.parentNode === parent);
  let next: Node | null = null;
  // From the end, so that what a node is put in front of has its final place already.
  for (const node of [...parent.childNodes].reverse()) {
    const here: Node = (moving.has(node) && queue.pop()) || node;
    // Elements of the page's own making may have acted on being moved.
    const isTaken: boolean = next !== null && next.parentNode !== parent;
    if (moving.has(here) && here.nextSibling !== next && !isTaken) parent.insertBefore(here, next);
    next = here;
  }
}

interface HiddenStyle {
  /** The style attribute before, null where there was none, and as we left it. */
  before: string | null;
  after: string | null;
  /** The value of `display` in it; empty for none. */
  display: string;
}

function hide(element: HTMLElement): HiddenStyle {
  const { style } = element;
  const [before, display] = [element.getAttribute('style'), style.display];
  style.setProperty('display', 'none', 'important');
  return { before, after: element.getAttribute('style'), display };
}

function unhide(element: HTMLElement, { before, after, display }: HiddenStyle): void {
  const { style } = element;
  const isAsLeft = element.getAttribute('style') === after;
  if (isAsLeft && before === null) element.removeAttribute('style');
  else if (isAsLeft) element.setAttribute('style', before ?? '');
  // The page has changed the style meanwhile: only our part of it goes.
  else if (style.getPropertyPriority('display')) style.setProperty('display', display);
}
