// The shape of a site adapter: the one file that knows one kind of page. Types only.
import type { Target } from '../papers/target';

/** Where the drawn host goes, relative to a node of the page. */
export type Place =
  | { element: Element | Text; position: 'before' | 'after' }
  | { element: Element; position: 'append' };

/** A place on a page that names a paper or a repository. */
export interface Mention {
  target: Target;
  /** `card` is the large form, one or two a page; `badge` the one-line form beside a link. */
  form: 'card' | 'badge';
  /**
   * `corner`: the badge stands in the corner of the window, for pages that have no room of their own (a PDF). `save`: the page itself
   * shows the upvotes (Hugging Face), so the badge says only whether the paper is saved, and saves it.
   */
  look?: 'corner' | 'save';
  /**
   * Where readers look for it. Used while nothing has been painted yet, so that nothing moves. The page side sees to it that nothing
   * is put into editors, code or buttons (lib/page/allowed-place.ts): adapters need not.
   */
  place: Place;
  /** Where it goes once the page has been painted: a place that pushes nothing. A badge without one floats, a card stays at `place`. */
  quietPlace?: Place;
  /** How it stands there: `aside`, beside everything and taking no room; as a `badge`; absent: like any other card. */
  quietForm?: 'aside' | 'badge';
  /** The page's own scripts still compare this part with what the server sent: wait until it has loaded. */
  afterLoad?: boolean;
  /** Said in front of a badge that does not stand right behind what names its target: the identifier, or `owner/name`. */
  label?: string;
}

/** A list of papers whose order and length the reader may change for a while. */
export interface PaperList {
  /** Where the bar goes: above the list, where it pushes nothing. */
  place: Place;
  /** In page order. Entries are sorted among those of the same `section` only: they share a parent and a heading. */
  entries: PaperListEntry[];
}

export interface PaperListEntry {
  target: Target;
  /** The consecutive siblings that make up the entry (`dt` and `dd`). */
  elements: HTMLElement[];
  section: number;
}

export interface SiteAdapter {
  /** The file's name without its ending. */
  id: string;
  /** Match patterns, host-wide: single-page navigation never reloads the script. */
  hosts: readonly string[];
  isActive(url: URL): boolean;
  /** What the address alone names, so that the look-up can start before the page has arrived. Undefined where inactive. */
  ownTarget?(url: URL): Target | undefined;
  /** Pure: reads `root` only, writes nothing, [] when there is nothing. */
  findMentions(root: ParentNode, url: URL): Mention[];
  /** The list of papers the page is, where it is one. Pure like `findMentions`. */
  findList?(root: ParentNode, url: URL): PaperList | undefined;
  /** Adapters whose pages are also this one's, by id; every other adapter's examples must be inactive here. */
  sharesPagesWith?: readonly string[];
  /**
   * The month (`2026-11`) of the newest page this was written against: that of its newest fixture. Said to the reader where the adapter
   * breaks; at two spaces of indent, like `examples`, so that pages do not carry it.
   */
  fixtureDate: string;
  examples: { active: readonly string[]; inactive: readonly string[] };
}
