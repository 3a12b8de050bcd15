// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { dailyList, popupActions, popupProps, refusal, row } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const settings = (onlyUnseen: boolean) => ({ onlyUnseen, thumbnails: false });
const list = (...unseen: boolean[]) =>
  dailyList({
    papers: unseen.map((isUnseen, n) => row(`2606.0000${n}`, { title: `Paper ${n}`, unseen: isUnseen })),
  });
const popup = (fields: Partial<PopupProps> = {}) => <Popup {...popupProps(actions, fields)} />;
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const toggle = () => screen.getByRole('button', { name: /^Only unseen/ });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('only unseen papers', () => {
  it('says how many are unseen, and shows all until the reader wants otherwise', () => {
    render(popup({ list: list(true, false, true) }));
    expect(screen.getByText(/^2 unseen of 3/)).toBeTruthy();
    expect(toggle().getAttribute('aria-label')).toBe('Only unseen: 2 unseen of 3');
    expect(toggle().getAttribute('aria-pressed')).toBe('false');
    expect(titles()).toHaveLength(3);
  });

  it('are shown with the click, before the setting is kept, and stay when it is', async () => {
    const { rerender } = render(popup({ list: list(true, false) }));
    fireEvent.click(toggle());
    expect(titles()).toEqual(['Paper 0']);
    expect(actions.setOnlyUnseen.mock.calls).toEqual([[true]]);
    rerender(popup({ list: list(true, false), settings: settings(true) }));
    await waitFor(() => expect(toggle().getAttribute('aria-pressed')).toBe('true'));
    expect(titles()).toEqual(['Paper 0']);
  });

  it('are switched by u, and follow the setting when it is changed elsewhere', async () => {
    const { rerender } = render(popup({ list: list(true, false), settings: settings(true) }));
    press('u');
    expect(actions.setOnlyUnseen.mock.calls).toEqual([[false]]);
    expect(titles()).toHaveLength(2);
    rerender(popup({ list: list(true, false), settings: settings(false) }));
    rerender(popup({ list: list(true, false), settings: settings(true) }));
    await waitFor(() => expect(titles()).toEqual(['Paper 0']));
  });

  it('do not go from under the reader because one of them was opened', () => {
    const { rerender } = render(popup({ list: list(true, true), settings: settings(true) }));
    rerender(popup({ list: list(false, true), settings: settings(true) }));
    expect(titles()).toEqual(['Paper 0', 'Paper 1']);
    expect(screen.getByText(/^1 unseen of 2/)).toBeTruthy();
  });

  it('where there are none say so, and show all when asked to', () => {
    render(popup({ list: list(false, false), settings: settings(true) }));
    expect(titles()).toEqual([]);
    expect(screen.getByText('None of these 2 papers is new to you.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(titles()).toHaveLength(2);
    expect(actions.setOnlyUnseen.mock.calls).toEqual([[false]]);
  });

  it('go back to what was, and say why, where the choice cannot be kept', async () => {
    actions.setOnlyUnseen.mockRejectedValueOnce(refusal('disk-full'));
    render(popup({ list: list(true, false) }));
    fireEvent.click(toggle());
    expect(await screen.findByText(/^Not changed\. The disk is full/)).toBeTruthy();
    expect(titles()).toHaveLength(2);
  });
});
