// What a floating badge has around it, told to badge.css so that it covers nothing: `data-tight` where the line has no room for it or for
// another beside it, `data-below` where there is no line at all, only a block above. Reads the layout once, when the browser has just
// made it, for all badges of a frame together.
import { floats } from './floating-row';

const badges = new WeakMap<Element, HTMLElement>();

const isInline = (element: Element) => /^(inline|contents)/.test(getComputedStyle(element).display);

/** The nearest box that lines are broken in: paragraph, item, cell. */
function columnOf(host: Element): Element | null {
  let box = host.parentElement;
  while (box && isInline(box)) box = box.parentElement;
  return box;
}

/** Whether what `host` holds reaches beyond its column, or would, were it not for `position-try`. */
function isTight(host: Element): boolean {
  const badge = badges.get(host);
  const column = columnOf(host)?.getBoundingClientRect();
  if (!badge || !column) return false;
  const lineEnd = host.getBoundingClientRect();
  const { direction, marginLeft, marginRight } = getComputedStyle(badge);
  const room = direction === 'rtl' ? lineEnd.left - column.left : column.right - lineEnd.right;
  return room < badge.offsetWidth + Number.parseFloat(marginLeft) + Number.parseFloat(marginRight);
}

/** All that float side by side with it, itself among them. */
function rowOf(host: HTMLElement): HTMLElement[] {
  const row = [host];
  for (let before = host.previousSibling; floats(before); before = before.previousSibling)
    row.unshift(before);
  for (let next = host.nextSibling; floats(next); next = next.nextSibling) row.push(next);
  return row;
}

/** Whether what comes before its row is a block. */
function isBelowBlock(host: HTMLElement): boolean {
  const before = rowOf(host)[0]?.previousSibling;
  return before instanceof Element && !isInline(before);
}

/** Those that are reduced together: a mark that is raised would stand over the number of one that is not. */
function reducedWith(host: HTMLElement): HTMLElement[] {
  const row = rowOf(host);
  return isTight(host) || row.some(({ dataset }) => dataset.tight !== undefined) ? row : [];
}

let observer: IntersectionObserver | undefined;

/** All reading first, then all writing. */
function onFrame(entries: IntersectionObserverEntry[]): void {
  const hosts = entries.map(({ target }) => target as HTMLElement);
  const tight = hosts.flatMap(reducedWith);
  const below = hosts.filter(isBelowBlock);
  for (const host of tight) host.dataset.tight = '';
  for (const host of below) host.dataset.below = '';
  for (const host of hosts) {
    delete host.dataset.fitting;
    observer?.unobserve(host);
  }
}

/** To be called for a badge that has just been put where it floats. Until its room is known it is not seen, so that it never jumps. */
export function fitIntoLine(host: HTMLElement, badge: HTMLElement): void {
  badges.set(host, badge);
  host.dataset.fitting = '';
  observer ??= new IntersectionObserver(onFrame);
  observer.observe(host);
}
