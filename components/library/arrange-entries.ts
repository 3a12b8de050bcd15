// Which saved papers the library shows, and in what order. Pure.
import { type ReadingEntry, type ReadingStatus, readingStatuses } from '../../lib/papers/reading-entry';
import { textLanguage } from '../../lib/text/translate';
import { entryMatcher, type Surroundings } from './match-entries';
import type { ListFilter } from './parse-filter';
import { isSnoozed } from './snooze-days';

export const views = ['all', ...readingStatuses, 'snoozed'] as const;
export type View = (typeof views)[number];

export const entryOrders = ['added', 'changed', 'upvotes', 'published', 'title', 'stars'] as const;
export type EntryOrder = (typeof entryOrders)[number];

type Compare = (one: ReadingEntry, other: ReadingEntry) => number;

const newestFirst: Compare = (one, other) => other.addedAt - one.addedAt;

/** What has no title yet comes last. */
function byTitle(): Compare {
  const { compare } = new Intl.Collator(textLanguage(), { numeric: true, sensitivity: 'base' });
  return (one, other) =>
    Number(one.title === '') - Number(other.title === '') || compare(one.title, other.title);
}

function comparison(order: EntryOrder, facts: Surroundings['facts']): Compare {
  const upvotes = ({ id }: ReadingEntry) => facts.get(id)?.upvotes ?? -1;
  const published = ({ publishedAt = '' }: ReadingEntry) => publishedAt;
  switch (order) {
    case 'added':
      return newestFirst;
    case 'changed':
      return (one, other) => other.changedAt - one.changedAt || newestFirst(one, other);
    case 'upvotes':
      return (one, other) => upvotes(other) - upvotes(one) || newestFirst(one, other);
    case 'stars':
      return (one, other) => other.stars - one.stars || newestFirst(one, other);
    case 'published':
      return (one, other) => {
        const [a, b] = [published(one), published(other)];
        return a === b ? newestFirst(one, other) : a < b ? 1 : -1;
      };
    case 'title':
      return byTitle();
  }
}

/** Times, upvotes and stars: most first; titles A to Z. The entries handed in stay as they are. */
export function sortEntries(
  entries: readonly ReadingEntry[],
  order: EntryOrder,
  facts: Surroundings['facts'],
): ReadingEntry[] {
  return [...entries].sort(comparison(order, facts));
}

/** Of sorted entries those of a view. What is snoozed is out of sight in all but its own, until something is searched for. */
export function filterEntries(
  sorted: readonly ReadingEntry[],
  view: View,
  { terms }: ListFilter,
  surroundings: Surroundings,
): readonly ReadingEntry[] {
  const { today } = surroundings;
  const searching = terms.length > 0;
  const matches = entryMatcher(terms, surroundings);
  return sorted.filter((entry) => {
    if (view === 'snoozed') {
      if (!isSnoozed(entry, today)) return false;
    } else if ((view !== 'all' && entry.status !== view) || (!searching && isSnoozed(entry, today))) {
      return false;
    }
    return !searching || matches(entry);
  });
}

/** How many entries each view has while nothing is searched for. */
export function countByView(entries: readonly ReadingEntry[], today: string): Record<View, number> {
  const counts: Record<View, number> = {
    all: 0,
    'to-read': 0,
    reading: 0,
    done: 0,
    dropped: 0,
    snoozed: 0,
  };
  for (const entry of entries) {
    if (isSnoozed(entry, today)) {
      counts.snoozed += 1;
    } else {
      counts.all += 1;
      counts[entry.status] += 1;
    }
  }
  return counts;
}

/** Round and round. */
export function nextStatus(status: ReadingStatus): ReadingStatus {
  const next = (readingStatuses.indexOf(status) + 1) % readingStatuses.length;
  return readingStatuses[next] ?? 'to-read';
}
