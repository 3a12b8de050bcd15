// Decides where a hit goes so that nothing moves under the reader's eyes: into the text while nobody has seen it or it is out of
// sight, otherwise to the end of its line, where it takes no room. Asks the browser what is in sight; measures nothing itself.
import { elementAt } from '../sites/element-at';
import type { Mention, Place } from '../sites/types';
import { allowedPlace } from './allowed-place';
import { lineEnd } from './line-end';
import { hostTags } from './shadow-host';

export interface Spot {
  place: Place;
  /** Not where the mention would have it, so that it has to say what it is about. */
  isElsewhere: boolean;
  /** A card that comes too late for its place may have to be a badge. */
  form: Mention['form'];
  /** How many badges float at the end of the line already; absent for a badge within the text. */
  floating?: number;
  /** A card out of the flow. */
  isAside?: boolean;
}

export interface Spots {
  /**
   * Calls `put` with the spot: at once while nothing has been painted, else when the browser has said what is in sight. Of several
   * badges in one line some are put only when the line has gone out of sight. Undefined where we may not write.
   */
  find(mention: Mention, put: (spot: Spot | undefined) => void): void;
}

/** More do not fit beside each other: the rest wait until their line is out of sight. */
const maxFloating = 3;

/** Just outside of the window counts as in sight: the next scroll will bring it there. */
const margin = '100px 0px';

/** Told whether its element is in sight; true when it has been put and need not be told again. */
type Waiting = (inSight: boolean) => boolean;

/** `isPainted` says whether the reader may have begun to read, so that nothing may be pushed any more. */
export function createSpots(isPainted: () => boolean, signal: AbortSignal): Spots {
  const waiting = new WeakMap<Element, Waiting[]>();
  let observer: IntersectionObserver | undefined;

  function onSight(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const rest = (waiting.get(target) ?? []).filter((isPut) => !isPut(isIntersecting));
      waiting.set(target, rest);
      if (rest.length === 0) observer?.unobserve(target);
    }
  }

  function whenSeen(element: Element, isPut: Waiting): void {
    observer ??= new IntersectionObserver(onSight, { rootMargin: margin });
    waiting.set(element, [...(waiting.get(element) ?? []), isPut]);
    // Observed anew it tells at once, also of an element that is observed for another badge.
    observer.unobserve(element);
    observer.observe(element);
  }

  signal.addEventListener('abort', () => observer?.disconnect());

  return {
    find({ form, place: wanted, quietPlace, quietForm, look }, put) {
      const place = allowedPlace(wanted);
      if (!place) return put(undefined);
      const isElsewhere = place !== wanted;
      const anchor = elementAt(place);
      if (!isPainted() || look === 'corner' || !anchor) return put({ place, form, isElsewhere });
      if (form === 'card' || quietPlace) {
        if (!quietPlace) return put({ place, form, isElsewhere });
        if (quietForm === 'badge') return put(floatAt(quietPlace, false));
        return put({ place: quietPlace, form, isElsewhere, isAside: quietForm === 'aside' });
      }
      // A wider cell moves its whole column, in sight or not.
      const inTable = anchor.closest('td,th') !== null;
      whenSeen(anchor, (inSight) => {
        const isFree = !inSight && !inTable;
        const spot = isFree ? { place, form, isElsewhere } : floatAt(place, isElsewhere);
        if ('floating' in spot && spot.floating >= maxFloating) return false;
        put(spot);
        return true;
      });
    },
  };
}

/** At the end of the line that `place` lies in, beside what floats there already. */
function floatAt(place: Place, isElsewhere: boolean) {
  const end = lineEnd(place);
  return {
    place: end,
    form: 'badge',
    floating: floatingAt(end),
    isElsewhere: isElsewhere || hasTextBetween(place, end),
  } as const;
}

/** Whether a reader would no longer know what a badge at `end` is about. */
function hasTextBetween(place: Place, end: Place): boolean {
  if (place.position !== 'after' || end.element === place.element) return false;
  const between = place.element.ownerDocument.createRange();
  between.setStartAfter(place.element);
  between.setEndAfter(end.element);
  return /[^\s.,;:!?)\]]/.test(between.toString());
}

/** How many of our badges float at this place already. */
function floatingAt({ element, position }: Place): number {
  let node: Node | null = position === 'append' ? element.lastChild : element;
  let count = 0;
  for (; node instanceof HTMLElement && node.localName === hostTags.badge; node = node.previousSibling) {
    if (node.dataset.floating) count++;
  }
  return count;
}
