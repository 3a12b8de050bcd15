// Several badges that float at the end of one line stand side by side. Counts characters and measures nothing.

/** Room for two marks, a number and the gap to the next badge, in widths of a digit. */
const roomOfBadge = 9;

/** A third mark, likewise. */
const roomOfWatchMark = 2;

/** Longer labels are cut off by badge.css. */
const maxLabel = 20;

/** Where the next badge may begin, by the badge before it. */
const ends = new WeakMap<Node, number>();

/**
 * Tells badge.css by `--pg-start` how far, in widths of a digit, `host` has to keep from the end of its line, should it float there.
 * `watched`: its badge has the mark of a watch rule.
 */
export function placeInRow(host: HTMLElement, before: Node, label = '', watched = false): void {
  const floats = before instanceof HTMLElement && before.dataset.floating !== undefined;
  const start = (floats && ends.get(before)) || 0;
  const marks = watched ? roomOfBadge + roomOfWatchMark : roomOfBadge;
  ends.set(host, start + marks + Math.min(label.length, maxLabel));
  if (start) host.style.setProperty('--pg-start', String(start));
}
