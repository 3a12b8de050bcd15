// Where we may write: never into what the reader writes, and not into what is used or copied as a whole. Reads only.
import { editors, frames, wholes } from '../sites/text-blocks';
import type { Place } from '../sites/types';

/** The outermost ancestor that matches, the element itself included. */
function outermost(element: Element | null, selector: string): Element | undefined {
  let found: Element | undefined;
  for (let at = element?.closest(selector); at; at = at.parentElement?.closest(selector)) found = at;
  return found;
}

/**
 * The place itself, or the one behind the link, button, code or drawing it would lie in. Undefined inside an editor: a draft is the
 * reader's own.
 */
export function allowedPlace(place: Place): Place | undefined {
  const { element, position } = place;
  const parent = element instanceof Element && position === 'append' ? element : element.parentElement;
  if (parent?.closest(editors) || (element instanceof Element && element.matches(editors))) return undefined;
  const whole = outermost(parent, wholes);
  if (!whole) return place;
  return { element: outermost(whole, frames) ?? whole, position: 'after' };
}
