import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinEdits } from '../../lib/related/edit-distance';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Optimal string alignment as the books define it. */
function distance(a: Uint8Array, b: Uint8Array): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [a1, b1] = [a.subarray(1), b.subarray(1)];
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    distance(a1, b) + 1,
    distance(a, b1) + 1,
    distance(a1, b1) + (a[0] === b[0] ? 0 : 1),
    swapped ? distance(a.subarray(2), b.subarray(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const word = fc.uint8Array({ max: 3, maxLength: 6 });
const most = fc.nat({ max: 4 });

describe('two words are within so many mistakes', () => {
  it.each([
    ['decoding', 'decoding', 0],
    ['decoding', 'decodding', 1],
    ['decoding', 'decodng', 1],
    ['decoding', 'decoting', 1],
    ['decoding', 'dceoding', 1],
    ['decoding', 'dceodign', 2],
    ['muller', 'müller', 2],
    ['ca', 'abc', 3],
    ['', 'ab', 2],
    ['', '', 0],
  ])('%j and %j within %i, and not within fewer', (a, b, edits) => {
    expect(isWithinEdits(bytes(a), bytes(b), edits)).toBe(true);
    expect(isWithinEdits(bytes(a), bytes(b), edits - 1)).toBe(false);
  });

  it('whenever they are so by definition', () => {
    fc.assert(
      fc.property(word, word, most, (a, b, edits) => {
        expect(isWithinEdits(a, b, edits)).toBe(distance(a, b) <= edits);
      }),
    );
  });

  it('whichever of them comes first', () => {
    fc.assert(
      fc.property(word, word, most, (a, b, edits) => {
        expect(isWithinEdits(a, b, edits)).toBe(isWithinEdits(b, a, edits));
      }),
    );
  });
});
