// The shape of a site adapter: the one file that knows one kind of page. Types only.
import type { Target } from '../papers/target';

/** Where the drawn host goes, relative to an element of the page. */
export interface Place {
  element: Element;
  position: 'before' | 'after' | 'append';
}

/** A place on a page that names a paper or a repository. */
export interface Mention {
  target: Target;
  /** `card` is the large form, one or two a page; `badge` the one-line form beside a link. */
  form: 'card' | 'badge';
  /** Where readers look for it. Used while nothing has been painted yet, so that nothing moves. */
  place: Place;
  /** Where it goes once the page has been painted: a place that pushes nothing. Same as `place` when absent. */
  quietPlace?: Place;
  /** The page's own scripts still compare this part with what the server sent: wait until it has loaded. */
  afterLoad?: boolean;
}

export interface SiteAdapter {
  /** The file's name without its ending. */
  id: string;
  /** Match patterns, host-wide: single-page navigation never reloads the script. */
  hosts: readonly string[];
  isActive(url: URL): boolean;
  /** What the address alone names, so that the look-up can start before the page has arrived. */
  expectedTargets?(url: URL): Target[];
  /** Pure: reads `root` only, writes nothing, [] when there is nothing. */
  findMentions(root: ParentNode, url: URL): Mention[];
  /** Adapters whose pages are also this one's, by id; every other adapter's examples must be inactive here. */
  sharesPagesWith?: readonly string[];
  examples: { active: readonly string[]; inactive: readonly string[] };
}
