// The two lines above the reading list that stay in sight: words and order; and which view, or what to do with the selection.
import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../../lib/text/translate';
import { SearchBox } from '../search/SearchBox';
import { type EntryOrder, entryOrders, type View, views } from './arrange-entries';
import type { Arrangement } from './use-arranged-list';
import { orderNames, viewName } from './view-names';

interface LibraryToolbarProps {
  arrangement: Arrangement;
  /** Undefined as long as not the whole list is known. */
  counts: Record<View, number> | undefined;
  searchBox: RefObject<HTMLInputElement | null>;
  /** Nothing is saved yet: there is nothing to arrange, but the cache to search. */
  empty: boolean;
  onArrange(change: Partial<Arrangement>): void;
  /** Takes the place of the views. */
  children?: ComponentChildren;
}

/** What is snoozed has a view of its own only where there is such a thing. */
function shownViews(counts: LibraryToolbarProps['counts'], current: View): View[] {
  return views.filter((view) => view !== 'snoozed' || view === current || (counts?.snoozed ?? 0) > 0);
}

function Views({ arrangement, counts, onArrange }: LibraryToolbarProps) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('libraryShow')}</legend>
      {shownViews(counts, arrangement.view).map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={arrangement.view === view}
          onClick={() => onArrange({ view })}
        >
          {viewName(view)} <span class="count">{counts ? counts[view] : '…'}</span>
        </button>
      ))}
    </fieldset>
  );
}

function OrderSelect({ order, onOrder }: { order: EntryOrder; onOrder(order: EntryOrder): void }) {
  return (
    <select
      class="select"
      aria-label={t('librarySort')}
      value={order}
      onChange={(event) => {
        const chosen = entryOrders.find((each) => each === event.currentTarget.value);
        if (chosen) onOrder(chosen);
      }}
    >
      {entryOrders.map((each) => (
        <option key={each} value={each}>
          {t(orderNames[each])}
        </option>
      ))}
    </select>
  );
}

export function LibraryToolbar(props: LibraryToolbarProps) {
  const { arrangement, searchBox, empty, onArrange, children } = props;
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <SearchBox query={arrangement.query} onQuery={(query) => onArrange({ query })} input={searchBox} />
        {!empty && <OrderSelect order={arrangement.order} onOrder={(order) => onArrange({ order })} />}
      </div>
      {!empty && <div class="toolbar-line">{children || <Views {...props} />}</div>}
    </div>
  );
}
