// A text as the words it is found by: runs of letters and digits, lower case, without accents. Pure; knows no index.
import { stemmer } from 'stemmer';

/** What joins the word after its hyphen: `pre-training` and `pretraining` are one word. Other words with a hyphen are two. */
const prefixes = new Set(
  (
    'anti auto bi co de hyper inter intra macro meta micro mini mis mono multi non over poly post pre pseudo quasi re semi sub ' +
    'super trans tri ultra un uni under'
  ).split(' '),
);

const hyphen = /^[-\u2010\u2011\u2013]$/;

/**
 * Scripts written without spaces; their runs are taken as overlapping pairs of characters, as is usual without a dictionary. A run
 * without an end would be too much for the engine's stack: it is taken in pieces.
 */
const word =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]{1,4096})|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]]{1,4096}/gv;

/** What is longer is no word; in UTF-16 units. */
const longestWord = 40;

/** A word in its place: UTF-16 units of the text, `end` exclusive. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/** `Müller` → `muller`; empty for what is nothing but accents, such as the one that tells how to draw an emoji. */
function fold(text: string): string {
  if (/^[a-z\d\u4e00-\u9fff]+$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Z}]+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Never half of a surrogate pair: every such half would be the same word. */
const cut = (run: string) =>
  run.length > longestWord ? run.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, '') : run;

/** The words of a text in order, each as often as it stands there. Linear in the text's length. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const { 0: run, 1: unspaced, index } of text.matchAll(word)) {
    const characters = unspaced === undefined ? [run] : [...run];
    if (characters.length === 1) {
      const end = index + run.length;
      const folded = fold(cut(run));
      if (folded === '') continue;
      const last = words.at(-1);
      if (last?.end === index - 1 && prefixes.has(last.word) && hyphen.test(text.charAt(last.end))) {
        words.splice(-1, 1, { word: last.word + folded, start: last.start, end });
      } else words.push({ word: folded, start: index, end });
      continue;
    }
    let start = index;
    for (const [position, character] of characters.slice(0, -1).entries()) {
      const pair = character + characters[position + 1];
      words.push({ word: fold(pair), start, end: start + pair.length });
      start += character.length;
    }
  }
  return words;
}

export const wordsOf = (text: string): string[] => placedWords(text).map((placed) => placed.word);

/** Porter's stem of an English word (`decoding` → `decod`); everything else is its own stem. */
export function stemOf(folded: string): string {
  return /^[a-z]+$/.test(folded) ? stemmer(folded) : folded;
}
