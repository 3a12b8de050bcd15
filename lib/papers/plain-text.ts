// Makes text of the feed fit to be shown as text, and finds its first sentences. Knows no markup: text goes into text nodes only.

/**
 * What has no business in a line of text: controls, bidi marks, overrides and isolates, zero-width space and its kin,
 * noncharacters and lone surrogates. ZWJ and ZWNJ stay: emoji and several scripts need them.
 */
const unfit =
  /(?![\s\u0085])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Something to be seen: neither space nor mark, nor what is drawn as nothing (fillers, joiners, soft hyphens, the blank of braille). */
const visible = /[^\s\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** More marks on one letter than any language of the feed writes; piled up they would cover the lines around. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/** More signs joined into one than any emoji has: a line cannot be broken inside of it. */
const chains = /(?:\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*\u200d){6,}/gu;

/**
 * `value` as one line: white space and line breaks collapsed and trimmed, unfit characters removed, never more than `maxLength`
 * code points, the `…` that marks a cut included. '' where nothing is left that can be seen, or `maxLength` is below 1. Takes linear
 * time.
 */
export function plainText(value: string, maxLength: number): string {
  const line = value
    .replace(unfit, '')
    .replace(piledMarks, '$1')
    .replace(chains, (chain) => chain.replaceAll('\u200d', ''))
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  if (maxLength < 1 || !visible.test(line)) return '';
  if (indexOfCodePoint(line, maxLength) === line.length) return line;
  const kept = line.slice(0, indexOfCodePoint(line, maxLength - 1));
  return `${kept.replace(/[\s\u200c\u200d]+$/, '')}…`;
}

/** Where in `text` the code point number `count` begins; its length where it has fewer. */
function indexOfCodePoint(text: string, count: number): number {
  let index = 0;
  for (let seen = 0; seen < count && index < text.length; seen++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Ends no sentence: what is followed by a name or number, an initial, the number of a list item. */
const abbreviation =
  /(?:^|[\s([{"“])(?:e\.g|i\.e|al|cf|vs|viz|approx|resp|w\.r\.t|a\.k\.a|Figs?|Eqs?|Secs?|Tab|Alg|App|Thm|Refs?|No|Vol|Ch|pp?|Dr|Mrs?|Ms|Prof|St|Jr)\.$|(?:^|[\s([{"“.])\p{Lu}\.$|[:.;]\s\d{1,2}\.$/u;

/** A full stop with what closes after it, and a beginning after it; scripts that write no spaces need none. */
const sentenceEnd = /[.!?…]["'”’)\]]*(?=\s+["'“‘([{]*[\p{Lu}\p{Lo}\p{N}])|[。！？]["'”’」』）]*/gu;

const maxSentences = 3;

/**
 * The first one to three whole sentences of `text` within `maxLength` characters. Where not even the first fits: its beginning
 * up to a word, with `…`. '' only for text without content.
 */
export function firstSentences(text: string, maxLength: number): string {
  const trimmed = text.trim();
  let end = 0;
  let count = 0;
  for (const match of trimmed.matchAll(sentenceEnd)) {
    const next = match.index + match[0].length;
    if (next > maxLength || count === maxSentences) break;
    if (abbreviation.test(trimmed.slice(Math.max(0, match.index - 12), match.index + 1))) continue;
    end = next;
    count++;
  }
  if (trimmed.length <= maxLength && count < maxSentences) return trimmed;
  return end > 0 ? trimmed.slice(0, end) : cutAtWord(trimmed, maxLength);
}

function cutAtWord(text: string, maxLength: number): string {
  const room = Math.max(1, maxLength - 1);
  const beginning = text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
  const isWhole = /^\s/.test(text.slice(room));
  const words = isWhole ? beginning : beginning.replace(/\s+\S*$/, '');
  return `${words.trimEnd() || beginning}…`;
}
