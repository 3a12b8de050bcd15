// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { card, popupActions, popupProps, refusal, relatedPaper } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const words = { title: 'A page', abstract: 'What it says. '.repeat(10) };

const popup = (onPage: PopupProps['onPage']) => <Popup {...popupProps(actions, { onPage })} />;
const button = () => screen.queryByRole('button', { name: 'Find related in Daily Papers' });
const find = () => fireEvent.click(button() as HTMLElement);

describe('what is related to the page of the tab', () => {
  it('is offered on an abstract page, whether anything on it is cached or not', () => {
    const { rerender } = render(popup({ cards: [], words }));
    expect(button()).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'On this page' })).toBeTruthy();
    rerender(popup({ cards: [card('2412.17747')], words }));
    expect(button()).toBeTruthy();
  });

  it('is not offered elsewhere', () => {
    render(popup({ cards: [card('2412.17747')] }));
    expect(button()).toBeNull();
  });

  it('is compared on the press and not before, with the page’s own words', () => {
    render(popup({ cards: [], words: { ...words, id: '2412.17747' } }));
    expect(actions.relatedToPage).not.toHaveBeenCalled();
    find();
    find();
    expect(actions.relatedToPage.mock.calls).toEqual([[{ ...words, id: '2412.17747' }]]);
    expect(screen.getByText('Comparing…').getAttribute('role')).toBe('status');
  });

  it('is listed with reasons and marks, and takes the focus from the button', async () => {
    actions.relatedToPage.mockResolvedValue([
      relatedPaper('1', {
        title: '<b>Near</b>',
        saved: true,
        seen: true,
        reasons: [
          { kind: 'organization', organization: 'Lab' },
          { kind: 'keywords', keywords: ['a', 'b'] },
        ],
      }),
      relatedPaper('2', { reasons: [] }),
    ]);
    render(popup({ cards: [], words }));
    button()?.focus();
    find();
    const title = await screen.findByRole('button', { name: '<b>Near</b>' });
    expect(document.activeElement).toBe(title);
    expect(screen.getByText('same organization · both: a, b')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Seen' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save “<b>Near</b>”' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(screen.queryByText('Near 2')).toBeNull();
    expect(button()).toBeNull();
  });

  it('stays while cache and reading list change, and after a search', async () => {
    actions.relatedToPage.mockResolvedValue([relatedPaper('1')]);
    const { rerender } = render(popup({ cards: [], words }));
    find();
    await screen.findByRole('button', { name: 'Near 1' });
    rerender(popup({ cards: [], words: { ...words } }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'draft' } });
    await screen.findByText('No cached paper matches “draft”.');
    expect(screen.queryByRole('button', { name: 'Near 1' })).toBeNull();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '' } });
    expect(screen.getByRole('button', { name: 'Near 1' })).toBeTruthy();
    expect(actions.relatedToPage).toHaveBeenCalledTimes(1);
  });

  it('says when nothing is', async () => {
    render(popup({ cards: [], words }));
    find();
    expect(await screen.findByText('Nothing cached is related to this page.')).toBeTruthy();
    expect(button()).toBeNull();
  });

  it('says why it could not be compared, and lets the reader try again', async () => {
    actions.relatedToPage.mockRejectedValueOnce(refusal('timeout'));
    render(popup({ cards: [], words }));
    find();
    expect(await screen.findByText(/^Nothing could be compared\. Hugging Face took/)).toBeTruthy();
    find();
    expect(await screen.findByText('Nothing cached is related to this page.')).toBeTruthy();
  });
});
