// A search query as its parts: words, phrases, filters, or the one paper or repository it names. Pure; knows no index.
import { parsePaperId } from '../papers/paper-id';
import type { Target } from '../papers/target';
import { targetOfAddress } from '../papers/target-of-address';
import { wordsOf } from './words';

export interface Query {
  words: string[];
  /** The last word is still being typed: it stands for all words that begin with it. */
  lastIsOpen: boolean;
  /** Words that follow each other. */
  phrases: string[][];
  /** Each a name, as its words; all of them are asked for. */
  authors: string[][];
  organizations: string[][];
  /** A day, a month or a year: how the days asked for begin, `2025-06`. */
  day?: string;
  hasCode: boolean;
  /** What the query names, when it is nothing but that. */
  target?: Target;
}

/** `author:`, `org:`, `day:` and `has:` with a word or a text in quotes; a text in quotes; anything else up to the next space. */
const part = /(?:(author|org|day|has):)?(?:"([^"]*)"?|([^\s"]+))/gi;

const slug = /^[\w.-]+\/[\w.-]+$/;

/** The parts of a query. Never throws: what is no filter is words, and a quote that is not closed ends with the query. */
export function parseQuery(text: string): Query {
  const query: Query = {
    words: [],
    lastIsOpen: false,
    phrases: [],
    authors: [],
    organizations: [],
    hasCode: false,
  };
  for (const { 0: whole, 1: filter = '', 2: quoted, 3: plain = '' } of text.matchAll(part)) {
    query.lastIsOpen = false;
    const value = quoted ?? plain;
    if (!takeFilter(query, filter.toLowerCase(), value)) {
      const words = wordsOf(quoted ?? whole);
      if (quoted !== undefined && words.length > 1) query.phrases.push(words);
      else query.words.push(...words);
      query.lastIsOpen = quoted === undefined && words.length > 0 && text.endsWith(whole);
    }
  }
  const target = targetNamed(text.trim());
  return target ? { ...query, target } : query;
}

/** False for what is no filter, or one that says nothing. */
function takeFilter(query: Query, filter: string, value: string): boolean {
  const words = wordsOf(value);
  if (filter === 'author' && words.length > 0) query.authors.push(words);
  else if (filter === 'org' && words.length > 0) query.organizations.push(words);
  else if (filter === 'day' && /^\d{4}(?:-\d\d?){0,2}$/.test(value)) query.day = value;
  else if (filter === 'has' && value.toLowerCase() === 'code') query.hasCode = true;
  else return false;
  return true;
}

function targetNamed(text: string): Target | undefined {
  const id = parsePaperId(text)?.id;
  if (id) return { kind: 'paper', id };
  const named = text.includes('/') ? targetOfAddress(text) : undefined;
  return named ?? (slug.test(text) ? { kind: 'repository', slug: text } : undefined);
}
