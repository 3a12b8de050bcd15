// The rows of the reading list, of which only those in sight are drawn. Knows where they stand, not what is done with them.
import { useMemo, useRef } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import type { CachedFacts } from '../../lib/store/cached-facts';
import { t } from '../../lib/text/translate';
import { drawnOnChange } from '../page/drawn-on-change';
import { LibraryRow, type LibraryRowProps } from './LibraryRow';
import { useKeptFocus } from './use-kept-focus';
import type { RowEdits } from './use-row-edits';
import type { Selection } from './use-selection';
import { useVirtualRows } from './use-virtual-rows';

/** A key that moves the focus draws one list and no row. */
const Row = drawnOnChange(LibraryRow);

interface EntryListProps extends Pick<LibraryRowProps, 'today' | 'tags' | 'readOnly' | 'acts'> {
  entries: readonly ReadingEntry[];
  facts: ReadonlyMap<string, CachedFacts>;
  edits: RowEdits;
  selection: Selection;
  /** The focus was in the last row that was left. */
  onFocusLost(): void;
}

export function EntryList(props: EntryListProps) {
  const { entries, facts, edits, selection, onFocusLost, ...rest } = props;
  const list = useRef<HTMLOListElement>(null);
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const { current, ...focusEvents } = useKeptFocus(ids, onFocusLost);
  const kept = current === undefined ? edits.ids : [current, ...edits.ids];
  const { rows, height, measure } = useVirtualRows({ ids, list, kept });
  const selecting = selection.entries.length > 0;
  return (
    <ol
      ref={list}
      class="entries"
      aria-label={t('pageLibrary')}
      data-selecting={selecting || undefined}
      style={{ blockSize: `${height}px` }}
      {...focusEvents}
    >
      {rows.map(({ index, top }) => {
        const entry = entries[index];
        return (
          entry && (
            <Row
              key={entry.id}
              entry={entry}
              facts={facts.get(entry.id)}
              open={edits.of(entry.id)}
              selected={selection.has(entry.id)}
              {...{ index, top, measure }}
              of={entries.length}
              {...rest}
            />
          )
        );
      })}
    </ol>
  );
}
