import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSigns } from '../../lib/related/name-terms';
import { placedWords, stemOf, wordsOf } from '../../lib/related/words';
import { anyText } from '../papers/any-text';

describe('the words of a text', () => {
  it.each([
    ['Faster DECODING, now!', 'faster decoding now'],
    ['José Müller and Ångström', 'jose muller and angstrom'],
    ['Jose\u0301 Mu\u0308ller', 'jose muller'],
    ['İstanbul ﬁnds ２４', 'istanbul finds 24'],
    ['GPT-4o at 7B/13B', 'gpt 4o at 7b 13b'],
    ["the model's state_of_the_art", 'the model s state of the art'],
    ['декодер и στόχος', 'декодер и στοχος'],
    // a hyphen after a prefix joins, any other does not
    ['pre-training', 'pretraining'],
    ['Pre\u2010Training, non\u2013linear', 'pretraining nonlinear'],
    ['draft-then-verify', 'draft then verify'],
    ['pre -training pre- training', 'pre training pre training'],
    ['pre--training', 'pre training'],
    ['pre-', 'pre'],
    // scripts without spaces
    ['投机解码', '投机 机解 解码'],
    ['用GPT解码', '用 gpt 解码'],
    ['解', '解'],
    ['𠮷', '𠮷'],
    ['𠮷野家', '𠮷野 野家'],
    ['デコード', 'テコ コー ート'],
    ['디코딩', '디코 코딩'],
    // what is no word
    ['', ''],
    ['— … (?!) $$ {} \u0000', ''],
    ['❤\ufe0f and \u0301', 'and'],
    ['😀 👩‍🔬', ''],
  ])('of %j are %j', (text, words) => expect(wordsOf(text).join(' ')).toBe(words));

  it('stand at the places that are told, in the spelling of the text', () => {
    const text = 'On Pre-Training: Müllers 解码器';
    expect(placedWords(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ['on', 'On'],
      ['pretraining', 'Pre-Training'],
      ['mullers', 'Müllers'],
      ['解码', '解码'],
      ['码器', '码器'],
    ]);
  });

  it('are cut at 40 letters where they are longer, and still tell their whole place', () => {
    expect(placedWords(`${'a'.repeat(90)} b`)).toEqual([
      { word: 'a'.repeat(40), start: 0, end: 90 },
      { word: 'b', start: 91, end: 92 },
    ]);
  });

  it('are never cut within a character', () => {
    expect(wordsOf(`a${'𐐨'.repeat(30)}`)).toEqual([`a${'𐐨'.repeat(19)}`]);
  });

  it('come out the same when each is read again on its own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { word, start, end } of placedWords(text)) {
          expect(wordsOf(text.slice(start, end))).toEqual([word]);
        }
      }),
    );
  });

  it('are in order, never empty, and lone surrogates are none of them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = -1;
        for (const { word, start, end } of placedWords(text)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(word).toMatch(/^\P{Cs}+$/u);
          before = start;
        }
      }),
    );
  });

  it('never begin with a sign that stands for a name or a stem, whatever the character', () => {
    const signs = [...Object.values(nameSigns), '~'];
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const words = wordsOf(String.fromCodePoint(code));
      if (words.some((word) => word.trim() === '' || signs.includes(word.charAt(0))))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  // Runs without an end are taken in pieces of 4,096.
  it.each([
    ['one word without an end', 'a', 1_280],
    ['prefixes and hyphens', 'pre-', 655_360],
    ['accents only', '\u0301', 0],
    ['Chinese', '码', 1_747_199],
    ['quotes and spaces', '" ', 0],
  ])(
    'of 5 MB of %s are found',
    (_, unit, count) => {
      const text = unit.repeat((5 * 1024 * 1024) / Buffer.byteLength(unit));
      expect(wordsOf(text)).toHaveLength(count);
    },
    60_000,
  );
});

describe('the stem of a word', () => {
  it.each([
    ['decoding', 'decod'],
    ['decoded', 'decod'],
    ['models', 'model'],
    ['gpt4', 'gpt4'],
    ['解码', '解码'],
    ['декодеры', 'декодеры'],
    ['', ''],
  ])('%j is %j', (word, stem) => expect(stemOf(word)).toBe(stem));
});
