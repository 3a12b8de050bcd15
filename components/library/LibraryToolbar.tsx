// The line above the reading list: which status, which order, which words.
import type { RefObject } from 'preact';
import type { MessageKey } from '../../lib/text/translate';
import { t } from '../../lib/text/translate';
import { SearchBox } from '../search/SearchBox';
import { type Arrangement, type EntryOrder, entryOrders, type StatusFilter } from './arrange-entries';
import { statusNames } from './status-names';

const orderNames: Record<EntryOrder, MessageKey> = {
  added: 'librarySortAdded',
  changed: 'librarySortChanged',
  title: 'librarySortTitle',
};

interface LibraryToolbarProps {
  arrangement: Arrangement;
  counts: Record<StatusFilter, number>;
  searchBox: RefObject<HTMLInputElement | null>;
  /** Nothing is saved yet: there is nothing to arrange, but the cache to search. */
  empty: boolean;
  onArrange(change: Partial<Arrangement>): void;
}

const statusFilters: readonly StatusFilter[] = ['all', 'to-read', 'reading', 'done'];

export function LibraryToolbar({ arrangement, counts, searchBox, empty, onArrange }: LibraryToolbarProps) {
  const search = (
    <SearchBox query={arrangement.query} onQuery={(query) => onArrange({ query })} input={searchBox} />
  );
  if (empty) return <div class="toolbar">{search}</div>;
  return (
    <div class="toolbar">
      <fieldset class="segments">
        <legend class="visually-hidden">{t('libraryShow')}</legend>
        {statusFilters.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={arrangement.status === status}
            onClick={() => onArrange({ status })}
          >
            {t(statusNames[status])} <span class="count">{counts[status]}</span>
          </button>
        ))}
      </fieldset>
      {search}
      <select
        class="select"
        aria-label={t('librarySort')}
        value={arrangement.order}
        onChange={(event) => {
          const order = entryOrders.find((each) => each === event.currentTarget.value);
          if (order) onArrange({ order });
        }}
      >
        {entryOrders.map((order) => (
          <option key={order} value={order}>
            {t(orderNames[order])}
          </option>
        ))}
      </select>
    </div>
  );
}
