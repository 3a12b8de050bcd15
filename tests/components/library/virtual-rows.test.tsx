// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Library } from '../../../components/library/Library';
import { entry, libraryActions, libraryProps } from './library-fixtures';
import { live, press, titles } from './living-library';

/** What a row is taken for until it is measured, px. */
const rowHeight = 61;
const count = 10_000;
/** Paper 10000 first. */
const many = Array.from({ length: count }, (_, index) =>
  entry(`${index + 1}`, { title: `Paper ${index + 1}`, addedAt: index + 1 }),
);
const actions = libraryActions();
const rows = () => [...document.querySelectorAll<HTMLElement>('.entry')];
const places = () => rows().map((row) => Number(row.getAttribute('aria-posinset')));
const focused = () => document.activeElement?.textContent;

async function scrollTo(row: number): Promise<void> {
  Object.defineProperty(window, 'scrollY', { value: row * rowHeight, configurable: true });
  fireEvent.scroll(window);
  await waitFor(() => expect(places()).toContain(row + 1));
}

beforeEach(() => {
  actions.search.mockResolvedValue({ papers: [], total: 0 });
  // The test page lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowHeight);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, -window.scrollY, 0, 0),
  );
  Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

// Drawing is slow in a made-up page, and more so on a busy machine.
describe('a list of ten thousand', { timeout: 30_000 }, () => {
  it('draws the rows in sight, a few around them, and the last', () => {
    render(<Library {...libraryProps(actions, many)} />);
    expect(titles()[0]).toBe('Paper 10000');
    expect(titles().at(-1)).toBe('Paper 1');
    expect(rows().length).toBeLessThan(60);
  });

  it('is as high as all its rows, which say where they stand', () => {
    render(<Library {...libraryProps(actions, many)} />);
    const list = document.querySelector<HTMLElement>('.entries');
    expect(list?.style.blockSize).toBe(`${count * rowHeight}px`);
    expect(rows()[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(rows()[1]?.getAttribute('aria-setsize')).toBe('10000');
  });

  it('draws others when the page is scrolled', async () => {
    render(<Library {...libraryProps(actions, many)} />);
    await scrollTo(5_000);
    expect(rows().length).toBeLessThan(60);
    expect(places()).not.toContain(100);
  });

  it('lets the keyboard go on from a row that was scrolled out of sight', async () => {
    render(<Library {...libraryProps(actions, many)} />);
    press('j');
    press('j');
    await scrollTo(5_000);
    expect(focused()).toBe('Paper 9999');
    press('j');
    await waitFor(() => expect(focused()).toBe('Paper 9998'));
    press('j');
    await waitFor(() => expect(focused()).toBe('Paper 9997'));
  });

  it('lets the keyboard go beyond the rows drawn at first', () => {
    render(<Library {...libraryProps(actions, many)} />);
    const drawn = rows().length;
    for (let row = 0; row < drawn + 5; row++) press('j');
    expect(focused()).toBe(`Paper ${count - drawn - 4}`);
  });

  it('begins at the first row from the search box, wherever the page is scrolled to', async () => {
    render(<Library {...libraryProps(actions, many)} />);
    await scrollTo(5_000);
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Search' }), { key: 'ArrowDown' });
    await waitFor(() => expect(focused()).toBe('Paper 10000'));
  });

  it('keeps an open note where it is while others are looked at', async () => {
    render(<Library {...libraryProps(actions, many)} />);
    press('j');
    press('n');
    const editor = document.querySelector('textarea');
    press('Escape');
    expect(editor).toBeTruthy();
    press('n');
    fireEvent.input(document.querySelector('textarea') as Element, { target: { value: 'Mine' } });
    await scrollTo(5_000);
    expect(document.querySelector('textarea')?.value).toBe('Mine');
  });

  it('hands the focus to the first row that is left when thousands are removed', async () => {
    live(actions, many);
    press('j');
    press('x');
    const boxes = screen.getAllByRole('checkbox');
    fireEvent.click(boxes.at(-2) as HTMLElement, { shiftKey: true });
    press('d');
    await waitFor(() => expect(actions.remove).toHaveBeenCalled());
    await waitFor(() => expect(focused()).toBe(titles()[0]));
    expect(rows().length).toBeGreaterThan(0);
  });
});

describe('the rest of the list, arriving after the first rows', () => {
  it('leaves the focus where it is', async () => {
    const first = many.slice(-60);
    const { rerender } = render(
      <Library {...libraryProps(actions, [], { list: { entries: first, complete: false } })} />,
    );
    press('j');
    press('j');
    rerender(<Library {...libraryProps(actions, many)} />);
    expect(focused()).toBe('Paper 9999');
    expect(screen.getByRole('button', { name: 'All 10000' })).toBeTruthy();
  });
});
