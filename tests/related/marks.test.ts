import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn } from '../../lib/related/marks';
import { anyText } from '../papers/any-text';
import { indexed, paper, search } from './invented-papers';

const whole = indexed([
  paper('2501.00001', {
    title: 'Decoding with draft models that decode',
    abstract: '投机解码的草稿树 used by Müller. Pre-training of us all. Decoupled decoders, drafts.',
  }),
]);
const { dictionary } = whole.index;

/** The text with what a query marks in brackets. */
async function marked(query: string, text: string): Promise<string> {
  const { terms } = await search(whole, query);
  return marksIn(text, dictionary, terms)
    .toReversed()
    .reduce(
      (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
}

describe('a search marks', () => {
  it.each([
    ['a word in all its forms', 'decoding ', 'Decoding decoders decode', '[Decoding] [decoders] [decode]'],
    ['the words it begins', 'deco', 'Decoding is decoupled', '[Decoding] is [decoupled]'],
    ['the word it must have meant', 'decodding ', 'Decoding drafts', '[Decoding] drafts'],
    ['every word it asks for', 'draft decoding ', 'decoding without drafts', '[decoding] without [drafts]'],
    ['accents or not', 'muller ', 'Müller, MULLER', '[Müller], [MULLER]'],
    ['a word with its hyphen', 'pretraining ', 'Pre-training!', '[Pre-training]!'],
    ['a run of Chinese as one', '投机解码 ', '用投机解码的', '用[投机解码]的'],
    ['nothing else', 'decoding ', 'A draft of <b>trees</b>', 'A draft of <b>trees</b>'],
    [
      'no word that says nothing, though it has the stem of one that does',
      'using ',
      'used by us',
      '[used] by us',
    ],
    ['nothing in no text', 'decoding ', '', ''],
  ])('%s', async (_, query, text, expected) => expect(await marked(query, text)).toBe(expected));

  it('places in order, within the text, and not over each other, whatever the text', () => {
    const terms = new Set(dictionary.terms);
    const some = fc
      .array(fc.oneof(anyText, fc.constantFrom('decode', ' ', '投机解码', 'pre-', '-')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(some, (text) => {
        let before = 0;
        for (const [start, end] of marksIn(text, dictionary, terms)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('the same with what was remembered of another text', () => {
    const terms = new Set(dictionary.terms);
    const known = new Map<string, boolean>();
    const first = marksIn('decode unheard', dictionary, terms, known);
    expect(marksIn('decode unheard', dictionary, terms, known)).toEqual(first);
    expect(first).toEqual([[0, 6]]);
  });
});
