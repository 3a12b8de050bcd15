// Draws the bar into its shadow root and redraws it when something changes; what the reader wants goes out through `onView`.
import { render } from 'preact';
import type { ListView } from '../../lib/page/list-arrangement';
import { causedByReader, refuseForgedEvents } from '../mention/trusted-events';
import { ListBar } from './ListBar';

/** Entries of the list that are in Daily Papers, and all of them. */
export interface ListCounts {
  listed: number;
  total: number;
}

export interface RenderedListBar {
  update(counts: ListCounts): void;
  remove(): void;
}

/** Draws into a root that already carries the stylesheet. `onView` is called with each new wish of the reader. */
export function renderListBar(
  root: ShadowRoot | HTMLElement,
  firstCounts: ListCounts,
  onView: (view: ListView) => void,
  trusted = causedByReader,
): RenderedListBar {
  const area = root.ownerDocument.createElement('div');
  refuseForgedEvents(area, trusted);
  root.append(area);

  let counts = firstCounts;
  let view: ListView = { isSorted: false, isFiltered: false };
  let isChanged = false;

  function change(next: ListView): void {
    const hadReset = area.querySelector('.reset');
    view = next;
    isChanged = true;
    onView(view);
    draw();
    // The button pressed is gone; whoever uses the keyboard must not be thrown back to the top of the page.
    if (hadReset && !hadReset.isConnected) area.querySelector('button')?.focus({ preventScroll: true });
  }

  function draw(): void {
    render(<ListBar {...counts} view={view} isChanged={isChanged} onChange={change} />, area);
  }

  draw();

  return {
    update(next) {
      counts = next;
      draw();
    },
    remove() {
      render(null, area);
      area.remove();
    },
  };
}
