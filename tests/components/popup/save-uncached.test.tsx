// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import { card, dailyList, popupActions, popupProps, refusal, row } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const popup = (fields: Partial<PopupProps>) => <Popup {...popupProps(actions, fields)} />;
const save = (title: string) => screen.getByRole('button', { name: `Save “${title}”` });

describe('a page’s own paper that nobody has cached', () => {
  const onPage = { cards: [], uncached: { id: '2412.17747' } };

  it('can be saved as it is, beside being looked up', () => {
    render(popup({ onPage }));
    expect(screen.getByRole('button', { name: 'Look up on Hugging Face' })).toBeTruthy();
    fireEvent.click(save('2412.17747'));
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('2412.17747');
    expect(save('2412.17747').getAttribute('aria-pressed')).toBe('true');
    expect(actions.lookUpOnline).not.toHaveBeenCalled();
  });

  it('is shown as saved once it is on the list', () => {
    const { rerender } = render(popup({ onPage }));
    fireEvent.click(save('2412.17747'));
    const listed = card('2412.17747', { title: 'arXiv:2412.17747', origin: 'list', status: 'to-read' });
    rerender(popup({ onPage: { cards: [listed] } }));
    expect(save('arXiv:2412.17747').getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('On your reading list; not in the cached Daily Papers.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Look up on Hugging Face' })).toBeNull();
  });

  it('that cannot be saved says why', async () => {
    actions.save.mockRejectedValueOnce(refusal('disk-full'));
    render(popup({ onPage }));
    fireEvent.click(save('2412.17747'));
    expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
    expect(save('2412.17747').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('a row of the popup', () => {
  it.each([
    ['to-read', 'Saved: To read. Remove from the reading list (s)'],
    ['done', 'Saved: Done. Remove from the reading list (s)'],
    ['dropped', 'Saved: Dropped. Remove from the reading list (s)'],
  ] as const)('says in the title of its mark that a paper is %s', (status, title) => {
    render(popup({ list: dailyList({ papers: [row('2606.00002', { title: 'Memory', status })] }) }));
    expect(save('Memory').title).toBe(title);
  });

  it('says no status that a click has already taken away', () => {
    render(popup({}));
    fireEvent.click(save('Memory of agents'));
    expect(save('Memory of agents').title).toBe('Save to the reading list (s)');
    fireEvent.click(save('Drafting with small models'));
    expect(save('Drafting with small models').title).toBe('Saved. Remove from the reading list (s)');
  });

  it('of a paper from outside the feed says where it is from', () => {
    render(popup({ onPage: { cards: [card('2412.17747', { origin: 'arxiv', status: 'reading' })] } }));
    expect(screen.getByText('From arXiv')).toBeTruthy();
  });
});
