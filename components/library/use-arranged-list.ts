// What the reader wants to see of the list, and what that is: view, order, filter, and what the search of the cache adds to it.
import { useMemo, useState } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { type SearchActions, useSearch } from '../search/use-search';
import { countByView, type EntryOrder, filterEntries, sortEntries, type View } from './arrange-entries';
import type { Surroundings } from './match-entries';
import { parseFilter } from './parse-filter';
import { useFoldedAhead } from './use-folded-ahead';

export interface Arrangement {
  view: View;
  order: EntryOrder;
  query: string;
}

/** Of these, some are on the list and some are not. */
const resultsAtMost = 50;

export function useArrangedList(
  entries: readonly ReadingEntry[],
  facts: Surroundings['facts'],
  today: string,
  ask: SearchActions['search'],
) {
  const [arrangement, setArrangement] = useState<Arrangement>({ view: 'all', order: 'added', query: '' });
  const { view, order, query } = arrangement;
  useFoldedAhead(entries);
  const filter = useMemo(() => parseFilter(query), [query]);
  const search = useSearch(filter.cacheQuery, ask, resultsAtMost);
  const counts = useMemo(() => countByView(entries, today), [entries, today]);
  // Facts are read anew whenever something is cached: only one order heeds them.
  const factsOfOrder = order === 'upvotes' ? facts : undefined;
  const sorted = useMemo(
    () => sortEntries(entries, order, factsOfOrder ?? new Map()),
    [entries, order, factsOfOrder],
  );
  const shown = useMemo(() => {
    const papers = search.answer && !search.answer.partly ? search.answer.papers : [];
    const found = new Set(papers.map(({ id }) => id));
    return filterEntries(sorted, view, filter, { facts, found, today });
  }, [sorted, view, filter, facts, search, today]);

  return {
    arrangement,
    arrange: (change: Partial<Arrangement>) => setArrangement((before) => ({ ...before, ...change })),
    filter,
    search,
    counts,
    shown,
  };
}
