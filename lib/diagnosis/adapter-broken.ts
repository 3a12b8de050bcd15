// What an adapter can be broken by, as a content script may tell it: a few known words, because whoever took that script over could tell
// anything.

/** An error's own name; `Missing` where the page's own paper was not found. */
const adapterFaults = [
  'Error',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'DOMException',
  'Missing',
] as const;

export type AdapterFault = (typeof adapterFaults)[number];

/** Anything else is an `Error`. */
export const adapterFault = (name: string): AdapterFault =>
  adapterFaults.find((known) => known === name) ?? 'Error';
