// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { dailyList, popupActions, popupProps } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
  actions.readMonth.mockImplementation(async (month) =>
    month === '2026-06'
      ? [
          { day: '2026-06-10', papers: 43, upvotes: 812 },
          { day: '2026-06-11', papers: 1, upvotes: 1 },
          { day: '2026-06-12', papers: 9 },
        ]
      : [],
  );
});
afterEach(cleanup);

const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const heading = () => screen.getByRole('button', { name: 'Fri, Jun 12' });
const grid = () => screen.queryByRole('grid');
const focused = () => document.activeElement?.getAttribute('aria-label');

describe('the calendar of the popup', () => {
  it('is opened by the heading and by c, and says so', () => {
    render(popup());
    expect(heading().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(heading());
    expect(heading().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('grid', { name: 'June 2026' })).toBeTruthy();
    fireEvent.click(heading());
    expect(grid()).toBeNull();
    press('c');
    expect(grid()).not.toBeNull();
  });

  it('reads only the month it shows, when it shows it', async () => {
    render(popup());
    expect(actions.readMonth).not.toHaveBeenCalled();
    press('c');
    await screen.findByRole('button', { name: /^Jun 10: 43/ });
    press('PageUp');
    expect(actions.readMonth.mock.calls).toEqual([['2026-06'], ['2026-05']]);
  });

  it('says of each day how many papers and upvotes are cached of it', async () => {
    render(popup());
    press('c');
    for (const name of [
      'Jun 10: 43 papers, 812 upvotes',
      'Jun 11: 1 paper, 1 upvote',
      'Jun 12: 9 papers',
      'Jun 9: not cached',
    ])
      expect(await screen.findByRole('button', { name })).toBeTruthy();
  });

  it('shades the cached days, the strongest most, and no others', async () => {
    render(popup());
    press('c');
    const strengthOf = (name: RegExp) => screen.getByRole('button', { name }).dataset.strength;
    await screen.findByRole('button', { name: /^Jun 10: 43/ });
    expect([/^Jun 10/, /^Jun 11/, /^Jun 12:/, /^Jun 9/].map(strengthOf)).toEqual(['5', '1', '2', undefined]);
  });

  it('marks today and the shown day, and switches the future off', () => {
    render(popup({ list: dailyList({ day: '2026-06-10' }) }));
    press('c');
    expect(screen.getByRole('button', { name: /^Jun 12/ }).getAttribute('aria-current')).toBe('date');
    expect(screen.getByRole('button', { name: /^Jun 10/ }).getAttribute('aria-pressed')).toBe('true');
    const future = screen.getByRole('button', { name: 'Jun 15' });
    expect(future.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(future);
    expect(actions.showList).not.toHaveBeenCalled();
  });

  it('leads to a day that is not cached as to any other, closes, and gives the focus back', () => {
    render(popup());
    press('c');
    fireEvent.click(screen.getByRole('button', { name: 'Jun 9: not cached' }));
    expect(actions.showList.mock.calls).toEqual([[{ view: 'day', day: '2026-06-09' }]]);
    expect(grid()).toBeNull();
    expect(document.activeElement).toBe(heading());
  });

  it('has one day in the order of the tab key, which the arrows move', () => {
    render(popup());
    press('c');
    expect(focused()).toMatch(/^Jun 12/);
    press('ArrowLeft');
    press('ArrowUp');
    expect(focused()).toMatch(/^Jun 4/);
    expect(document.querySelectorAll('td [tabindex="0"]')).toHaveLength(1);
    press('PageUp');
    expect(screen.getByRole('grid', { name: 'May 2026' })).toBeTruthy();
    expect(focused()).toMatch(/^May 7/);
    expect(actions.showList).not.toHaveBeenCalled();
  });

  it('leaves the list below alone while keys are pressed in it', () => {
    render(popup());
    press('c');
    press('j');
    press('s');
    press('2');
    expect(focused()).toMatch(/^Jun 12/);
    expect(actions.save).not.toHaveBeenCalled();
    expect(actions.showList).not.toHaveBeenCalled();
  });

  it.each(['Escape', 'c'])('is closed by %s, which gives the focus back and does nothing else', (key) => {
    render(popup());
    press('c');
    expect(press(key)).toBe(false);
    expect(grid()).toBeNull();
    expect(document.activeElement).toBe(heading());
  });

  it('is closed by a press beside it', () => {
    render(popup());
    press('c');
    fireEvent.pointerDown(screen.getByRole('main'));
    expect(grid()).toBeNull();
  });

  it('turns the months by button, not beyond this one', () => {
    render(popup());
    press('c');
    const dialog = screen.getByRole('dialog', { name: 'Calendar' });
    const button = (name: string) =>
      [...dialog.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name,
      ) as HTMLElement;
    expect(button('Next month').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Next month'));
    fireEvent.click(button('Previous month'));
    expect(screen.getByRole('grid', { name: 'May 2026' })).toBeTruthy();
  });
});
