// When a badge's card is open: hover with intent, keyboard focus and click open it; leaving, Escape and another card close it.
// Knows no component: it is told how to redraw, and draws nothing itself.
import type { TrustCheck } from './trusted-events';

/** So long (ms) a pointer or the focus must rest on the badge before it means "open". */
const intentTime = 150;

/** So long (ms) a pointer may be outside badge and card, on its way between them. */
const leaveTime = 200;

export interface HoverCard {
  isOpen(): boolean;
  /** Opens or closes at once. Closing takes every listener outside the area away again. */
  set(open: boolean): void;
}

/** Closes what was opened last, anywhere on the page; there is never more than one card. */
let closeLast = () => {};

/** `area` holds the badge and, while it is open, the card; `redraw` is called whenever `isOpen` has changed. */
export function createHoverCard(area: HTMLElement, trusted: TrustCheck, redraw: () => void): HoverCard {
  const page = area.ownerDocument;
  const root = () => area.getRootNode() as ShadowRoot;
  const badge = () => area.querySelector('button');
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout>;
  let sight: IntersectionObserver | undefined;

  function soon(open: boolean): void {
    clearTimeout(timer);
    timer = setTimeout(set, open ? intentTime : leaveTime, open);
  }

  function set(open: boolean): void {
    clearTimeout(timer);
    if (open === isOpen || (open && !area.isConnected)) return;
    if (open) {
      closeLast();
      closeLast = () => set(false);
    }
    isOpen = open;
    const change = open ? 'addEventListener' : 'removeEventListener';
    page[change]('keydown', onKey, true);
    page[change]('pointerdown', onPress, true);
    sight?.disconnect();
    const anchor = badge();
    if (open && anchor) {
      sight = new IntersectionObserver(onSight);
      sight.observe(anchor);
    }
    redraw();
  }

  /** Closes, and the focus goes back to where it came from; it opens nothing there. */
  function dismiss(): void {
    const hadFocus = area.contains(root().activeElement);
    set(false);
    if (hadFocus) badge()?.focus({ preventScroll: true });
    clearTimeout(timer);
  }

  /** A badge scrolled out of sight takes its card along. */
  function onSight([last]: IntersectionObserverEntry[]): void {
    if (last && !last.isIntersecting) dismiss();
  }

  /** At the document, because a card opened by hovering has no focus. */
  function onKey(event: Event): void {
    if ((event as KeyboardEvent).key !== 'Escape' || !trusted(event)) return;
    // The page's own dialogs are not meant.
    event.preventDefault();
    event.stopPropagation();
    dismiss();
  }

  /** Seen from the document, what happens in a closed shadow root happens to its host. */
  function onPress(event: Event): void {
    const { host = area } = root();
    if (trusted(event) && !host.contains(event.target as Node)) set(false);
  }

  area.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'touch') soon(true);
  });
  // A finger leaves whenever it is lifted, also in the middle of the card; a pointer, when it goes to the choices of a <select>.
  area.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'touch' || root().activeElement?.localName === 'select') return;
    if (!area.querySelector(':focus-visible')) soon(false);
  });
  area.addEventListener('focusin', () => {
    clearTimeout(timer);
    if (badge()?.matches(':focus-visible')) soon(true);
  });
  area.addEventListener('focusout', ({ relatedTarget }) => {
    if (!area.contains(relatedTarget as Node | null) && !area.querySelector(':hover')) soon(false);
  });

  return { isOpen: () => isOpen, set };
}
