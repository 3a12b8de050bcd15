import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordAt } from '../../lib/related/dictionary';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import {
  frequencyOf,
  glossCount,
  namesBegin,
  sequenceOf,
  stretchEnd,
  termCount,
  textCount,
  titleCount,
} from '../../lib/related/paper-index';
import { termOfWord } from '../../lib/related/paper-stretches';
import { anyPaper, indexed, nothingIndexed, paper, search, type Whole } from './invented-papers';

/** The index as one reads it: by identifier, and without the words no paper has any more. */
function contents({ index, sequences }: Whole) {
  const { dictionary, ids, postingStarts, postingSlots, postingCounts } = index;
  // The last of a term's words: its stem, where it has one.
  const names = new Map([...dictionary.terms].map((term, position) => [term, wordAt(dictionary, position)]));
  const nameOf = (term: number) => {
    if (term === stretchEnd) return '|';
    return term === namesBegin ? 'names:' : names.get(term);
  };
  const postings: Record<string, Record<string, number>> = {};
  for (const [position, term] of dictionary.terms.entries()) {
    if (frequencyOf(index, term) === 0 || nameOf(term) !== wordAt(dictionary, position)) continue;
    const byId: Record<string, number> = {};
    for (let at = postingStarts[term] as number; at < (postingStarts[term + 1] as number); at++) {
      byId[ids[postingSlots[at] as number] as string] = postingCounts[at] as number;
    }
    postings[nameOf(term) as string] = byId;
  }
  const papers = ids.map((id, slot) => [
    id,
    {
      sequence: sequenceOf(sequences, slot).map(nameOf).join(' '),
      day: index.days[slot],
      fingerprint: index.fingerprints[slot],
      title: index.titles[slot],
    },
  ]);
  return { postings, papers: Object.fromEntries(papers) };
}

/** How often a word is counted in a paper: title, what the feed says, text. */
function countsOf({ index }: Whole, id: string, word: string): number[] | undefined {
  const term = termOfWord(index.dictionary, word);
  const { postingStarts, postingSlots, postingCounts, ids } = index;
  if (term === undefined) return undefined;
  for (let at = postingStarts[term] as number; at < (postingStarts[term + 1] as number); at++) {
    const packed = postingCounts[at] as number;
    if (ids[postingSlots[at] as number] === id)
      return [titleCount(packed), glossCount(packed), textCount(packed)];
  }
  return undefined;
}

const papersOf = (maxLength: number) => fc.array(anyPaper, { maxLength });

describe('an index', () => {
  it('of all papers is that of some, with the others added', () => {
    fc.assert(
      fc.property(papersOf(8), papersOf(8), (some, others) => {
        expect(contents(indexed(others, indexed(some)))).toEqual(contents(indexed([...some, ...others])));
      }),
    );
  });

  it('says the same in whatever order the papers came', () => {
    const distinct = fc.uniqueArray(anyPaper, { maxLength: 8, selector: ({ id }) => id });
    fc.assert(
      fc.property(distinct, (papers) => {
        expect(contents(indexed(papers.toReversed()))).toEqual(contents(indexed(papers)));
      }),
    );
  });

  it('without the papers taken out is one that never had them', () => {
    const ids = fc.subarray(Array.from({ length: 9 }, (_, number) => `2501.0000${number + 1}`));
    fc.assert(
      fc.property(papersOf(8), ids, (papers, removed) => {
        const left = papers.filter(({ id }) => !removed.includes(id));
        expect(contents(indexed([], indexed(papers), removed))).toEqual(contents(indexed(left)));
      }),
    );
  });

  it('keeps the slots of each term in ascending order', () => {
    fc.assert(
      fc.property(papersOf(8), papersOf(8), (some, others) => {
        const { index } = indexed(others, indexed(some));
        for (let term = 2; term < termCount(index); term++) {
          const slots = [
            ...index.postingSlots.subarray(index.postingStarts[term], index.postingStarts[term + 1]),
          ];
          expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('stays as it was when papers are added and taken out', () => {
    const before = indexed([paper('2501.00001', { title: 'Draft trees' })]);
    const copy = structuredClone(before);
    indexed([paper('2501.00002')], before, ['2501.00001']);
    expect(before).toEqual(copy);
  });

  it('has of a paper that comes again only what it says now', async () => {
    const before = indexed([paper('2501.00001', { title: 'Draft trees' }), paper('2501.00002')]);
    const after = indexed([paper('2501.00001', { title: 'Lookahead heads' })], before);
    expect(after.index.ids).toEqual(['2501.00002', '2501.00001']);
    expect((await search(after, 'trees ')).ids).toEqual([]);
    expect((await search(after, 'lookahead ')).ids).toEqual(['2501.00001']);
  });

  it('has a paper taken twice at once as it was taken last', async () => {
    const whole = indexed([
      paper('2501.00001', { title: 'Draft trees' }),
      paper('2501.00001', { title: 'Lookahead heads' }),
    ]);
    expect(whole.index.ids).toEqual(['2501.00001']);
    expect((await search(whole, 'trees ')).ids).toEqual([]);
    expect((await search(whole, 'lookahead ')).ids).toEqual(['2501.00001']);
  });

  it('from which every paper was taken out holds nothing', () => {
    const whole = indexed([], indexed([paper('2501.00001'), paper('2501.00002')]), [
      '2501.00001',
      '2501.00002',
    ]);
    expect(contents(whole)).toEqual(contents(nothingIndexed()));
    expect(whole.index.postingSlots).toHaveLength(0);
    expect(whole.sequences.bytes).toHaveLength(0);
  });

  it('does not mind being asked to take out what it does not have', () => {
    const whole = indexed([paper('2501.00001')]);
    expect(contents(indexed([], whole, ['2501.99999']))).toEqual(contents(whole));
  });
});

describe('of a paper the index takes', () => {
  it('how often a word stands in the title, in what the feed says, and in the abstract', () => {
    const whole = indexed([
      paper('2501.00001', {
        title: 'Decoding',
        abstract: 'We decode. They decoded.',
        summary: 'A draft decodes.',
        keywords: ['decoding'],
      }),
    ]);
    expect(countsOf(whole, '2501.00001', 'decoding')).toEqual([1, 2, 2]);
    expect(countsOf(whole, '2501.00001', 'draft')).toEqual([0, 1, 0]);
  });

  it('no counts of words that say nothing', () => {
    const whole = indexed([paper('2501.00001', { title: 'The use of us', abstract: '' })]);
    expect(countsOf(whole, '2501.00001', 'the')).toBeUndefined();
    expect(countsOf(whole, '2501.00001', 'use')).toEqual([1, 0, 0]);
  });

  it('the summary in place of an abstract that is missing', () => {
    const whole = indexed([paper('2501.00001', { summary: 'A decoder.' })]);
    expect(countsOf(whole, '2501.00001', 'decoder')).toEqual([0, 0, 1]);
  });

  const manyWords = (count: number, stem: string) => Array.from({ length: count }, (_, at) => `${stem}${at}`);

  it.each<[string, Partial<IndexedPaper>, string]>([
    ['without an abstract', { title: 'Draft trees' }, 'trees '],
    ['with an empty title', { title: '', abstract: 'Draft trees' }, 'trees '],
    ['in Chinese', { title: '投机解码的草稿树' }, '草稿 '],
    ['with 3,000 keywords', { keywords: manyWords(3_000, 'topic') }, 'topic42 '],
    ['with 664 authors', { authors: manyWords(664, 'Ada Lindqvist') }, 'author:Lindqvist663'],
    ['of 100,000 words', { abstract: manyWords(100_000, 'word').join(' ') }, 'word1999 '],
  ])('what can be found of one %s', async (_, fields, query) => {
    const whole = indexed([paper('2501.00001', fields), paper('2501.00002')]);
    expect(await search(whole, query)).toMatchObject({ ids: ['2501.00001'], partly: false });
  });

  it('nothing of one that says nothing, which it holds all the same', async () => {
    const whole = indexed([paper('2501.00001', { title: '' })]);
    expect(whole.index.ids).toEqual(['2501.00001']);
    expect((await search(whole, 'title')).ids).toEqual([]);
  });
});
