// Which saved papers the library shows, and in what order. Pure.
import type { ReadingEntry, ReadingStatus } from '../../lib/papers/reading-entry';
import { readingStatuses } from '../../lib/papers/reading-entry';
import { wordFilter } from '../page/word-filter';

export type StatusFilter = ReadingStatus | 'all';

export const entryOrders = ['added', 'changed', 'title'] as const;
export type EntryOrder = (typeof entryOrders)[number];

export interface Arrangement {
  status: StatusFilter;
  order: EntryOrder;
  query: string;
}

/** Papers that a search has found by more than the letters of the query: their stems, a filter, words with a typo. */
export type FoundIds = ReadonlySet<string>;

const none: FoundIds = new Set();

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const comparisons: Record<EntryOrder, (one: ReadingEntry, other: ReadingEntry) => number> = {
  added: (one, other) => other.addedAt - one.addedAt,
  changed: (one, other) => other.changedAt - one.changedAt,
  title: (one, other) => byTitle.compare(one.title, other.title),
};

/** Entries that hold every word of the query, or that were found. Times newest first, titles A to Z. The entries handed in stay as they are. */
export function arrangeEntries(
  entries: readonly ReadingEntry[],
  { status, order, query }: Arrangement,
  found: FoundIds = none,
): ReadingEntry[] {
  const holds = wordFilter(query);
  return entries
    .filter((entry) => status === 'all' || entry.status === status)
    .filter(
      ({ id, title, authors, repository, tags, note }) =>
        found.has(id) || holds([id, title, repository, note, ...authors, ...tags]),
    )
    .sort(comparisons[order]);
}

/** How many entries each filter would leave. */
export function countByStatus(entries: readonly ReadingEntry[]): Record<StatusFilter, number> {
  const counts: Record<StatusFilter, number> = { all: entries.length, 'to-read': 0, reading: 0, done: 0 };
  for (const { status } of entries) counts[status] += 1;
  return counts;
}

/** To read → reading → done → to read. */
export function nextStatus(status: ReadingStatus): ReadingStatus {
  const next = (readingStatuses.indexOf(status) + 1) % readingStatuses.length;
  return readingStatuses[next] ?? 'to-read';
}
