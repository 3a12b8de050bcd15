// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderListBar } from '../../../components/list-bar/render-list-bar';

afterEach(() => document.body.replaceChildren());

function draw({ trusted = () => true }: { trusted?: (event: Event) => boolean } = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const onView = vi.fn();
  const bar = renderListBar(root, { listed: 12, total: 106 }, onView, trusted);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name) as HTMLElement;
  return {
    ...bar,
    root,
    onView,
    button,
    names: () => [...root.querySelectorAll('button')].map(({ textContent }) => textContent),
    pressed: () => [...root.querySelectorAll('[aria-pressed=true]')].map(({ textContent }) => textContent),
    status: () => root.querySelector('[role=status]')?.textContent?.trim(),
  };
}

describe('the bar above a list', () => {
  it('says how many are in Daily Papers, what can be done, and who says so', () => {
    const { root, names } = draw();
    expect(root.querySelector('bdi')?.textContent).toBe('12 of 106 in Daily Papers');
    expect(names()).toEqual(['Sort by upvotes', 'Only these']);
    expect(root.textContent).toContain('Papergloss');
    expect(root.querySelector('fieldset')?.getAttribute('aria-label')).toBe('Papergloss');
  });

  it('says nothing of its own accord', () => {
    expect(draw().status()).toBe('');
  });

  it.each([
    ['sort', ['Sort by upvotes'], { isSorted: true, isFiltered: false }, 'Sorted by upvotes.'],
    ['show only what is listed', ['Only these'], { isSorted: false, isFiltered: true }, 'Showing 12 of 106.'],
    [
      'do both',
      ['Only these', 'Sort by upvotes'],
      { isSorted: true, isFiltered: true },
      'Sorted by upvotes. Showing 12 of 106.',
    ],
    [
      'change one’s mind',
      ['Only these', 'Sort by upvotes', 'Only these'],
      { isSorted: true, isFiltered: false },
      'Sorted by upvotes.',
    ],
    [
      'reset',
      ['Only these', 'Sort by upvotes', 'Reset'],
      { isSorted: false, isFiltered: false },
      'The list is as it was.',
    ],
  ])('lets the reader %s, shows it and says it', async (_what, clicks, view, said) => {
    const { button, onView, pressed, status, names } = draw();
    for (const name of clicks) button(name).click();
    expect(onView).toHaveBeenLastCalledWith(view);
    expect(pressed().length).toBe(Number(view.isSorted) + Number(view.isFiltered));
    expect(status()).toBe(said);
    expect(names().includes('Reset')).toBe(view.isSorted || view.isFiltered);
  });

  it('keeps the focus when the button that had it goes', () => {
    const { button } = draw();
    button('Only these').click();
    button('Reset').focus();
    button('Reset').click();
    expect(document.activeElement).toBe(button('Sort by upvotes'));
  });

  it('does nothing for a page’s script', () => {
    const { button, onView, pressed } = draw({ trusted: ({ isTrusted }) => isTrusted });
    button('Sort by upvotes').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onView).not.toHaveBeenCalled();
    expect(pressed()).toEqual([]);
  });

  it('counts anew when the list has grown', () => {
    const { root, update } = draw();
    update({ listed: 13, total: 200 });
    expect(root.querySelector('bdi')?.textContent).toBe('13 of 200 in Daily Papers');
  });

  it('leaves nothing behind', () => {
    const { root, remove } = draw();
    remove();
    expect(root.innerHTML).toBe('');
  });
});
