// Which terms of the index a word of a query stands for: its own, those it is the beginning of, or those a typing mistake away.
import { type Dictionary, prefixRange, sizeOf, termOf } from './dictionary';
import { isWithinEdits } from './edit-distance';
import { nameSigns } from './name-terms';
import { termOfWord } from './paper-stretches';

/** Terms, each with how well it fits: 1 for the word itself. */
export type MatchingTerms = Map<number, number>;

const fit = { itself: 1, name: 0.7, beginning: 0.6, mistyped: 0.4 };

/** How many mistakes a word of so many letters may have. */
const forgivenEdits = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

function take(terms: MatchingTerms, term: number | undefined, value: number): void {
  if (term !== undefined) terms.set(term, Math.max(value, terms.get(term) ?? 0));
}

function takeBeginning(terms: MatchingTerms, dictionary: Dictionary, prefix: string, value: number): void {
  const { start, end } = prefixRange(dictionary, prefix);
  for (let position = start; position < end; position++) take(terms, dictionary.terms[position], value);
}

/** Walks the whole dictionary: for words it does not have only. */
function takeMistyped(terms: MatchingTerms, dictionary: Dictionary, word: string): void {
  const edits = forgivenEdits(word.length);
  if (edits === 0) return;
  const key = new TextEncoder().encode(word);
  const { bytes, starts } = dictionary;
  for (let position = 0; position < sizeOf(dictionary); position++) {
    const start = starts[position] as number;
    const end = starts[position + 1] as number;
    if (Math.abs(end - start - key.length) > edits) continue;
    if (isWithinEdits(key, bytes.subarray(start, end), edits))
      take(terms, dictionary.terms[position], fit.mistyped);
  }
}

/**
 * The terms `word` (folded) stands for in texts and names. With `open` it is still being typed, and stands for all words it begins.
 * Empty where nothing comes near it.
 */
export function matchingTerms(dictionary: Dictionary, word: string, open: boolean): MatchingTerms {
  const terms = ownTerm(dictionary, word);
  for (const sign of [nameSigns.author, nameSigns.organization]) {
    take(terms, termOf(dictionary, sign + word), fit.name);
    if (open && word.length > 1) takeBeginning(terms, dictionary, sign + word, fit.name * fit.beginning);
  }
  if (open) takeBeginning(terms, dictionary, word, fit.beginning);
  if (terms.size === 0) takeMistyped(terms, dictionary, word);
  return terms;
}

/** The term of the word itself, or of another form of it; empty where the dictionary has none. */
export function ownTerm(dictionary: Dictionary, word: string): MatchingTerms {
  const terms: MatchingTerms = new Map();
  take(terms, termOfWord(dictionary, word), fit.itself);
  return terms;
}

/** The terms of names that begin with `word`. */
export function matchingNames(dictionary: Dictionary, sign: string, word: string): MatchingTerms {
  const terms: MatchingTerms = new Map();
  takeBeginning(terms, dictionary, sign + word, fit.beginning);
  take(terms, termOf(dictionary, sign + word), fit.itself);
  return terms;
}
