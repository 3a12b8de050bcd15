// Where the line of text that a node stands in ends: what is put there pushes nothing but what follows the line. Reads only.
import { blocks } from '../sites/text-blocks';
import type { Place } from '../sites/types';

const lineBreaks = `br,hr,${blocks}`;
const isLineBreak = (node: Node) => node instanceof Element && node.matches(lineBreaks);

/** Behind the last node of the run of text and inline elements around `node`, outside of inline elements that end with it. */
function lastOfLine(node: Element | Text): Element | Text {
  let last = node;
  for (;;) {
    for (let next = last.nextSibling; next && !isLineBreak(next); next = next.nextSibling) {
      if (next instanceof Element || next instanceof Text) last = next;
    }
    const parent = last.parentElement;
    // A line break behind it ends the line, whatever comes after.
    const ended = last.nextSibling !== null && isLineBreak(last.nextSibling);
    if (ended || !parent || parent.matches(blocks)) return last;
    last = parent;
  }
}

/** The place at the end of the line that `place` lies in. */
export function lineEnd(place: Place): Place {
  const { element, position } = place;
  if (position === 'append') {
    const last = [...element.childNodes].findLast((node) => node instanceof Element || node instanceof Text);
    return last && !isLineBreak(last) ? { element: last, position: 'after' } : place;
  }
  if (element instanceof Element && element.matches(blocks)) return place;
  return { element: lastOfLine(element), position: 'after' };
}
