// What a text says without any place it names: an allow list of plain words. Pure; must never let through an address, an identifier, a
// repository or a text somebody quoted, whatever is lost with them.

/** What stands between quotation marks, and what a mark that is never closed opens. A mark within a word is an apostrophe. */
const quoted =
  /["“„«`][^"”“»`]*(?:["”“»`]|$)|(?<![A-Za-z])['‘’](?:(?!['‘’](?![A-Za-z]))[\s\S])*(?:['‘’](?![A-Za-z])|$)/g;

/** A word, or one or two joined by hyphens; around it what a sentence puts there. */
const plainWord = /^[([{]*[A-Za-z]+(?:['’_-][A-Za-z]+)*[)\]}]*[.,:;!?]*[)\]}]*$/;

/** Up to four digits: a status, a count. An identifier of arXiv has more, or a dot within. */
const shortNumber = /^[([{]*\d{1,4}[)\]}]*[.,:;!?]*$/;

/** A day of the feed. */
const day = /^\d{4}-\d\d-\d\d[.,:;]?$/;

const isPlain = (token: string): boolean =>
  plainWord.test(token) || shortNumber.test(token) || day.test(token);

/** The longest text that is read, in characters. */
const readAtMost = 2_000;

/**
 * The plain words of a text, with `…` for everything else: addresses, hosts, file names, identifiers, `owner/name`, what is quoted, and
 * whatever is not written in English letters. Empty for an empty text. Never throws.
 */
export function withoutPlaces(text: string): string {
  const tokens = text
    .slice(0, readAtMost)
    .replace(quoted, ' … ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const kept = tokens.map((token) => (isPlain(token) ? token : '…'));
  return kept.filter((token, position) => token !== '…' || kept[position - 1] !== '…').join(' ');
}
