// Which rows are selected. What is not shown is never acted on: it counts as selected only where it can be seen.
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';

export interface Selection {
  /** In the order of the list. */
  entries: readonly ReadingEntry[];
  has(id: string): boolean;
  /** `through`: everything from the row that was toggled last to this one becomes selected. */
  toggle(id: string, through?: boolean): void;
  add(ids: readonly string[]): void;
  clear(): void;
}

const none: readonly ReadingEntry[] = [];
const noIds: ReadonlySet<string> = new Set();

/** The ids between two of the list, both included; the second alone where the first is not there. */
function stretch(shown: readonly ReadingEntry[], from: string | undefined, to: string): string[] {
  const ids = shown.map(({ id }) => id);
  const [start, end] = [from === undefined ? -1 : ids.indexOf(from), ids.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export function useSelection(shown: readonly ReadingEntry[]): Selection {
  const [marked, setMarked] = useState(noIds);
  const toggledLast = useRef<string | undefined>(undefined);
  const entries = useMemo(
    () => (marked.size === 0 ? none : shown.filter(({ id }) => marked.has(id))),
    [shown, marked],
  );

  const add = (ids: readonly string[]) => setMarked((before) => new Set([...before, ...ids]));
  function toggle(id: string, through = false) {
    const from = toggledLast.current;
    toggledLast.current = id;
    if (through) {
      add(stretch(shown, from, id));
      return;
    }
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }
  return { entries, has: (id) => marked.has(id), toggle, add, clear: () => setMarked(noIds) };
}
