// The element a place lies at: its own, or the one around its text. Reads only.
import type { Place } from './types';

/** Null for text that is in no element. */
export const elementAt = ({ element }: Place): Element | null =>
  element instanceof Element ? element : element.parentElement;
