// A paper as stretches of words, in the order the index keeps them. Pure.
import { type Dictionary, termOf } from './dictionary';
import type { IndexedPaper } from './indexed-paper';
import { nameTerms } from './name-terms';
import { namesBegin, stretchEnd } from './paper-index';
import { stemOf, wordsOf } from './words';

export interface Stretch {
  /** `gloss`: what the feed says about the paper, its summary and keywords. */
  field: 'title' | 'text' | 'gloss';
  words: string[];
}

/** The longest a text may be for the index, in UTF-16 units: the texts of the feed end long before. */
const longestText = 20_000;
const mostKeywords = 100;

/** Title, abstract, summary, then each keyword. Where there is no abstract the summary stands for it. */
export function stretchesOf({ title, abstract, summary = '', keywords = [] }: IndexedPaper): Stretch[] {
  const stretch = (field: Stretch['field'], text: string) => ({
    field,
    words: wordsOf(text.slice(0, longestText)),
  });
  return [
    stretch('title', title),
    stretch('text', abstract || summary),
    stretch('gloss', abstract ? summary : ''),
    ...keywords.slice(0, mostKeywords).map((keyword) => stretch('gloss', keyword)),
  ];
}

/** In place of a word no paper of the index has. */
export const unknownTerm = 0xffffffff;

/**
 * What words of one stem share in the dictionary; a word without forms has none but itself. The sign keeps stems apart from words:
 * `embed` is the stem of `embedding`, but as a word has another one, and which came first must make no difference.
 */
export const stemEntryOf = (word: string): string => (/^[a-z]+$/.test(word) ? `~${stemOf(word)}` : word);

/** The term of a word, or of another form of it. */
export const termOfWord = (dictionary: Dictionary, word: string): number | undefined =>
  termOf(dictionary, word) ?? termOf(dictionary, stemEntryOf(word));

/** The terms of a text the index does not hold, as it would keep them. */
export function sequenceOfText(dictionary: Dictionary, paper: IndexedPaper): number[] {
  const ended = (words: string[]) => [
    ...words.map((word) => termOfWord(dictionary, word) ?? unknownTerm),
    stretchEnd,
  ];
  return [
    ...stretchesOf(paper).flatMap(({ words }) => ended(words)),
    namesBegin,
    ...nameTerms(paper).flatMap(ended),
  ];
}
