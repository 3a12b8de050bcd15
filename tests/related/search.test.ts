import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../lib/related/query';
import { searchIndex } from '../../lib/related/search';
import { fillers, indexed, nothingIndexed, paper, search } from './invented-papers';

const papers = [
  paper('2501.00001', {
    title: 'Speculative decoding with draft trees',
    abstract: 'A small model drafts, a large one verifies. This allows us to skip steps.',
    authors: ['Ada Lindqvist', 'José Müller'],
    organization: 'Lumen Lab',
    repository: 'Lumen/Draft-Trees',
    day: '2025-06-12',
  }),
  paper('2501.00002', {
    title: 'Lookahead heads',
    abstract: 'Heads that decode several tokens ahead, without a model that drafts. To be or not to be.',
    authors: ['Jan de Vries', 'Lindqvist Berg'],
    organization: 'Open Lumen',
    day: '2025-06-13',
  }),
  paper('2501.00003', {
    title: 'Quantized caches',
    abstract: 'Caches of keys in four bits.',
    summary: 'Less memory while decoding.',
    keywords: ['key cache'],
    authors: ['Ada Berg'],
    repository: 'berg/caches',
    day: '2025-07-01',
  }),
  paper('2501.00004', { title: '投机解码', abstract: '草稿树', publishedAt: '2024-02-29' }),
  paper('2501.00005', { title: 'Weather from satellites', abstract: 'Clouds.' }),
];
const whole = indexed(papers);

/** Last digits of the papers found, in order. */
const found = async (query: string) => {
  const { ids, partly } = await search(whole, query);
  return ids.map((id) => id.slice(-1)).join(' ') + (partly ? ' partly' : '');
};
describe('a search finds', () => {
  it.each([
    ['a word in another form', 'verifying ', '1'],
    ['a word by its stem', 'satellit ', '5'],
    ['what stands in the title before what stands in summary or abstract', 'decoding ', '1 3 2'],
    ['a word of a keyword', 'key ', '3'],
    ['capitals and accents or none', 'MULLER ', '1'],
    ['Chinese', '解码 ', '4'],
    ['a single character of Chinese while it is typed', '草', '4'],
    ['an author by any name', 'vries ', '2'],
    ['the beginning of the last word', 'looka', '2'],
    ['the beginning of an author’s name as the last word, the newest paper first', 'lindq', '2 1'],
    ['the beginning of no other word', 'looka ', ''],
    ['the last word, though another one begins with it', 'clouds', '5'],
    // mistakes
    ['a letter too many', 'satellitess ', '5'],
    ['a letter missing', 'weathr ', '5'],
    ['a letter wrong', 'weither ', '5'],
    ['two letters swapped', 'waether ', '5'],
    ['two mistakes in a long word', 'specluatve ', '1'],
    ['no word of three letters that is mistyped', 'kex ', ''],
    ['nothing two mistakes away from a short word', 'waethr ', ''],
    // phrases
    ['words that follow each other', '"draft trees"', '1'],
    ['no words that stand the other way round', '"trees draft"', ''],
    ['no words with others between them', '"speculative trees"', ''],
    ['no words that do not stand in one text', '"trees small"', ''],
    ['a phrase in another form', '"drafted tree"', '1'],
    ['a phrase with words that say nothing', '"allows us to"', '1'],
    ['a phrase of nothing but such words', '"to be or not to be"', '2'],
    ['such words as they follow each other, where there are no others', 'or not to ', '2'],
    ['no such words that do not', 'not or to ', ''],
    ['one such word', '"us"', '1'],
    ['the other words where there are some', 'the weather of ', '5'],
    ['both of two phrases', '"draft trees" "large one"', '1'],
    // filters
    ['an author by the full name', 'author:"ada lindqvist"', '1'],
    ['an author by initial and name', 'author:"a lindqvist"', '1'],
    ['authors in the order of their names only', 'author:"lindqvist ada"', ''],
    ['both of two authors', 'author:lindqvist author:müller', '1'],
    ['no author whose names belong to two people', 'author:"lindqvist jose"', ''],
    ['an author in no text', 'author:draft', ''],
    ['an organization by the beginning of its name', 'org:lum day:2025-06-12', '1'],
    ['an organization by any word of its name', 'org:lumen', '2 1'],
    ['an organization by its name in order', 'org:"lumen lab"', '1'],
    ['papers of a day', 'day:2025-06-12', '1'],
    ['papers of a month, the newest first', 'day:2025-06', '2 1'],
    ['papers of a year', 'day:2024', '4'],
    ['no papers of a day there is not', 'day:2025-02-30', ''],
    ['no papers of unknown day in 1970', 'day:1970', ''],
    ['papers with code', 'has:code', '3 1'],
    ['words among what filters leave', 'decoding has:code day:2025-07', '3'],
    ['nothing where filters leave nothing', 'decoding author:nobody', ''],
    // all and some
    ['papers with all words and no others', 'heads tokens ', '2'],
    ['papers with some of the words where none has all', 'trees clouds lookahead ', '2 1 5 partly'],
    ['the one with most of the words first', 'draft heads clouds tokens ', '2 1 5 partly'],
    ['some of the words among what filters leave', 'trees clouds has:code ', '1 partly'],
    // nothing
    ['nothing by a word no paper has', 'zeppelin ', ''],
    ['nothing for nothing', '', ''],
    ['nothing for punctuation', '?! … -- () "" ', ''],
    ['nothing for an emoji', '❤️', ''],
    ['words between characters with a meaning in regular expressions', '.* ^weather$ (?: \\', '5'],
    ['nothing for those characters alone', '.*', ''],
  ])('%s', async (_, query, expected) => {
    expect(await found(query)).toBe(expected);
  });
});

describe('a search', () => {
  it('gives the first of what it finds, and says how many there are', async () => {
    const built = indexed(fillers(50));
    const all = await search(built, 'notes ', 50);
    const some = await search(built, 'notes ', 7);
    expect(some.ids).toEqual(all.ids.slice(0, 7));
    expect([all.total, some.total, some.partly]).toEqual([50, 50, false]);
    expect(await search(built, 'notes ', 0)).toMatchObject({ ids: [], total: 50 });
  });

  it.each(['draft ', '"draft trees"', 'draft', 'author:ada', 'has:code', 'day:2025', 'the '])(
    'of an empty index finds nothing: %j',
    async (query) => {
      expect(await search(nothingIndexed(), query)).toMatchObject({ ids: [], total: 0, partly: false });
    },
  );

  it.each(['draft ', 'a ', 'zq', '"draft trees" ', '.*+?', '码'])(
    'for 10,000 characters ends: %j again and again',
    async (unit) => {
      const { ids } = await search(whole, unit.repeat(10_000 / unit.length));
      expect(ids.length).toBeLessThanOrEqual(papers.length);
    },
  );

  it('asks for the texts only where words must follow each other', async () => {
    const asked: string[] = [];
    for (const query of ['draft trees', 'author:ada', '"draft trees"', 'author:"ada lindqvist"', '"us"']) {
      await searchIndex(
        whole.index,
        async () => {
          asked.push(query);
          return whole.sequences;
        },
        parseQuery(query),
        10,
      );
    }
    expect(asked).toEqual(['"draft trees"', 'author:"ada lindqvist"', '"us"']);
  });

  it.each(['author:lindqvist', 'org:lumen', '"lindqvist"', 'us '])(
    'finds by %j nothing that only papers had which were taken out',
    async (query) => {
      const before = indexed([
        paper('2501.00001', { abstract: 'Us.', authors: ['Ada Lindqvist'], organization: 'Lumen Lab' }),
        paper('2501.00002', { abstract: 'Clouds.' }),
      ]);
      expect((await search(before, query)).ids).toEqual(['2501.00001']);
      expect((await search(indexed([], before, ['2501.00001']), query)).ids).toEqual([]);
    },
  );

  it('finds a phrase with a word that says nothing in papers without another word of its stem', async () => {
    const built = indexed([
      paper('2501.00001', { abstract: 'It tells us stories.' }),
      paper('2501.00002', { abstract: 'It is of use.' }),
    ]);
    expect((await search(built, '"tells us"')).ids).toEqual(['2501.00001']);
  });
});
