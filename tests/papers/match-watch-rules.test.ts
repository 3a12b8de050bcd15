import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingRule, type WatchedPaper } from '../../lib/papers/match-watch-rules';
import type { WatchKind, WatchRule } from '../../lib/papers/watch-rule';
import { anyText } from './any-text';

const paper: WatchedPaper = {
  title: 'Draft & Verify: Lossless Large-Language-Model Acceleration',
  summary: 'Speculative decoding without an auxiliary model, written in C++.',
  abstract:
    'We draft tokens, and verify them on GPUs. 扩散 模型的研究。대규모 언어모델은 크다. Its loss is low.',
  keywords: ['Speculative Decoding', 'KV caches', 'ＢＥＲＴ'],
  authors: ['Yann LeCun', 'José García-Molina', 'J. Zhang', 'Wei Li', '李明', 'O'],
  organization: 'Universität Tübingen AI',
};

const rule = (kind: WatchKind, text: string): WatchRule => ({ kind, text });
const meets = (kind: WatchKind, text: string, of = paper) =>
  matchingRule([rule(kind, text)], of) !== undefined;

describe('a watch rule', () => {
  it.each<[text: string, met: boolean, why: string]>([
    ['speculative decoding', true, 'a keyword, whatever its case'],
    ['SPECULATIVE-DECODING', true, 'a hyphen for a space'],
    ['lossless', true, 'in the title'],
    ['auxiliary', true, 'in the summary'],
    ['tokens', true, 'in the abstract'],
    ['large language models', true, 'a plural of what stands there'],
    ['KV cache', true, 'the singular of what stands there'],
    ['GPU', true, 'the singular of an abbreviation'],
    ['language-models acceleration', true, 'a plural within'],
    ['bert', true, 'letters of full width'],
    ['C++', true, 'a name with signs'],
    ['C', false, 'a part of such a name'],
    ['veri', false, 'a part of a word'],
    ['decoding speculative', false, 'another order'],
    ['acceleration speculative', false, 'the end of one text and the beginning of the next'],
    ['los', false, 'a word whose s is no plural'],
    ['扩散模型', true, 'Chinese, with a space or without'],
    ['언어모델', true, 'Korean, with an ending'],
    ['언어모데', false, 'a part of a Korean syllable'],
    ['LeCun', false, 'an author'],
    ['...', false, 'no word'],
    ['', false, 'nothing'],
  ])('for the keyword “%s”: %s, %s', (text, met) => {
    expect(meets('keyword', text)).toBe(met);
  });

  it.each<[text: string, met: boolean, why: string]>([
    ['Yann LeCun', true, 'the name'],
    ['LeCun', true, 'one of its words'],
    ['Y. LeCun', true, 'an initial for a name'],
    ['lecun, yann', true, 'the other order'],
    ['Jing Zhang', true, 'a name for an initial'],
    ['garcia molina', true, 'without accents and hyphens'],
    ['J. García-Molina', true, 'both'],
    ['Garcia Molinas', false, 'no plurals among names'],
    ['Yann Zhang', false, 'words of two names'],
    ['Yann Yann LeCun', false, 'one word for two'],
    ['Y', false, 'an initial alone'],
    ['Y. L.', false, 'initials alone'],
    ['Wang Lin', false, 'initials that would stand for both'],
    ['W. Lin', false, 'another name with the same beginning'],
    ['李明', true, 'a name of one word'],
    ['李 明', true, 'a name as a whole, written apart'],
    ['李', false, 'a part of it'],
    ['O', true, 'a name of one letter'],
    ['Tübingen', false, 'an organisation'],
  ])('for the author “%s”: %s, %s', (text, met) => {
    expect(meets('author', text)).toBe(met);
  });

  it.each<[text: string, met: boolean, why: string]>([
    ['tubingen', true, 'one of its words'],
    ['Universitat Tübingen', true, 'several in a row'],
    ['Universität AI', false, 'with one left out'],
    ['Tüb', false, 'a part of a word'],
    ['LeCun', false, 'an author'],
  ])('for the organisation “%s”: %s, %s', (text, met) => {
    expect(meets('organization', text)).toBe(met);
  });

  it('is not met by a paper without an organisation, a summary and authors', () => {
    const bare = { title: 'Agents', abstract: '', keywords: [], authors: [] };
    expect(meets('organization', 'Agents', bare)).toBe(false);
    expect(meets('author', 'Agents', bare)).toBe(false);
    expect(meets('keyword', 'agent', bare)).toBe(true);
  });

  it('that stands first counts where several are met', () => {
    const rules = [rule('author', 'nobody'), rule('keyword', 'verify'), rule('author', 'LeCun')];
    expect(matchingRule(rules, paper)).toBe(rules[1]);
    expect(matchingRule(rules.toReversed(), paper)).toBe(rules[2]);
  });

  it('is remembered for itself: the same one fits one paper and not another', () => {
    const rules = [rule('keyword', 'agents')];
    const other = { ...paper, title: 'Agents' };
    expect([paper, other, paper].map((one) => matchingRule(rules, one)?.text)).toEqual([
      undefined,
      'agents',
      undefined,
    ]);
  });

  it('made from a keyword, an author or the organisation of a paper is met by it', () => {
    const text = fc
      .oneof(anyText, fc.string({ unit: 'grapheme' }))
      .filter((typed) => /[\p{L}\p{N}]/u.test(typed.normalize('NFKD')));
    fc.assert(
      fc.property(text, text, text, anyText, (keyword, author, organization, other) => {
        const made: WatchedPaper = {
          title: other,
          abstract: other,
          keywords: [other, keyword],
          authors: [other, author],
          organization,
        };
        expect(meets('keyword', keyword, made)).toBe(true);
        expect(meets('author', author, made)).toBe(true);
        expect(meets('organization', organization, made)).toBe(true);
      }),
    );
  });

  it('says yes or no to whatever the feed and the reader write', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, typed) => {
        const hostile = {
          title: text,
          summary: text,
          abstract: text,
          keywords: [text],
          authors: [text, ''],
          organization: text,
        };
        for (const kind of ['keyword', 'author', 'organization'] as const) {
          expect([true, false]).toContain(meets(kind, typed, hostile));
        }
      }),
    );
  });
});
