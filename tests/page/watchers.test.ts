// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchRoutes } from '../../lib/page/route-watcher';
import { watchSubtree } from '../../lib/page/subtree-watcher';

let end: AbortController;
const called = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  called.mockClear();
  end = new AbortController();
  document.body.textContent = '';
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const append = (tag: string) => document.body.appendChild(document.createElement(tag));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the subtree watcher', () => {
  beforeEach(() => watchSubtree(document, called, end.signal));

  it('tells of a change', async () => {
    append('p');
    await pass(0);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('is blind to our own hosts being put in', async () => {
    append('papergloss-badge');
    await pass(500);
    expect(called).not.toHaveBeenCalled();
  });

  it('sees that the page took our host away', async () => {
    append('papergloss-badge').remove();
    await pass(500);
    expect(called).toHaveBeenCalled();
  });

  it('ends with its signal', async () => {
    append('p');
    await pass(0);
    end.abort();
    append('p');
    await pass(500);
    expect(called).toHaveBeenCalledTimes(1);
  });
});

describe('the route watcher', () => {
  const navigation = new EventTarget();

  it.each([
    ['a finished navigation', () => navigation.dispatchEvent(new Event('navigatesuccess'))],
    ['Back and Forward', () => window.dispatchEvent(new Event('popstate'))],
    ['a page out of the back/forward cache', () => window.dispatchEvent(new Event('pageshow'))],
    ['Turbo', () => document.dispatchEvent(new Event('turbo:load'))],
    ['GitHub’s soft navigation', () => document.dispatchEvent(new Event('soft-nav:end'))],
  ])('hears of %s until its signal ends', (_what, arrive) => {
    Reflect.set(window, 'navigation', navigation);
    watchRoutes(document, called, end.signal);
    arrive();
    expect(called).toHaveBeenCalledTimes(1);
    end.abort();
    arrive();
    expect(called).toHaveBeenCalledTimes(1);
  });
});
