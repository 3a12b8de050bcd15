// Where the words of a search stand in a text, without case and accents. Pure: places only, never markup.
import type { Mark } from '../../lib/papers/search-answer';
import { foldText } from '../library/fold-text';

/** The words of what was typed, folded; none for an empty search. */
export const searchWords = (query: string): string[] => foldText(query).split(/\s+/).filter(Boolean);

/** Whether every word stands in some of the texts; no words stand in all. */
export function holdsWords(words: readonly string[], texts: readonly string[]): boolean {
  const all = foldText(texts.join('\n'));
  return words.every((word) => all.includes(word));
}

/** Folding may make a text longer or shorter: for each folded character, where in `text` its own begins and ends. */
function foldPlaces(text: string): { folded: string; places: Mark[] } {
  let folded = '';
  const places: Mark[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const written = foldText(character);
    for (let unit = 0; unit < written.length; unit++) places.push([start, end]);
    folded += written;
    start = end;
  }
  return { folded, places };
}

/** The places of the words in `text`, in order, not overlapping. */
export function wordPlaces(words: readonly string[], text: string): Mark[] {
  if (words.length === 0) return [];
  const { folded, places } = foldPlaces(text);
  const found: Mark[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [first, last] = [places[at], places[at + word.length - 1]];
      if (first && last) found.push([first[0], last[1]]);
    }
  }
  found.sort(([one], [other]) => one - other);
  const marks: [number, number][] = [];
  for (const [start, end] of found) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
