// The places of a text that match a search, for a page to mark them. Pure: places only, never markup.
import type { Mark } from '../papers/search-answer';
import { type Dictionary, termOf } from './dictionary';
import { stopWords } from './stop-words';
import { placedWords } from './words';

/**
 * Where words of one of the terms stand, in order, not overlapping. Words that say nothing are not looked for, and not marked: `us` has
 * the term of `use`. `known` remembers words between texts.
 */
export function marksIn(
  text: string,
  dictionary: Dictionary,
  terms: ReadonlySet<number>,
  known: Map<string, boolean> = new Map(),
): Mark[] {
  const marks: [start: number, end: number][] = [];
  for (const { word, start, end } of placedWords(text)) {
    let matches = known.get(word);
    if (matches === undefined) {
      const term = termOf(dictionary, word);
      matches = term !== undefined && terms.has(term) && !stopWords.has(word);
      known.set(word, matches);
    }
    if (!matches) continue;
    const last = marks.at(-1);
    // Pairs of characters of a script without spaces overlap.
    if (last && start < last[1]) last[1] = end;
    else marks.push([start, end]);
  }
  return marks;
}
