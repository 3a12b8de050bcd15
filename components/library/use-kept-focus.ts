// The focus in a list whose rows come and go: a row that leaves hands it on to the one that takes its place, and a row that is moved
// keeps it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { focusRowOf } from '../page/row-focus';

/** The first of `before` after `id` that is still there, or else the last before it. */
function neighbourOf(id: string, before: readonly string[], now: ReadonlySet<string>): string | undefined {
  const place = before.indexOf(id);
  return (
    before.slice(place + 1).find((other) => now.has(other)) ??
    before.slice(0, Math.max(0, place)).findLast((other) => now.has(other))
  );
}

/** `onNone`: the row with the focus has left and there is no other. */
export function useKeptFocus(ids: readonly string[], onNone: () => void) {
  const [current, setCurrent] = useState<string>();
  const inside = useRef(false);
  const wanted = useRef<string | undefined>(undefined);
  const before = useRef(ids);
  // While rows are redrawn the focus is lost by what is drawn, not by the reader.
  const drawing = useRef(true);
  drawing.current = true;

  useLayoutEffect(() => {
    drawing.current = false;
    if (before.current !== ids) {
      if (inside.current && current !== undefined) handOn(current);
      before.current = ids;
    }
    if (wanted.current === undefined) return;
    if (focusRowOf(wanted.current)) wanted.current = undefined;
    else setCurrent(wanted.current);
  });

  function handOn(id: string) {
    const now = new Set(ids);
    if (now.has(id)) {
      if (document.activeElement === document.body) wanted.current = id;
      return;
    }
    wanted.current = neighbourOf(id, before.current, now);
    if (wanted.current !== undefined) return;
    inside.current = false;
    onNone();
  }

  function onFocusIn({ target }: FocusEvent) {
    inside.current = true;
    setCurrent((target as Element).closest<HTMLElement>('[data-row]')?.dataset.row);
  }
  function onFocusOut({ currentTarget, relatedTarget }: FocusEvent) {
    if (drawing.current) return;
    const list = currentTarget as Element;
    // Where the window lost the focus, the row still has it.
    if (list.contains(document.activeElement) || list.contains(relatedTarget as Node | null)) return;
    inside.current = false;
  }
  /** The row the focus is in or was last: it must stay drawn. */
  return { current, onFocusIn, onFocusOut };
}
