import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { asMarkup, asPlainText, type Style, writeMarked } from '../../lib/omnibox/description';
import type { Mark } from '../../lib/papers/search-answer';
import { anyText } from '../papers/any-text';

const { DOMParser } = new Window();

/** Everything a line of Chrome may be made of, and nothing else: stricter than XML, which also knows comments and the like. */
const wellFormed =
  /^(?:[^<>&"'\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|&(?:amp|lt|gt|quot|apos);|<(match|dim|url)>(?:[^<>&"'\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|&(?:amp|lt|gt|quot|apos);)+<\/\1>)*$/u;

/** The text of a line as Chrome reads it. */
function read(line: string): string {
  expect(line).toMatch(wellFormed);
  const { documentElement } = new DOMParser().parseFromString(`<fragment>${line}</fragment>`, 'text/xml');
  expect(documentElement.tagName).toBe('fragment');
  return documentElement.textContent;
}

const style = fc.constantFrom<Style | undefined>('match', 'dim', 'url', undefined);

describe('a piece of a line in XML', () => {
  it.each([
    [`a < b && c > "d" 'e'`, 'a &lt; b &amp;&amp; c &gt; &quot;d&quot; &apos;e&apos;'],
    ['<match>no</match>', '&lt;match&gt;no&lt;/match&gt;'],
    ['&amp;', '&amp;amp;'],
    ['a\u0000b\nc\ud800d\uffffe', 'a b c d e'],
    ['🧪 扩散', '🧪 扩散'],
  ])('says %j as %j', (text, written) => {
    expect(asMarkup(text)).toBe(written);
    expect(asMarkup(text, 'dim')).toBe(`<dim>${written}</dim>`);
  });

  it('is no empty element', () => {
    expect(asMarkup('', 'match')).toBe('');
  });

  it('is well-formed and read as the text it was made of, for any text', () => {
    fc.assert(
      fc.property(anyText, style, (text, as) => {
        expect(read(asMarkup(text, as))).toBe(asPlainText(text));
      }),
    );
  });
});

describe('a piece of a line in plain text', () => {
  it('is the text itself, in one line', () => {
    expect(asPlainText('a < b\nc', 'match')).toBe('a < b c');
  });
});

describe('a text with marks', () => {
  const marked: [marks: Mark[], line: string][] = [
    [[], 'Fast &amp; slow'],
    [[[0, 4]], '<match>Fast</match> &amp; slow'],
    [[[5, 6]], 'Fast <match>&amp;</match> slow'],
    [
      [
        [0, 4],
        [7, 11],
      ],
      '<match>Fast</match> &amp; <match>slow</match>',
    ],
    [
      [
        [0, 4],
        [2, 6],
      ],
      '<match>Fast</match> &amp; slow',
    ],
    [
      [
        [3, 3],
        [7, 99],
      ],
      'Fast &amp; slow',
    ],
  ];
  it.each(marked)('%j is %s', (marks, line) => {
    expect(writeMarked('Fast & slow', marks, asMarkup)).toBe(line);
  });

  it('stays well-formed and loses nothing, whatever is marked in whatever text', () => {
    const mark = fc.tuple(fc.integer({ min: -2, max: 14 }), fc.integer({ min: -2, max: 14 }));
    const whole = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(whole, fc.array(mark, { maxLength: 4 }), (text, marks) => {
        // A mark may cut a pair of surrogates in two; each half is then no character.
        expect(read(writeMarked(text, marks, asMarkup)).length).toBe(asPlainText(text).length);
      }),
    );
  });
});
