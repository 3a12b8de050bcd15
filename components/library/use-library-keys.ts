// What each key does in the library: to the row with the focus, or to everything that is selected.
import type { RefObject } from 'preact';
import type { ReadingEntry, Stars } from '../../lib/papers/reading-entry';
import { starCounts } from '../../lib/papers/reading-entry';
import { type KeyBindings, useKeys } from '../page/keys';
import { currentRow, moveRowFocus } from '../page/row-focus';
import { nextStatus } from './arrange-entries';
import type { BulkMode } from './BulkBar';
import type { EntryChanges } from './use-entry-changes';
import type { RowEdits } from './use-row-edits';
import type { Selection } from './use-selection';

interface LibraryKeys {
  shown: readonly ReadingEntry[];
  selection: Selection;
  changes: EntryChanges;
  edits: RowEdits;
  searchBox: RefObject<HTMLInputElement | null>;
  /** Nothing can be changed: of the keys those that move and search are left. */
  readOnly: boolean;
  onBulkMode(mode: BulkMode): void;
  onUndo(): void;
  onKeys(): void;
  /** `s` on a paper below the list, where there is nothing to do but to save. */
  onSaveOther(id: string): void;
}

const inList = () => document.activeElement?.closest('.entries') !== null;

export function useLibraryKeys(keys: LibraryKeys): void {
  const { shown, selection, changes, edits, searchBox, onBulkMode } = keys;

  function current(): ReadingEntry | undefined {
    const id = inList() ? currentRow() : undefined;
    return id === undefined ? undefined : shown.find((entry) => entry.id === id);
  }
  function targets(): readonly ReadingEntry[] {
    if (selection.entries.length > 0) return selection.entries;
    const entry = current();
    return entry ? [entry] : [];
  }
  function withCurrent(act: (entry: ReadingEntry) => void) {
    const entry = current();
    if (entry) act(entry);
  }
  function stepStatus() {
    const [first] = targets();
    const other = first ? undefined : currentRow();
    if (first) void changes.change(targets(), { status: nextStatus(first.status) });
    else if (other) keys.onSaveOther(other);
  }
  /** For all that is selected in the bar, otherwise in the row. */
  function edit(kind: 'tags' | 'snooze') {
    if (selection.entries.length > 0) onBulkMode(kind === 'tags' ? 'add-tags' : 'snooze');
    else withCurrent(({ id }) => edits.open(id, kind));
  }
  function selectOn(step: 1 | -1) {
    const from = current()?.id;
    moveRowFocus(step);
    const to = current()?.id;
    selection.add([from, to].filter((id) => id !== undefined));
  }
  function starKey(stars: Stars): [string, () => void] {
    return [String(stars), () => void changes.change(targets(), { stars })];
  }

  const reading: KeyBindings = {
    j: () => moveRowFocus(1),
    k: () => moveRowFocus(-1),
    ArrowDown: () => moveRowFocus(1),
    ArrowUp: () => moveRowFocus(-1),
    '/': () => searchBox.current?.focus(),
    '?': keys.onKeys,
  };
  const working: KeyBindings = {
    s: stepStatus,
    d: () => void changes.remove(targets()),
    t: () => edit('tags'),
    z: () => edit('snooze'),
    n: () => withCurrent(({ id }) => edits.open(id, 'note')),
    x: () => withCurrent(({ id }) => selection.toggle(id)),
    J: () => selectOn(1),
    K: () => selectOn(-1),
    A: () => selection.add(shown.map(({ id }) => id)),
    Escape: selection.clear,
    u: keys.onUndo,
    ...Object.fromEntries(starCounts.map(starKey)),
  };
  useKeys(keys.readOnly ? reading : { ...reading, ...working });
}
