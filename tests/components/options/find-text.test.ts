import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWords, searchWords, wordPlaces } from '../../../components/options/find-text';

const marked = (query: string, text: string) =>
  wordPlaces(searchWords(query), text).map(([start, end]) => text.slice(start, end));

describe('the places of words', () => {
  it.each<[query: string, text: string, found: string[]]>([
    ['', 'Theme', []],
    ['theme', 'Theme of the themes', ['Theme', 'theme']],
    ['cafe', 'Un café', ['café']],
    ['straße', 'Die Straße', ['Straße']],
    ['fi', 'ﬁne', ['ﬁ']],
    ['i', 'ﬁne', ['ﬁ']],
    ['keep ep', 'keep', ['keep']],
    ['ab bc', 'abc', ['abc']],
    ['論文', '新しい論文を探す', ['論文']],
    ['<b>', 'a <b> c', ['<b>']],
  ])('of “%s” in “%s”', (query, text, found) => expect(marked(query, text)).toEqual(found));

  it('lie in the text, in order and apart, whatever both are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        let before = -1;
        for (const [start, end] of wordPlaces(searchWords(query), text)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      }),
    );
  });

  it('are there for any word that is cut out of the text', () => {
    const text = 'How far back Daily Papers are fetched and kept on this machine.';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(20), (start, length) => {
        const word = text.slice(start, start + length + 1);
        fc.pre(!/\s/.test(word));
        expect(wordPlaces(searchWords(word), text).length).toBeGreaterThan(0);
      }),
    );
  });
});

it('texts hold words only where they hold all of them, in whichever text', () => {
  expect(holdsWords(searchWords('dark theme'), ['Theme', 'Light or dark'])).toBe(true);
  expect(holdsWords(searchWords('dark moon'), ['Theme', 'Light or dark'])).toBe(false);
  expect(holdsWords(searchWords('  '), [])).toBe(true);
});
