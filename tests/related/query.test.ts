import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type Query } from '../../lib/related/query';
import { anyText } from '../papers/any-text';

const empty: Query = {
  words: [],
  lastIsOpen: false,
  phrases: [],
  authors: [],
  organizations: [],
  hasCode: false,
};

const words = (text: string, lastIsOpen = false) => ({ words: text.split(' '), lastIsOpen });

describe('a query', () => {
  it.each<[string, Partial<Query>]>([
    ['', {}],
    ['   ', {}],
    // words
    ['Speculative Decoding', words('speculative decoding', true)],
    ['decoding ', words('decoding')],
    ['decoding.', words('decoding', true)],
    ['decoding -', words('decoding')],
    ['pre-tr', words('pretr', true)],
    ['state-of-the-art', words('state of the art', true)],
    ['解码器', words('解码 码器', true)],
    ['kv | cache AND NOT (draft)', words('kv cache and not draft', true)],
    // phrases
    ['"draft model"', { phrases: [['draft', 'model']] }],
    ['"draft model" decoding', { phrases: [['draft', 'model']], ...words('decoding', true) }],
    ['decoding "draft model"', { phrases: [['draft', 'model']], ...words('decoding') }],
    ['"draft model', { phrases: [['draft', 'model']] }],
    ['fast"draft model"', { phrases: [['draft', 'model']], ...words('fast') }],
    ['"decoding"', words('decoding')],
    ['""', {}],
    ['"', {}],
    ['"?!"', {}],
    // filters
    ['author:Lindqvist', { authors: [['lindqvist']] }],
    ['AUTHOR:"José Müller"', { authors: [['jose', 'muller']] }],
    [
      'author:"Ada L" author:Müller',
      {
        authors: [['ada', 'l'], ['muller']],
      },
    ],
    ['author:"Ada Lind', { authors: [['ada', 'lind']] }],
    ['author:de-Vries', { authors: [['devries']] }],
    ['org:"Lumen Lab"', { organizations: [['lumen', 'lab']] }],
    ['day:2025', { day: '2025' }],
    ['day:2025-6', { day: '2025-6' }],
    ['day:"2025-06-12"', { day: '2025-06-12' }],
    ['day:2024 day:2025', { day: '2025' }],
    ['has:code', { hasCode: true }],
    ['has:"CODE" decoding', { hasCode: true, ...words('decoding', true) }],
    ['decoding has:code', { hasCode: true, ...words('decoding') }],
    // what is no filter is words
    ['title:draft', words('title draft', true)],
    ['coauthor:ada', words('coauthor ada', true)],
    ['day:tomorrow', words('day tomorrow', true)],
    ['day:2025-06-12-01', words('day 2025 06 12 01', true)],
    ['has:tests', words('has tests', true)],
    ['has:"open weights"', { phrases: [['open', 'weights']] }],
    ['author:', words('author', true)],
    ['author:""', {}],
    ['author:?', words('author', true)],
    ['author: ada', words('author ada', true)],
    // a paper or repository by its name
    ['2412.17747', { ...words('2412 17747', true), target: { kind: 'paper', id: '2412.17747' } }],
    [' arXiv:2412.17747v3 ', { ...words('arxiv 2412 17747v3'), target: { kind: 'paper', id: '2412.17747' } }],
    ['2412.17747 draft', words('2412 17747 draft', true)],
    [
      'lumen/draft-trees',
      { ...words('lumen draft trees', true), target: { kind: 'repository', slug: 'lumen/draft-trees' } },
    ],
    ['and/or', { ...words('and or', true), target: { kind: 'repository', slug: 'and/or' } }],
    ['this and/or that', words('this and or that', true)],
    ['a/b/c', words('a b c', true)],
  ])('%j is understood', (text, parts) => expect(parseQuery(text)).toEqual({ ...empty, ...parts }));

  it.each([
    ['https://arxiv.org/abs/2412.17747v2', '2412.17747'],
    ['arxiv.org/pdf/2412.17747', '2412.17747'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['https://huggingface.co/papers/2412.17747', '2412.17747'],
  ])('%s names a paper', (text, id) => expect(parseQuery(text).target).toEqual({ kind: 'paper', id }));

  it('https://github.com/Ada/Code/tree/main names a repository', () =>
    expect(parseQuery('https://github.com/Ada/Code/tree/main').target).toMatchObject({ kind: 'repository' }));

  it('of an address that is neither names nothing', () =>
    expect(parseQuery('https://example.org/papers').target).toBeUndefined());

  it('of whatever characters is understood somehow', () => {
    const pieces = fc
      .array(fc.oneof(anyText, fc.constantFrom('"', ':', 'author:', 'day:', 'has:code', ' ', '/')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pieces, (text) => {
        const { words: found, phrases, authors, organizations, lastIsOpen } = parseQuery(text);
        for (const phrase of phrases) expect(phrase.length).toBeGreaterThan(1);
        for (const word of [...found, ...[...phrases, ...authors, ...organizations].flat()])
          expect(word).not.toBe('');
        expect(lastIsOpen && found.length === 0).toBe(false);
      }),
    );
  });

  it.each(['a ', '"', 'author:"', 'x', 'day:2025 ', '/', ':', '"a b" ', '2412.17747 '])(
    'of 10,000 characters is understood: %j again and again',
    (unit) => {
      const query = parseQuery(unit.repeat(Math.ceil(10_000 / unit.length)));
      expect(Object.keys(query)).toEqual(expect.arrayContaining(Object.keys(empty)));
    },
  );
});
