// Several badges that float at the end of one line stand side by side. Counts characters and measures nothing.

/** Room for two marks, a number and the gap to the next badge, in widths of a digit. */
const roomOfBadge = 9;

/** A third mark, likewise. */
const roomOfWatchMark = 2;

/** Longer labels are cut off by badge.css. */
const maxLabel = 20;

/** How many badges stand in the row up to this one, and where the next may begin. */
const rows = new WeakMap<Node, { count: number; end: number }>();

/** Whether it is a badge that has come into a line that is being read. */
export const floats = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.dataset.floating !== undefined;

/**
 * Tells badge.css by `--pg-start` how far, in widths of a digit, `host` has to keep from the end of its line, should it float there, and
 * by `--pg-place` how many badges do so before it. `watched`: its badge has the mark of a watch rule.
 */
export function placeInRow(host: HTMLElement, before: Node, label = '', watched = false): void {
  const { count, end: start } = (floats(before) && rows.get(before)) || { count: 0, end: 0 };
  const marks = watched ? roomOfBadge + roomOfWatchMark : roomOfBadge;
  rows.set(host, { count: count + 1, end: start + marks + Math.min(label.length, maxLabel) });
  if (count === 0) return;
  host.style.setProperty('--pg-start', String(start));
  host.style.setProperty('--pg-place', String(count));
}
