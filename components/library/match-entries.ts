// Which entries a filter leaves. Pure.
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import type { CachedFacts } from '../../lib/store/cached-facts';
import { changesSinceSaved } from './changes-since-saved';
import { foldedEntry } from './fold-text';
import type { FilterTerm } from './parse-filter';
import { isSnoozed } from './snooze-days';

/** What is known around the list. */
export interface Surroundings {
  /** By id, what the cache knows today. */
  facts: ReadonlyMap<string, CachedFacts>;
  /** Papers the search of the cache has found by more than letters: by their stems, or words with a typo. */
  found: ReadonlySet<string>;
  /** `YYYY-MM-DD` */
  today: string;
}

function holds(term: FilterTerm, entry: ReadingEntry, { facts, today }: Surroundings): boolean {
  switch (term.of) {
    case 'text':
      return foldedEntry(entry).all.includes(term.text);
    case 'author':
      return foldedEntry(entry).authors.includes(term.name);
    case 'tag':
      return foldedEntry(entry).tags.some((tag) =>
        term.whole ? tag === term.tag : tag.startsWith(term.tag),
      );
    case 'status':
      return term.statuses.includes(entry.status);
    case 'year': {
      const year = Number(entry.publishedAt?.slice(0, 4));
      return year >= term.from && year <= term.to;
    }
    case 'stars':
      return entry.stars >= term.least;
    case 'has':
      if (term.what === 'note') return entry.note.trim() !== '';
      return (entry.repository ?? facts.get(entry.id)?.repository) !== undefined;
    case 'is':
      if (term.what === 'snoozed') return isSnoozed(entry, today);
      return changesSinceSaved(entry, facts.get(entry.id)).length > 0;
  }
}

/**
 * Says of many entries whether all terms hold. What the search of the cache was asked for holds, too, where that found the paper.
 */
export function entryMatcher(
  terms: readonly FilterTerm[],
  surroundings: Surroundings,
): (entry: ReadingEntry) => boolean {
  const asked = terms.filter((term) => term.asked !== undefined);
  const own = terms.filter((term) => term.asked === undefined);
  return (entry) => {
    const holdsFor = (term: FilterTerm) => holds(term, entry, surroundings) !== term.not;
    if (!own.every(holdsFor)) return false;
    return asked.every(holdsFor) || surroundings.found.has(entry.id);
  };
}
