// Folds what entries say while the page has nothing else to do, so that the first keystroke is as quick as the others.
import { useEffect } from 'preact/hooks';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { foldedEntry } from './fold-text';

/** Fewer are folded with the first keystroke. */
const worthIt = 500;
/** So many between two looks at the clock. */
const atOnce = 50;

export function useFoldedAhead(entries: readonly ReadingEntry[]): void {
  useEffect(() => {
    if (entries.length < worthIt || typeof requestIdleCallback === 'undefined') return;
    let next = 0;
    let idle = requestIdleCallback(function fold(deadline) {
      while (next < entries.length && deadline.timeRemaining() > 1) {
        for (const entry of entries.slice(next, next + atOnce)) foldedEntry(entry);
        next += atOnce;
      }
      if (next < entries.length) idle = requestIdleCallback(fold);
    });
    return () => cancelIdleCallback(idle);
  }, [entries]);
}
