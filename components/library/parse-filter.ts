// The filter language of the library's search box, as conditions. Pure; knows no entries and no index.
import { type ReadingStatus, readingStatuses } from '../../lib/papers/reading-entry';
import { foldText } from './fold-text';

/** What is said of an entry; texts are folded. */
export type Condition =
  | { of: 'text'; text: string }
  /** `whole`: the tag itself and not those that begin with it. */
  | { of: 'tag'; tag: string; whole: boolean }
  | { of: 'status'; statuses: ReadingStatus[] }
  | { of: 'author'; name: string }
  | { of: 'year'; from: number; to: number }
  | { of: 'has'; what: (typeof possessions)[number] }
  | { of: 'is'; what: (typeof states)[number] }
  | { of: 'stars'; least: number };

export type FilterTerm = Condition & {
  /** It must not hold. */
  not: boolean;
  /** The search of the cache understands it too and was asked for it, in these words. */
  asked?: string;
};

export interface ListFilter {
  /** All of them must hold. */
  terms: FilterTerm[];
  /** What is left for the search of the cache; empty where only the list is filtered. */
  cacheQuery: string;
}

const possessions = ['code', 'note'] as const;
const states = ['snoozed', 'changed'] as const;

/** `-`, the name of a filter, and a text in quotes or up to the next space. A quote that is not closed ends with the query. */
const part = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/gi;

/** Undefined: no such filter, the text is words. null: a filter that says nothing yet, as `tag:` while it is being typed. */
type Read = (value: string, quoted: boolean) => Condition | null | undefined;

const startingWith = <T extends string>(names: readonly T[], value: string) =>
  names.filter((name) => name.startsWith(value) || name.replaceAll('-', ' ').startsWith(value));

const filters: Record<string, Read> = {
  tag: (value, whole) => ({ of: 'tag', tag: value.replace(/^#/, ''), whole }),
  author: (name) => ({ of: 'author', name }),
  status(value) {
    const statuses = startingWith(readingStatuses, value);
    return statuses.length > 0 ? { of: 'status', statuses } : undefined;
  },
  has(value) {
    const [what] = startingWith(possessions, value);
    return what && { of: 'has', what };
  },
  is(value) {
    const [what] = startingWith(states, value);
    return what && { of: 'is', what };
  },
  stars: (value) => (/^[0-3]$/.test(value) ? { of: 'stars', least: Number(value) } : undefined),
  year(value) {
    const [all, from, dots, to] = /^(\d{4})?(?:(\.\.?)(\d{0,4}))?$/.exec(value) ?? [];
    if (all === undefined) return /^\d{1,3}$/.test(value) ? null : undefined;
    const last = to?.length === 4 ? Number(to) : undefined;
    if (from === undefined && last === undefined) return null;
    if (!dots) return { of: 'year', from: Number(from), to: Number(from) };
    return { of: 'year', from: Number(from ?? 0), to: last ?? 9999 };
  },
};

const inQuotes = (text: string, quoted: boolean) => (quoted ? `"${text}"` : text);

/** How the search of the cache is asked for a condition; undefined where it does not know such a thing. */
function askedFor(condition: Condition, value: string, quoted: boolean): string | undefined {
  if (condition.of === 'author') return `author:${inQuotes(value, quoted)}`;
  return condition.of === 'has' && condition.what === 'code' ? 'has:code' : undefined;
}

function readPart([whole, minus, field = '', inside, plain = '']: RegExpExecArray): FilterTerm | undefined {
  const not = minus === '-';
  const quoted = inside !== undefined;
  const typed = inside ?? plain;
  const name = field.toLowerCase();
  const value = foldText(typed).trim();
  const read = Object.hasOwn(filters, name) ? filters[name] : undefined;
  const condition = read && (value === '' ? null : read(value, quoted));
  if (condition === null) return undefined;
  if (condition) return { ...condition, not, asked: not ? undefined : askedFor(condition, typed, quoted) };

  const words = whole.slice(minus?.length);
  const text = quoted && field === '' ? value : foldText(words.replaceAll('"', '')).trim();
  const beingTyped = text.endsWith(':') && Object.hasOwn(filters, text.slice(0, -1));
  if (beingTyped || !/[^\s-]/.test(text)) return undefined;
  return { of: 'text', text, not, asked: not ? undefined : words };
}

/** The conditions of a query. Never throws: what is no filter is words. */
export function parseFilter(query: string): ListFilter {
  const terms = [...query.matchAll(part)].flatMap((match) => readPart(match) ?? []);
  return { terms, cacheQuery: terms.flatMap(({ asked }) => asked ?? []).join(' ') };
}
