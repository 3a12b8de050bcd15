import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinEdits } from '../../lib/related/edit-distance';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { stopWords } from '../../lib/related/stop-words';
import { stemOf, wordsOf } from '../../lib/related/words';
import { anyPaper, indexed, search } from './invented-papers';

describe('a search for one whole word', () => {
  const textsOf = ({
    title,
    abstract,
    summary = '',
    keywords = [],
    authors = [],
    organization = '',
  }: IndexedPaper) => wordsOf([title, abstract, summary, ...keywords, ...authors, organization].join('\n'));

  const anyWord = fc.constantFrom(
    ...'embedding embedded embeddding experiments focus deploy deployed using decoder decoding dceoding'.split(
      ' ',
    ),
    ...'pretraining müller mulller lindqvist lab 解码 декодер 42 zeppelin'.split(' '),
  );
  const anyPapers = fc.uniqueArray(anyPaper, { maxLength: 8, selector: ({ id }) => id });

  /** Papers with a word that `fits`, as a look at every text finds them. */
  const withWord = (all: IndexedPaper[], fits: (word: string) => boolean) =>
    all.filter((one) => textsOf(one).some((word) => !stopWords.has(word) && fits(word))).map(({ id }) => id);

  const bytes = (text: string) => new TextEncoder().encode(text);
  const isNear = (a: string, b: string) => isWithinEdits(bytes(a), bytes(b), 2);

  it('finds all papers with the word in any form, and where there are none, only such with a word near it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPapers, anyWord, async (all, asked) => {
        const [word = ''] = wordsOf(asked);
        const { ids } = await search(indexed(all), `${asked} `);
        const same = withWord(all, (other) => stemOf(other) === stemOf(word));
        // A form of a word near it, or near whose stem it is, will do, wherever that word itself stands.
        const nearStems = new Set(
          all
            .flatMap(textsOf)
            .flatMap((other) =>
              [other, stemOf(other)].some((form) => isNear(form, word)) ? [stemOf(other)] : [],
            ),
        );
        const near = withWord(all, (other) => nearStems.has(stemOf(other)));
        if (same.length > 0) expect(ids.toSorted()).toEqual(same.toSorted());
        else expect(near).toEqual(expect.arrayContaining(ids));
      }),
    );
  });
});
