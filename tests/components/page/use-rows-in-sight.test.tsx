// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sightTime, useRowsInSight } from '../../../components/page/use-rows-in-sight';

/** What the browser would see: told by the test. */
class Sight {
  static all: Sight[] = [];
  readonly watched = new Set<Element>();
  constructor(private readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    Sight.all.push(this);
  }
  observe(element: Element) {
    this.watched.add(element);
  }
  disconnect() {
    this.watched.clear();
  }
  static see(isIntersecting: boolean, ...ids: string[]) {
    for (const sight of Sight.all) {
      const entries = [...sight.watched]
        .filter((element) => element instanceof HTMLElement && ids.includes(element.dataset.row ?? ''))
        .map((target) => ({ target, isIntersecting }));
      if (entries.length > 0) sight.tell(entries);
    }
  }
}

const onSeen = vi.fn<(ids: string[]) => void>();

function List({ ids }: { ids: string[] }) {
  const list = useRef<HTMLOListElement>(null);
  useRowsInSight(list, onSeen);
  return (
    <ol ref={list}>
      {ids.map((id) => (
        <li key={id} data-row={id} />
      ))}
    </ol>
  );
}

const soon = 1_000;
const see = (...ids: string[]) => Sight.see(true, ...ids);
const leave = (...ids: string[]) => Sight.see(false, ...ids);
const pass = (ms: number) => vi.advanceTimersByTime(ms);
const seen = () => onSeen.mock.calls.map(([ids]) => ids);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Sight);
  Sight.all = [];
  onSeen.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const show = (...ids: string[]) => {
  const drawn = render(<List ids={ids} />);
  act(() => {});
  return drawn;
};

describe('rows in sight', () => {
  it('are told together once they were in sight for long enough', () => {
    show('1', '2', '3');
    see('1', '2');
    pass(sightTime - 1);
    expect(seen()).toEqual([]);
    pass(soon);
    expect(seen()).toEqual([['1', '2']]);
  });

  it('that only fly past are not told', () => {
    show('1', '2');
    see('1');
    pass(sightTime / 2);
    leave('1');
    pass(soon * 3);
    expect(seen()).toEqual([]);
  });

  it('are told once, however often they come back', () => {
    show('1');
    for (const _ of '123') {
      see('1');
      pass(sightTime + soon);
      leave('1');
    }
    expect(seen()).toEqual([['1']]);
  });

  it('that come later are watched, too, and those that stay are not begun anew', () => {
    const { rerender } = show('1');
    see('1');
    pass(sightTime / 2);
    rerender(<List ids={['1', '2']} />);
    act(() => {});
    see('2');
    pass(sightTime / 2 + soon / 4);
    expect(seen()).toEqual([['1']]);
    pass(sightTime);
    expect(seen()).toEqual([['1'], ['2']]);
  });

  it('are none while the page is hidden', () => {
    show('1');
    see('1');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    pass(sightTime * 3);
    expect(seen()).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    see('1');
    pass(sightTime + soon);
    expect(seen()).toEqual([['1']]);
    hidden.mockRestore();
  });

  it('that were looked at are told when the page goes, not lost', () => {
    const { unmount } = show('1', '2');
    see('1', '2');
    pass(sightTime);
    act(() => void unmount());
    expect(seen()).toEqual([['1', '2']]);
  });
});
