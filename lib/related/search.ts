// Finds the papers of the index that match a query, best first. Pure; slots in, slots out.
import { type DayRange, dayRange } from './day-range';
import { type MatchingTerms, matchingNames, matchingTerms, ownTerm } from './matching-terms';
import { anyRepository, nameSigns } from './name-terms';
import { type PaperIndex, type Sequences, sequenceOf } from './paper-index';
import type { Query } from './query';
import { type Hits, hitsOfAll, hitsOfAny } from './search-hits';
import { comesBefore } from './slot-lists';
import { stopWords } from './stop-words';

export interface SearchResult {
  /** Best first; the newest first among equals. */
  slots: number[];
  /** How many match; `slots` are the first of them. */
  total: number;
  /** No paper has all that was asked for: these have some of it. */
  partly: boolean;
  /** The terms that were looked for, to mark them. */
  terms: ReadonlySet<number>;
}

/** What one part of a query finds. */
interface Part {
  hits: Hits;
  /** Terms that must follow each other, each one of several; empty where nothing must. */
  inOrder: MatchingTerms[];
}

const nothing: SearchResult = { slots: [], total: 0, partly: false, terms: new Set() };

/**
 * The first `limit` papers that match all of the query, or where none does, some of it. `sequences` are asked for only where words
 * must follow each other. Filters alone find what they leave, the newest first; a query that asks for nothing finds nothing.
 */
export async function searchIndex(
  index: PaperIndex,
  sequences: () => Promise<Sequences>,
  query: Query,
  limit: number,
): Promise<SearchResult> {
  const parts = partsOf(index, query);
  const filters = filtersOf(index, query);
  const days = query.day === undefined ? undefined : dayRange(query.day);
  if (parts.length === 0 && filters.length === 0 && !days) return nothing;
  if ([...parts, ...filters].some(({ inOrder }) => inOrder.length > 0)) {
    const texts = await sequences();
    for (const part of [...parts, ...filters]) keepInOrder(part, texts);
  }
  const allowed = (slot: number) =>
    filters.every(({ hits }) => (hits.scores[slot] as number) > 0) &&
    isWithin(days, index.days[slot] as number);
  return rank(index, parts, allowed, limit);
}

/** Words that say nothing are left out, unless there is nothing else: then they are looked for as they follow each other. */
function partsOf(index: PaperIndex, { words, phrases, lastIsOpen }: Query): Part[] {
  const telling = words.flatMap((word, position) => {
    const open = lastIsOpen && position === words.length - 1;
    return stopWords.has(word) && (!open || words.length > 1) ? [] : [{ word, open }];
  });
  const silent = telling.length === 0 && phrases.length === 0 && words.length > 0 ? [words] : [];
  return [
    ...telling.map(({ word, open }) => ({
      hits: hitsOfAny(index, matchingTerms(index.dictionary, word, open)),
      inOrder: [],
    })),
    ...[...phrases, ...silent].map((phrase) => phrasePart(index, phrase)),
  ];
}

/** Words that say nothing have no postings, and none to do with their terms: `us` shares that of `use`. Their places tell. */
function phrasePart(index: PaperIndex, phrase: string[]): Part {
  const terms = (words: string[]) => words.map((word) => ownTerm(index.dictionary, word));
  const telling = phrase.filter((word) => !stopWords.has(word));
  return { hits: hitsOfAll(index, terms(telling)), inOrder: terms(phrase) };
}

function filtersOf(index: PaperIndex, { authors, organizations, hasCode }: Query): Part[] {
  function named(sign: string, name: string[]): Part {
    const inOrder = name.map((word) => matchingNames(index.dictionary, sign, word));
    return { hits: hitsOfAll(index, inOrder), inOrder: name.length > 1 ? inOrder : [] };
  }
  return [
    ...authors.map((name) => named(nameSigns.author, name)),
    ...organizations.map((name) => named(nameSigns.organization, name)),
    ...(hasCode ? [{ hits: hitsOfAny(index, ownTerm(index.dictionary, anyRepository)), inOrder: [] }] : []),
  ];
}

function keepInOrder({ hits, inOrder }: Part, texts: Sequences): void {
  if (inOrder.length === 0) return;
  for (const [slot, score] of hits.scores.entries()) {
    if (score === 0 || followEachOther(sequenceOf(texts, slot), inOrder)) continue;
    hits.scores[slot] = 0;
    hits.count -= 1;
  }
}

/** Whether somewhere one term of each set follows one of the set before. */
function followEachOther(terms: number[], sets: MatchingTerms[]): boolean {
  const last = terms.length - sets.length;
  for (let start = 0; start <= last; start++) {
    if (sets.every((set, offset) => set.has(terms[start + offset] as number))) return true;
  }
  return false;
}

/** A paper whose day is not known (0) is of none. */
const isWithin = (days: DayRange | undefined, day: number) =>
  !days || (day > 0 && day >= days.first && day <= days.last);

function rank(
  index: PaperIndex,
  parts: Part[],
  allowed: (slot: number) => boolean,
  limit: number,
): SearchResult {
  const { ids } = index;
  /** What is found seldom says more. */
  const rarity = parts.map(({ hits }) => Math.log(1 + ids.length / Math.max(1, hits.count)));
  let found: Match[] = [];
  let total = 0;
  let most = parts.length === 0 ? 0 : 1;
  for (let slot = 0; slot < ids.length; slot++) {
    let matched = 0;
    let score = 0;
    for (const [position, { hits }] of parts.entries()) {
      const own = hits.scores[slot] as number;
      if (own === 0) continue;
      matched += 1;
      score += own * (rarity[position] as number);
    }
    if (matched < most || !allowed(slot)) continue;
    // All of the query beats some of it: once one paper has all, no other is looked at.
    if (matched === parts.length && matched > most) {
      most = matched;
      found = [];
      total = 0;
    }
    total += 1;
    keepBest(found, { slot, matched, score }, limit, inOrder);
  }

  function inOrder(a: Match, b: Match): number {
    return b.matched - a.matched || b.score - a.score || (comesBefore(index, a.slot, b.slot) ? -1 : 1);
  }

  return {
    slots: found.map(({ slot }) => slot),
    total,
    partly: total > 0 && most < parts.length,
    terms: new Set(parts.flatMap(({ hits }) => [...hits.terms])),
  };
}

interface Match {
  slot: number;
  /** How many parts of the query. */
  matched: number;
  score: number;
}

/** Puts a match where it belongs among the best `limit`: thousands match a query, and few are shown. */
function keepBest(best: Match[], match: Match, limit: number, inOrder: (a: Match, b: Match) => number): void {
  const last = best.at(-1);
  if (best.length === limit && last && inOrder(last, match) <= 0) return;
  let place = best.length;
  while (place > 0 && inOrder(best[place - 1] as Match, match) > 0) place -= 1;
  best.splice(place, 0, match);
  if (best.length > limit) best.pop();
}
