import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSentences, plainText } from '../../lib/papers/plain-text';
import { anyText } from './any-text';

describe('plainText', () => {
  it.each([
    [
      'collapses white space and line breaks',
      ' A\n  title\t\u00a0on \r\n two\u2028lines ',
      'A title on two lines',
    ],
    ['removes controls', 'a\u0000b\u0007c\u001bd\u007fe\u009bf', 'abcdef'],
    ['takes the next-line control for white space', 'a\u0085b', 'a b'],
    ['removes bidi marks, overrides and isolates', 'a\u200e\u200f\u061c\u202a\u202eb\u2066\u2069c', 'abc'],
    ['removes zero-width space and byte order mark', 'a\u200bb\ufeffc\u2060d', 'abcd'],
    ['removes noncharacters', 'a\ufffeb\uffffc\ufdd0d\u{1ffff}e', 'abcde'],
    ['removes lone surrogates', 'a\ud800b\udc00c', 'abc'],
    ['keeps what emoji and scripts are joined with', '👩\u200d🔬 می\u200cخواهم', '👩\u200d🔬 می\u200cخواهم'],
    ['keeps markup as the text it is', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['keeps letters of all scripts', 'Schrödinger 论文 Ω', 'Schrödinger 论文 Ω'],
    ['flattens piles of marks', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(4)}`],
    ['leaves nothing of nothing', '\u200b \n', ''],
  ])('%s', (_, value, expected) => expect(plainText(value, 100)).toBe(expected));

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['abc def', 5, 'abc…'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀', 2, '😀…'],
    ['👩\u200d🔬x', 3, '👩…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
    ['', 5, ''],
  ])('cuts %j to %i code points', (value, maxLength, expected) =>
    expect(plainText(value, maxLength)).toBe(expected),
  );

  const hostile = fc
    .array(fc.oneof(anyText, fc.constantFrom('\ud83d', '\ude00', '\u202e', '\u0301', '\n', '\ufeff', '😀')))
    .map((parts) => parts.join(''));

  it('is one well-formed line within its length, whatever it is given', () =>
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 30 }), (value, maxLength) => {
        const line = plainText(value, maxLength);
        expect([...line].length).toBeLessThanOrEqual(maxLength);
        expect(line).not.toMatch(
          /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]| {2}|^ | $/u,
        );
      }),
      { numRuns: 1000 },
    ));

  it('changes nothing the second time', () =>
    fc.assert(
      fc.property(hostile, (value) => {
        const once = plainText(value, 1000);
        expect(plainText(once, 1000)).toBe(once);
      }),
    ));

  it('answers for megabytes of hostile text', () =>
    expect(plainText('\u202ea \u200b\n'.repeat(300_000), 10)).toBe('a a a a a…'));
});

describe('firstSentences', () => {
  it.each([
    ['takes three', 'One is. Two is. Three is. Four is.', 'One is. Two is. Three is.'],
    [
      'takes fewer where three are too long',
      'One is short. Two is far, far, far too long to fit into it all.',
      'One is short.',
    ],
    ['takes all of a short text', 'No full stop here', 'No full stop here'],
    ['takes questions and quotations', 'Is it? “It is.” So be it. No more.', 'Is it? “It is.” So be it.'],
    [
      'stops at the full stop of scripts without spaces',
      '一句话。两句话。三句话。四句话。',
      '一句话。两句话。三句话。',
    ],
  ])('%s', (_, text, expected) => expect(firstSentences(text, 50)).toBe(expected));

  it.each([
    'We study e.g. Transformers and i.e. Attention in depth.',
    'Smith et al. (2024) and J. R. Doe et al. Show this.',
    'See Fig. 2 and Eq. 3 and Sec. 4 for the 3.5 points.',
    'Models (cf. GPT-4, vs. Llama) by Dr. Who in the U.S. Census.',
    'Three steps: 1. Draft the text, 2. Check it, 3. Ship it.',
  ])('does not break %j', (first) =>
    expect(firstSentences(`${first} ${'Filler words '.repeat(9)}`, 80)).toBe(first),
  );

  it.each([
    ['An endless sentence without any end', 20, 'An endless sentence…'],
    ['An endless sentence without any end', 12, 'An endless…'],
    ['Supercalifragilistic', 8, 'Superca…'],
    ['😀😀😀😀', 4, '😀…'],
    ['ab', 1, 'a…'],
  ])('cuts %j at a word within %i', (text, maxLength, expected) =>
    expect(firstSentences(text, maxLength)).toBe(expected),
  );

  it('is empty only for empty text', () => {
    expect(firstSentences(' \n', 100)).toBe('');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 60 }), (text, maxLength) => {
        expect(firstSentences(text, maxLength) === '').toBe(text.trim() === '');
      }),
    );
  });

  it('begins as the text begins and keeps to the length', () =>
    fc.assert(
      fc.property(
        fc.lorem({ mode: 'sentences', maxCount: 8 }),
        fc.integer({ min: 10, max: 300 }),
        (text, maxLength) => {
          const beginning = firstSentences(text, maxLength);
          expect(text.startsWith(beginning.replace(/…$/, ''))).toBe(true);
          expect(beginning.length).toBeLessThanOrEqual(maxLength);
        },
      ),
    ));
});
