// A text with the places a search found, as text nodes: whatever the feed wrote stays text, inside a mark and outside.
import type { ComponentChildren } from 'preact';
import type { Mark } from '../../lib/papers/search-answer';

/** Places that lie outside the text, or in one before, are left out as far as they do. */
export function MarkedText({ text, marks = [] }: { text: string; marks?: readonly Mark[] }) {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    const start = Math.max(from, end);
    const stop = Math.min(to, text.length);
    if (!(start < stop)) continue;
    parts.push(text.slice(end, start), <mark key={start}>{text.slice(start, stop)}</mark>);
    end = stop;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
