// Only the rows in sight are drawn, and a few around them: a list of thousands costs what a screenful costs. The page itself scrolls.
import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Height of a row with nothing but title and facts, px: taken until a row is measured. */
const usualHeight = 61;
/** Rows drawn beyond either edge of the window. */
const drawnAround = 6;

interface VirtualRowsProps {
  /** In the order of the list; another array is another list. */
  ids: readonly string[];
  list: RefObject<HTMLElement | null>;
  /**
   * Rows that stay drawn wherever the page is scrolled to, with those beside them: so the keyboard finds its way from them. First and
   * last of the list stay as well.
   */
  kept: readonly string[];
}

export interface VirtualRow {
  index: number;
  /** px from the top of the list. */
  top: number;
}

function keptIndexes(ids: readonly string[], kept: readonly string[]): number[] {
  const indexes = [0, ids.length - 1];
  for (const id of new Set(kept)) {
    const index = ids.indexOf(id);
    if (index >= 0) indexes.push(index - 1, index, index + 1);
  }
  return indexes.filter((index) => index >= 0 && index < ids.length);
}

const byNumber = (one: number, other: number) => one - other;

export function useVirtualRows({ ids, list, kept }: VirtualRowsProps) {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const [listTop, setListTop] = useState(0);
  const always = keptIndexes(ids, kept);
  const alwaysKey = always.join();

  // `alwaysKey` stands for `always`, which is another array every time.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), ...always])].sort(byNumber),
    [alwaysKey],
  );
  const options = {
    count: ids.length,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    rangeExtractor,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    estimateSize: () => usualHeight,
    // What is not laid out has no height and says nothing.
    measureElement: (...measured: Parameters<typeof measureElement<HTMLElement>>) =>
      measureElement(...measured) || usualHeight,
    overscan: drawnAround,
    scrollMargin: listTop,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    const top = Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (top !== listTop) setListTop(top);
    virtualizer._willUpdate();
  });

  const rows: VirtualRow[] = virtualizer
    .getVirtualItems()
    .map(({ index, start }) => ({ index, top: start - listTop }));
  return { rows, height: virtualizer.getTotalSize(), measure: virtualizer.measureElement };
}
