// The words of the index in order of their bytes, each with the number of its term: one flat table that is stored and loaded as it
// is, so that a background that has just started can look a word up without reading the others.

export interface Dictionary {
  /** UTF-8 of all words, one after the other. */
  bytes: Uint8Array;
  /** Where each word begins; one more than there are words. */
  starts: Uint32Array;
  /** The term each word belongs to; the words of one stem share one. */
  terms: Uint32Array;
}

export const emptyDictionary = (): Dictionary => ({
  bytes: new Uint8Array(0),
  starts: new Uint32Array(1),
  terms: new Uint32Array(0),
});

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const sizeOf = ({ terms }: Dictionary): number => terms.length;

export function wordAt({ bytes, starts }: Dictionary, position: number): string {
  return decoder.decode(bytes.subarray(starts[position], starts[position + 1]));
}

/** Negative where the word at `position` stands before `key`; with `prefix`, 0 where it begins with `key`. */
function compareAt(dictionary: Dictionary, position: number, key: Uint8Array, prefix: boolean): number {
  const { bytes, starts } = dictionary;
  const start = starts[position] as number;
  const length = (starts[position + 1] as number) - start;
  const shared = Math.min(length, key.length);
  for (let index = 0; index < shared; index++) {
    const difference = (bytes[start + index] as number) - (key[index] as number);
    if (difference !== 0) return difference;
  }
  return prefix && length >= key.length ? 0 : length - key.length;
}

/** The first position whose word does not stand before `key`; with `after`, the first one that also does not begin with it. */
function boundary(dictionary: Dictionary, key: Uint8Array, after = false): number {
  let low = 0;
  let high = sizeOf(dictionary);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(dictionary, middle, key, after);
    if (order < 0 || (after && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Undefined for a word the dictionary does not have. */
export function termOf(dictionary: Dictionary, word: string): number | undefined {
  const key = encoder.encode(word);
  const position = boundary(dictionary, key);
  const found = position < sizeOf(dictionary) && compareAt(dictionary, position, key, false) === 0;
  return found ? dictionary.terms[position] : undefined;
}

/** The positions of all words that begin with `prefix`: from `start` up to, not including, `end`. */
export function prefixRange(dictionary: Dictionary, prefix: string): { start: number; end: number } {
  const key = encoder.encode(prefix);
  const start = boundary(dictionary, key);
  return { start, end: Math.max(start, boundary(dictionary, key, true)) };
}

/** A new dictionary with more words; those of `added` must not be in it yet. The old one stays as it is. */
export function extendDictionary(dictionary: Dictionary, added: ReadonlyMap<string, number>): Dictionary {
  if (added.size === 0) return dictionary;
  const entries = [...added]
    .map(([word, term]) => ({ key: encoder.encode(word), term }))
    .map((entry) => ({ ...entry, position: boundary(dictionary, entry.key) }))
    .sort((a, b) => a.position - b.position || compareBytes(a.key, b.key));
  const size = sizeOf(dictionary);
  const bytes = new Uint8Array(
    dictionary.bytes.length + entries.reduce((sum, { key }) => sum + key.length, 0),
  );
  const starts = new Uint32Array(size + entries.length + 1);
  const terms = new Uint32Array(size + entries.length);
  let from = 0;
  let to = 0;
  let end = 0;
  /** What was there already moves in whole stretches, from one new word to the next. */
  function moveUpTo(position: number) {
    const first = dictionary.starts[from] as number;
    const last = dictionary.starts[position] as number;
    bytes.set(dictionary.bytes.subarray(first, last), end);
    terms.set(dictionary.terms.subarray(from, position), to);
    for (; from < position; from++, to++) starts[to] = (dictionary.starts[from] as number) - first + end;
    end += last - first;
  }
  for (const { key, term, position } of entries) {
    moveUpTo(position);
    bytes.set(key, end);
    starts[to] = end;
    terms[to] = term;
    to += 1;
    end += key.length;
  }
  moveUpTo(size);
  starts[to] = end;
  return { bytes, starts, terms };
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
