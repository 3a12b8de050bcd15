// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { papersToSave } from '../../../components/popup/named-papers';
import { Popup } from '../../../components/popup/Popup';
import { popupActions, popupProps, refusal } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(cleanup);

const show = () => render(<Popup {...popupProps(actions)} />);
const type = (value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: 'Search' }), { target: { value } });
const row = () => screen.findByRole('button', { name: /to the reading list$/ });

const pasted = 'see 2401.00001, https://arxiv.org/abs/2401.00002v3 and hep-th/9901001 (and 2401.00001 again)';
const ids = ['2401.00001', '2401.00002', 'hep-th/9901001'];

describe('the papers a text in the search box asks to be saved', () => {
  const now = Date.parse('2026-06-12');
  const cases: [what: string, text: string, missing: string | undefined, found: string[]][] = [
    ['several identifiers and addresses, each once', pasted, undefined, ids],
    ['one that is not cached', 'arXiv:2401.00001v2', '2401.00001', ['2401.00001']],
    ['one that is cached', '2401.00001', undefined, []],
    ['a repository that is not cached', 'https://github.com/a/b', 'a/b', []],
    ['words', 'speculative decoding', undefined, []],
    ['numbers that are no identifiers yet', '9912.00001 9912.00002', undefined, []],
    ['nothing', '', undefined, []],
  ];
  it.each(cases)('are read from %s', (_, text, missing, found) => {
    expect(papersToSave(text, missing, now)).toEqual(found);
  });
});

describe('a text with identifiers in the search box', () => {
  it('offers to save them all, and does so on the press and not before', async () => {
    show();
    type(pasted);
    const button = await row();
    expect(button.textContent).toBe('Save these 3 papers to the reading list');
    expect(actions.saveAll).not.toHaveBeenCalled();
    fireEvent.click(button);
    fireEvent.click(button);
    expect(actions.saveAll).toHaveBeenCalledExactlyOnceWith(ids);
    expect(await screen.findByText('3 papers are on the reading list.')).toBeTruthy();
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('offers it as the first row, which ↓ leads to', async () => {
    show();
    type(pasted);
    const button = await row();
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(button);
  });

  it('offers it for one that is not cached', async () => {
    actions.search.mockResolvedValue({ papers: [], total: 0, missing: '2412.17747' });
    show();
    type('2412.17747');
    expect((await row()).textContent).toBe('Save 2412.17747 to the reading list');
    fireEvent.click(await row());
    expect(actions.saveAll).toHaveBeenCalledExactlyOnceWith(['2412.17747']);
    expect(await screen.findByText('2412.17747 is on the reading list.')).toBeTruthy();
  });

  it('says why they were not saved, and lets the reader try again', async () => {
    actions.saveAll.mockRejectedValueOnce(refusal('disk-full'));
    show();
    type(pasted);
    fireEvent.click(await row());
    expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
    fireEvent.click(await row());
    expect(await screen.findByText('3 papers are on the reading list.')).toBeTruthy();
  });

  it('is not offered for words', async () => {
    show();
    type('draft');
    await screen.findByText('No cached paper matches “draft”.');
    expect(screen.queryByRole('button', { name: /to the reading list$/ })).toBeNull();
  });
});
