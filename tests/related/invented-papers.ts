// Made-up papers for the tests of index, search and ranking, and an index of them. Nothing of the feed.
import fc from 'fast-check';
import { extendIndex } from '../../lib/related/extend-index';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { emptyIndex, emptySequences, type PaperIndex, type Sequences } from '../../lib/related/paper-index';
import { parseQuery } from '../../lib/related/query';
import { searchIndex } from '../../lib/related/search';

export interface Whole {
  index: PaperIndex;
  sequences: Sequences;
}

export const nothingIndexed = (): Whole => ({ index: emptyIndex(), sequences: emptySequences() });

export function paper(id: string, fields: Partial<IndexedPaper> = {}): IndexedPaper {
  return { id, title: `Title of ${id}`, abstract: '', ...fields };
}

/** `before` with more papers, and without those named. */
export function indexed(
  papers: readonly IndexedPaper[],
  before: Whole = nothingIndexed(),
  removed: readonly string[] = [],
): Whole {
  const extension = extendIndex(before.index, before.sequences);
  for (const one of papers) extension.add(one);
  return extension.finish(removed);
}

/** What a reader's query finds, as identifiers in place of slots. */
export async function search({ index, sequences }: Whole, text: string, limit = 50) {
  const found = await searchIndex(index, async () => sequences, parseQuery(text), limit);
  return { ...found, ids: found.slots.map((slot) => index.ids[slot] as string) };
}

const topics = ['harbour', 'beetle', 'glacier', 'violin', 'orchard', 'lantern', 'canyon', 'compass'];

/** Papers that have nothing to do with what a test is about, so that its words are rare. */
export const fillers = (count: number, from = 0): IndexedPaper[] =>
  Array.from({ length: count }, (_, position) => {
    const number = from + position;
    const topic = (step: number) => topics[Math.floor(number / step) % topics.length] as string;
    return paper(`2401.${String(10_000 + number)}`, {
      title: `${topic(1)} number${number} beside ${topic(8)}`,
      abstract: `Notes on ${topic(1)} and ${topic(3)}, volume${number}.`,
      publishedAt: '2024-01-15',
    });
  });

/** Words of one stem, words whose stems are words themselves, stop words, accents, other scripts. */
const vocabulary = [
  'embed embeds embedding embeddings experiment experimental focus focused focusing deploy deployment',
  'use us using decoding decoder the of to pre-training pretraining Müller muller 解码 解码器 декодер 42 ❤️',
].flatMap((line) => line.split(' '));

const someText = fc.array(fc.constantFrom(...vocabulary), { maxLength: 7 }).map((words) => words.join(' '));

/** Small papers of few words, which often share them. */
export const anyPaper: fc.Arbitrary<IndexedPaper> = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((number) => `2501.0000${number}`),
  title: someText,
  abstract: someText,
  summary: fc.option(someText, { nil: undefined }),
  keywords: fc.array(someText, { maxLength: 3 }),
  authors: fc.array(fc.constantFrom('Ada Lindqvist', 'Jan de Vries', 'José Müller', '李 明'), {
    maxLength: 2,
  }),
  organization: fc.option(fc.constantFrom('Lumen Lab', 'Lab'), { nil: undefined }),
  repository: fc.option(fc.constantFrom('lumen/draft', 'Ada/Code'), { nil: undefined }),
  day: fc.option(fc.constantFrom('2025-01-15', '2026-06-12'), { nil: undefined }),
});
