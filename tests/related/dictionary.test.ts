import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dictionary,
  emptyDictionary,
  extendDictionary,
  prefixRange,
  sizeOf,
  termOf,
  wordAt,
} from '../../lib/related/dictionary';

const allOf = (dictionary: Dictionary) =>
  Array.from({ length: sizeOf(dictionary) }, (_, position) => wordAt(dictionary, position));

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const letter = fc.constantFrom('a', 'b', 'z', 'é', '码', '器', '𠮷', '\uffee', '@', '~');
const anyWord = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));

/** Words in the batches they come in, none twice. */
const batches = fc
  .uniqueArray(anyWord, { maxLength: 40 })
  .chain((words) =>
    fc
      .array(fc.nat({ max: 3 }), { minLength: words.length, maxLength: words.length })
      .map((parts) => [0, 1, 2, 3].map((part) => words.filter((_, position) => parts[position] === part))),
  );

function filled(parts: string[][]) {
  const terms = new Map(parts.flat().map((word, position) => [word, position + 2]));
  const dictionary = parts.reduce(
    (before, words) =>
      extendDictionary(before, new Map(words.map((word) => [word, terms.get(word) as number]))),
    emptyDictionary(),
  );
  return { dictionary, terms };
}

describe('a dictionary', () => {
  it('has every word it was given with its term, in order of their bytes, however they came', () => {
    fc.assert(
      fc.property(batches, (parts) => {
        const { dictionary, terms } = filled(parts);
        expect(allOf(dictionary)).toEqual([...terms.keys()].sort(byBytes));
        for (const [word, term] of terms) expect(termOf(dictionary, word)).toBe(term);
      }),
    );
  });

  it('does not have any other word', () => {
    fc.assert(
      fc.property(batches, anyWord, (parts, word) => {
        const { dictionary, terms } = filled(parts);
        expect(termOf(dictionary, word)).toBe(terms.get(word));
      }),
    );
  });

  it('finds by their beginning the words a look at all of them finds', () => {
    fc.assert(
      fc.property(batches, fc.oneof(anyWord, fc.constant('')), (parts, prefix) => {
        const { dictionary } = filled(parts);
        const { start, end } = prefixRange(dictionary, prefix);
        const found = allOf(dictionary).slice(start, end);
        expect(found).toEqual(allOf(dictionary).filter((word) => word.startsWith(prefix)));
      }),
    );
  });

  it('stays as it was when another is made of it', () => {
    const { dictionary } = filled([['draft', 'model']]);
    const before = structuredClone(dictionary);
    extendDictionary(dictionary, new Map([['cache', 9]]));
    expect(dictionary).toEqual(before);
  });

  it('that is empty has no word and no beginning of one', () => {
    expect(termOf(emptyDictionary(), 'draft')).toBeUndefined();
    expect(prefixRange(emptyDictionary(), '')).toEqual({ start: 0, end: 0 });
  });
});
