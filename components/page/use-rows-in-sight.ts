// Tells which rows of a list the reader has had before the eye: those that stayed in sight for a while, each once, in batches.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How long a row has to stay in sight, ms: what only flies past does not count. */
export const sightTime = 1_000;

/** Rows that have been looked at for long enough within this time are told together, ms. */
const batchTime = 200;

/** How much of a row has to be in sight, 0 to 1. */
const inSight = 0.5;

/**
 * Watches the children of `list` that have `data-row`. `onSeen` is called with ids, none of them twice while the component is mounted;
 * a page that is not in front of the reader has nothing in sight.
 */
export function useRowsInSight(list: RefObject<HTMLElement | null>, onSeen: (ids: string[]) => void): void {
  const told = useRef(new Set<string>());
  const due = useRef<string[]>([]);
  const observer = useRef<IntersectionObserver>(undefined);
  const tell = useRef(onSeen);
  tell.current = onSeen;

  useEffect(() => {
    const waiting = new Map<Element, ReturnType<typeof setTimeout>>();
    let batch: ReturnType<typeof setTimeout> | undefined;

    function flush() {
      clearTimeout(batch);
      batch = undefined;
      if (due.current.length > 0) tell.current(due.current.splice(0));
    }
    function see(row: Element) {
      waiting.delete(row);
      const id = row instanceof HTMLElement ? row.dataset.row : undefined;
      if (!id || told.current.has(id)) return;
      told.current.add(id);
      due.current.push(id);
      batch ??= setTimeout(flush, batchTime);
    }
    function leave(row: Element) {
      clearTimeout(waiting.get(row));
      waiting.delete(row);
    }
    function stop() {
      for (const row of [...waiting.keys()]) leave(row);
      observer.current?.disconnect();
      observer.current = undefined;
    }
    function start() {
      stop();
      observer.current = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            leave(target);
            if (isIntersecting) waiting.set(target, setTimeout(see, sightTime, target));
          }
        },
        { threshold: inSight },
      );
      watchRows(list.current, observer.current);
    }
    const onVisibility = () => (document.hidden ? stop() : start());
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', flush);
      stop();
      flush();
    };
  }, [list]);

  // Rows come and go with every drawing; one that is watched already is not watched twice.
  useEffect(() => {
    if (observer.current) watchRows(list.current, observer.current);
  });
}

function watchRows(list: HTMLElement | null, observer: IntersectionObserver): void {
  for (const row of list?.children ?? []) observer.observe(row);
}
