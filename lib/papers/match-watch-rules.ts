// Which of the reader's watch rules a paper meets. Pure: each rule and each paper is folded once, however many there are of the other.
import { foldedWords, singular } from './folded-words';
import type { Paper } from './paper';
import type { WatchRule } from './watch-rule';

/** What a rule looks at. */
export type WatchedPaper = Pick<
  Paper,
  'title' | 'summary' | 'abstract' | 'keywords' | 'authors' | 'organization'
>;

interface FoldedTexts {
  words: ReadonlySet<string>;
  /** A line a text, a space on either side of every word. */
  spaced: string;
  /** A line a text, nothing between its words. */
  joined: string;
}

interface FoldedNames {
  words: ReadonlySet<string>;
  names: string[][];
  /** The names with nothing between their words. */
  whole: ReadonlySet<string>;
}

/** Scripts that put no spaces between words, or hang endings onto them: there a rule may stand anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const spacedOut = (words: readonly string[]) => ` ${words.join(' ')} `;

/** Each text on a line of its own: a rule must not hold across two of them. */
function foldTexts(texts: readonly (string | undefined)[]): FoldedTexts {
  const folded = texts.map((text) => foldedWords(text ?? '').map(singular));
  return {
    words: new Set(folded.flat()),
    spaced: folded.map(spacedOut).join('\n'),
    joined: folded.map((words) => words.join('')).join('\n'),
  };
}

function foldNames(authors: readonly string[]): FoldedNames {
  const names = authors.map(foldedWords);
  return { words: new Set(names.flat()), names, whole: new Set(names.map((name) => name.join(''))) };
}

/** What a paper's texts come to, folded when the first rule asks. */
class FoldedPaper {
  #texts: FoldedTexts | undefined;
  #organization: FoldedTexts | undefined;
  #authors: FoldedNames | undefined;

  constructor(readonly paper: WatchedPaper) {}

  get texts(): FoldedTexts {
    const { title, keywords, summary, abstract } = this.paper;
    this.#texts ??= foldTexts([title, ...keywords, summary, abstract]);
    return this.#texts;
  }

  get organization(): FoldedTexts {
    this.#organization ??= foldTexts([this.paper.organization]);
    return this.#organization;
  }

  get authors(): FoldedNames {
    this.#authors ??= foldNames(this.paper.authors);
    return this.#authors;
  }
}

type Condition = (paper: FoldedPaper) => boolean;

/** The words of the rule in one row, whole; plural or not is forgiven. */
function standsIn(words: readonly string[], textsOf: (paper: FoldedPaper) => FoldedTexts): Condition {
  const singulars = words.map(singular);
  const joined = singulars.join('');
  if (unspaced.test(joined)) return (paper) => textsOf(paper).joined.includes(joined);
  const spaced = spacedOut(singulars);
  return (paper) => {
    const texts = textsOf(paper);
    return singulars.every((word) => texts.words.has(word)) && texts.spaced.includes(spaced);
  };
}

const isInitial = (word: string) => word.length === 1;

/** One stands for the other: `y` for `yann`, or `yann` for `y`. */
const abbreviates = (one: string, other: string): boolean =>
  (isInitial(one) || isInitial(other)) && one[0] === other[0];

/** Every word of the rule has a word of the name to itself, in whatever order; equal ones go first. */
function isNamed(wanted: readonly string[], name: readonly string[]): boolean {
  const left = [...name];
  const take = (position: number) => position >= 0 && left.splice(position, 1).length > 0;
  const others = wanted.filter((word) => !take(left.indexOf(word)));
  return others.every((word) => take(left.findIndex((part) => abbreviates(word, part))));
}

/**
 * All words stand in one name; an initial stands for a name, but one word must be there in full: initials alone would be those of
 * everybody. A name as a whole is always itself.
 */
function isAuthor(wanted: readonly string[]): Condition {
  const whole = wanted.join('');
  const full = wanted.filter((word) => !isInitial(word));
  return ({ authors }) => {
    if (authors.whole.has(whole)) return true;
    const known = full.filter((word) => authors.words.has(word));
    if (known.length === 0) return false;
    return authors.names.some((name) => known.some((word) => name.includes(word)) && isNamed(wanted, name));
  };
}

const never: Condition = () => false;

function conditionOf({ kind, text }: WatchRule): Condition {
  const words = foldedWords(text);
  if (words.length === 0) return never;
  if (kind === 'author') return isAuthor(words);
  return standsIn(words, (paper) => (kind === 'organization' ? paper.organization : paper.texts));
}

const conditions = new WeakMap<WatchRule, Condition>();

function conditionFor(rule: WatchRule): Condition {
  const known = conditions.get(rule);
  if (known) return known;
  const condition = conditionOf(rule);
  conditions.set(rule, condition);
  return condition;
}

/** The first of the rules, in the reader's order, that the paper meets; undefined where it meets none. Never throws. */
export function matchingRule(rules: readonly WatchRule[], paper: WatchedPaper): WatchRule | undefined {
  if (rules.length === 0) return undefined;
  const folded = new FoldedPaper(paper);
  return rules.find((rule) => conditionFor(rule)(folded));
}
