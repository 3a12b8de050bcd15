// Why two papers are near each other, in facts a reader can check: the same repository, the same organization, and keywords or words
// that stand in both. Pure.
import type { RelatedReason } from '../papers/card-data';
import type { IndexedPaper } from './indexed-paper';
import { frequencyOf, namesBegin, sequenceOf, stretchEnd } from './paper-index';
import type { WeighedIndex } from './similarity';
import { dullWords, stopWords } from './stop-words';
import { type PlacedWord, placedWords } from './words';

/** Keywords named as a reason. */
const mostKeywords = 3;

/** With so many keywords in common, words of the texts are not looked at. */
const enoughKeywords = 2;

/** A word alone says something where it stands in one paper of so many, or fewer. */
const rareFrom = 50;

/** What stands between the words of one expression. */
const joint = /^[ -]$/;

interface SharedExpression {
  text: string;
  terms: number[];
  /** How rare its words are, all together. */
  weight: number;
}

/** The paper whose spelling is shown; it is in the index. */
export interface ExplainedPaper {
  paper: IndexedPaper;
  slot: number;
}

/**
 * The reasons why a paper is near a text with these terms, in the paper's own spelling; what says most comes first. Empty where
 * nothing stands in both.
 */
export function reasonsFor(
  weighed: WeighedIndex,
  { paper, slot }: ExplainedPaper,
  sequence: readonly number[],
): RelatedReason[] {
  const { repository, organization } = paper;
  const namesFrom = sequence.indexOf(namesBegin);
  const names = new Set(sequence.slice(namesFrom + 1));
  const shares = (term: number | undefined) => term !== undefined && term !== 0 && names.has(term);
  const reasons: RelatedReason[] = [];
  if (repository && shares(weighed.repository[slot])) reasons.push({ kind: 'repository', repository });
  if (organization && shares(weighed.organization[slot]))
    reasons.push({ kind: 'organization', organization });
  const keywords = sharedKeywords(weighed, { paper, slot }, sequence.slice(0, namesFrom));
  if (keywords.length > 0) reasons.push({ kind: 'keywords', keywords });
  return reasons;
}

/** Where words of the texts must do, a keyword of the paper still comes first. */
function sharedKeywords(
  weighed: WeighedIndex,
  { paper, slot }: ExplainedPaper,
  sequence: readonly number[],
): string[] {
  const stretches = splitStretches(sequenceOf(weighed.sequences, slot));
  const known = new Set(sequence);
  const inBoth = (terms: number[]) =>
    terms.every((term) => known.has(term)) && includesInOrder(sequence, terms);
  const keywords = (paper.keywords ?? []).flatMap((text, position) => {
    const terms = stretches[firstKeyword + position];
    return terms && inBoth(terms) ? expression(weighed, text, terms) : [];
  });
  let chosen = choose(keywords, []);
  const texts = [paper.title, paper.abstract || (paper.summary ?? '')];
  const takeFrom = (position: number, share: number) => {
    const words = { text: texts[position] ?? '', terms: stretches[position] ?? [], title: paper.title };
    chosen = choose(sharedExpressions(weighed, words, inBoth, share), chosen);
  };
  for (const position of texts.keys()) if (chosen.length < enoughKeywords) takeFrom(position, 1 / rareFrom);
  for (const position of texts.keys()) if (chosen.length === 0) takeFrom(position, 1);
  return chosen.map(({ text }) => text);
}

/** Title, abstract and summary come before the keywords. */
const firstKeyword = 3;

function splitStretches(sequence: readonly number[]): number[][] {
  const stretches: number[][] = [[]];
  for (const term of sequence) {
    if (term === namesBegin) break;
    if (term === stretchEnd) stretches.push([]);
    else stretches.at(-1)?.push(term);
  }
  return stretches;
}

const expression = ({ rarity }: WeighedIndex, text: string, terms: number[]): SharedExpression => ({
  text,
  terms,
  weight: terms.reduce((sum, term) => sum + (rarity[term] ?? 0) ** 2, 0),
});

/**
 * Words in both that say something, in pairs, and alone where they are what the text is about and no more than this share of all papers
 * has them. `terms`: one for each word of the text.
 */
function sharedExpressions(
  weighed: WeighedIndex,
  { text, terms, title }: { text: string; terms: number[]; title: string },
  inBoth: (terms: number[]) => boolean,
  share: number,
): SharedExpression[] {
  const { index } = weighed;
  const isRare = (term: number) => frequencyOf(index, term) <= share * index.ids.length;
  const words = placedWords(text).slice(0, terms.length);
  const isTelling = ({ word }: PlacedWord) =>
    word.length > 1 && !stopWords.has(word) && !dullWords.has(word) && !/^\d+$/.test(word);
  return words.flatMap((word, position) => {
    const [own, following] = terms.slice(position, position + 2) as [number, number?];
    if (!inBoth([own]) || !isTelling(word)) return [];
    const alone = expression(weighed, spelled(text, word.start, word.end), [own]);
    // What stands in a text once, by itself, may be there by chance.
    const isTopic = text === title || terms.indexOf(own) !== terms.lastIndexOf(own);
    const shared = isRare(own) && (isTopic || share === 1) ? [alone] : [];
    const next = words[position + 1];
    if (!next || following === undefined || !inBoth([own, following]) || !isTelling(next)) return shared;
    if (!joint.test(text.slice(word.end, next.start))) return shared;
    return [...shared, expression(weighed, spelled(text, word.start, next.end), [own, following])];
  });
}

/** A capital that only begins a sentence or a title says nothing; others stay: `GRPO`, `LoRA`. */
function spelled(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/(?<!\p{L})\p{Lu}(?=\p{Ll}+(?!\p{L}))/gu, (capital) => capital.toLowerCase());
}

/** The heaviest ones after those `chosen` already, no term twice. */
function choose(expressions: SharedExpression[], chosen: SharedExpression[]): SharedExpression[] {
  const all = [...chosen];
  const named = new Set(all.flatMap(({ terms }) => terms));
  for (const candidate of expressions.sort((a, b) => b.weight - a.weight)) {
    if (all.length === mostKeywords) break;
    if (candidate.terms.some((term) => named.has(term))) continue;
    for (const term of candidate.terms) named.add(term);
    all.push(candidate);
  }
  return all;
}

function includesInOrder(sequence: readonly number[], terms: readonly number[]): boolean {
  const [first] = terms;
  if (first === undefined) return false;
  for (let at = sequence.indexOf(first); at >= 0; at = sequence.indexOf(first, at + 1)) {
    if (terms.every((term, offset) => sequence[at + offset] === term)) return true;
  }
  return false;
}
