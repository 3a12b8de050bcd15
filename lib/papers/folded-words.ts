// The words of a text as they are compared where spelling must not matter: accents, case, hyphens, plurals. Pure.

/** Letters and digits in a row are a word, with what may stand right after them in a name: `C++`, `C#`. */
const word = /[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu;

/** The words of `text` in order, without accents and in lower case; [] where it has none. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    // Korean syllables fall apart into letters above; half of one must not be found in another.
    .normalize('NFC')
    .match(word) ?? [];

/** Without the s of a plural. What it makes of other words (`bias`) is no word, and so equals none but itself. */
export const singular = (folded: string): string =>
  /[^s]s$/.test(folded) && folded.length > 2 ? folded.slice(0, -1) : folded;

/** One text for all spellings of a keyword; empty for one without letters or digits. */
export const keywordKey = (keyword: string): string => foldedWords(keyword).map(singular).join(' ');
