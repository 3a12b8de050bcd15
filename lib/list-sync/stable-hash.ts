// A hash that is the same on every machine and in every version: it says in which item an entry lies, and whether an item is whole.

/** 32 bits, not negative, of numbers 0 to 65535. FNV-1a with its high half mixed into the low one; no protection against forgery. */
export function stableHash(numbers: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < numbers.length; place++) {
    hash = Math.imul(hash ^ (numbers[place] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

export const hashOfText = (text: string): number =>
  stableHash(Array.from({ length: text.length }, (_, place) => text.charCodeAt(place)));
