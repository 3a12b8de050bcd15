// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Library } from '../../../components/library/Library';
import type { SuggestedPaper } from '../../../components/library/MoreLikeSaved';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { card, found, relatedPaper } from '../popup/popup-fixtures';
import { entry, libraryActions, libraryProps } from './library-fixtures';

const actions = libraryActions();
beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  actions.search.mockResolvedValue({ papers: [], total: 0 });
});
afterEach(cleanup);

const library = (entries: ReadingEntry[], suggested: SuggestedPaper[] = []) => (
  <Library {...libraryProps(actions, entries, { suggested })} />
);
const two = [entry('1', { title: 'Drafts', addedAt: 2 }), entry('2', { title: 'Maps', addedAt: 1 })];
const type = (value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: 'Search' }), { target: { value } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const saved = () => [...document.querySelectorAll('.entry h2')].map((heading) => heading.textContent);
const others = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const alsoCached = () => screen.findByRole('region', { name: 'Also cached' });

describe('the search of the library', () => {
  it('filters the list, and shows below it what else is cached and matches', async () => {
    const papers = [found('1', { status: 'to-read' }), found('3'), found('4')];
    actions.search.mockResolvedValue({ papers, total: 3 });
    render(library(two));
    type('draft');
    expect(saved()).toEqual(['Drafts']);
    expect(within(await alsoCached()).getByText('2 papers')).toBeTruthy();
    expect(others()).toEqual(['Found 3', 'Found 4']);
    type('');
    expect(screen.queryByText('Also cached')).toBeNull();
    expect(saved()).toEqual(['Drafts', 'Maps']);
  });

  it('shows twenty of many', async () => {
    const papers = Array.from({ length: 50 }, (_, index) => found(`9${index}`));
    actions.search.mockResolvedValue({ papers, total: 312 });
    render(library(two));
    type('draft');
    expect(within(await alsoCached()).getByText('20 of 312 papers')).toBeTruthy();
    expect(others()).toHaveLength(20);
  });

  it('leaves in the list what the search knows to match, though the letters differ', async () => {
    actions.search.mockResolvedValue({ papers: [found('2', { status: 'done' })], total: 1 });
    render(library(two));
    type('author:gauss');
    await waitFor(() => expect(saved()).toEqual(['Maps']));
    expect(screen.getByText('Nothing else that is cached matches.')).toBeTruthy();
  });

  it('does not take papers with some of the words for matches of the list', async () => {
    actions.search.mockResolvedValue({ papers: [found('2', { status: 'done' })], total: 1, partly: true });
    render(library(two));
    type('maps elephant');
    await alsoCached();
    expect(saved()).toEqual([]);
  });

  it('works where nothing is saved yet', async () => {
    actions.search.mockResolvedValue({ papers: [found('3')], total: 1 });
    render(library([]));
    type('draft');
    await alsoCached();
    expect(others()).toEqual(['Found 3']);
    expect(screen.queryByText('Nothing saved yet')).toBeNull();
  });

  it('saves what it found; the row stays where it is, and can be taken back', async () => {
    actions.search.mockResolvedValue({ papers: [found('3'), found('4')], total: 2 });
    const { rerender } = render(library(two));
    type('draft');
    fireEvent.click(await screen.findByRole('button', { name: 'Save “Found 3”' }));
    expect(actions.save.mock.calls).toEqual([['3']]);
    rerender(library([...two, entry('3', { title: 'Found 3' })]));
    expect(others()).toEqual(['Found 3', 'Found 4']);
    actions.remove.mockResolvedValue([entry('3', { title: 'Found 3' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Save “Found 3”', pressed: true }));
    expect(await screen.findByText('Removed “Found 3”.')).toBeTruthy();
  });

  it('says why a paper was not saved', async () => {
    actions.search.mockResolvedValue({ papers: [found('3')], total: 1 });
    actions.save.mockRejectedValue(Object.assign(new Error(''), { code: 'disk-full' }));
    render(library(two));
    type('draft');
    fireEvent.click(await screen.findByRole('button', { name: 'Save “Found 3”' }));
    expect(await screen.findByText('Not saved. The disk is full, nothing more can be stored.')).toBeTruthy();
  });

  it('saves with s what is not on the list, and changes the status of what is', async () => {
    actions.search.mockResolvedValue({ papers: [found('3')], total: 1 });
    render(library(two));
    type('draft');
    await alsoCached();
    press('j');
    press('s');
    press('j');
    press('s');
    press('d');
    expect(actions.change.mock.calls).toEqual([[[{ id: '1', change: { status: 'reading' } }]]]);
    expect(actions.save.mock.calls).toEqual([['3']]);
    expect(actions.remove).not.toHaveBeenCalled();
  });

  it('is asked for words, not for what only the list knows', async () => {
    render(library(two));
    type('tag:x draft status:done -maps');
    await alsoCached();
    expect(actions.search.mock.lastCall).toEqual(['draft', 50]);
    expect(screen.getByRole('button', { name: 'Search Hugging Face for “draft”' })).toBeTruthy();
    actions.search.mockClear();
    type('status:done');
    await waitFor(() => expect(screen.queryByText('Also cached')).toBeNull());
    expect(actions.search).not.toHaveBeenCalled();
  });

  it('asks Hugging Face on the press and not before', async () => {
    actions.searchOnline.mockResolvedValue([card('5')]);
    render(library(two));
    type('draft');
    const row = await screen.findByRole('button', { name: 'Search Hugging Face for “draft”' });
    expect(actions.searchOnline).not.toHaveBeenCalled();
    fireEvent.click(row);
    expect(actions.searchOnline.mock.calls).toEqual([['draft']]);
    expect(await screen.findByRole('link', { name: 'Card of 5' })).toBeTruthy();
  });
});

describe('more like what was saved', () => {
  const suggested: SuggestedPaper[] = [
    { paper: relatedPaper('7', { seen: true }), because: 'Drafts' },
    { paper: relatedPaper('8'), because: '<b>Maps</b>' },
  ];
  const unfold = () => {
    const details = document.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
  };

  it('is folded below the list, out of the way of the keys', () => {
    render(library(two, suggested));
    expect(screen.getByRole('heading', { level: 2, name: 'More like what I saved' })).toBeTruthy();
    for (const _ of '12345') press('j');
    expect(document.activeElement?.textContent).toBe('Maps');
  });

  it('says of each why it is there, and because of what', () => {
    const { container } = render(library(two, suggested));
    unfold();
    expect(others()).toEqual(['Near 7', 'Near 8']);
    expect(screen.getAllByText('both: draft model')).toHaveLength(2);
    expect(screen.getByText('because you saved “Drafts”')).toBeTruthy();
    expect(screen.getByText('because you saved “<b>Maps</b>”')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'Seen' })).toHaveLength(1);
    expect(container.querySelector('li b')).toBeNull();
  });

  it('keeps a row that was saved where it is as long as it is open', () => {
    const { rerender } = render(library(two, suggested));
    unfold();
    fireEvent.click(screen.getByRole('button', { name: 'Save “Near 7”' }));
    expect(actions.save.mock.calls).toEqual([['7']]);
    rerender(library([...two, entry('7')], suggested.slice(1)));
    expect(others()).toEqual(['Near 7', 'Near 8']);
    expect(screen.getByRole('button', { name: 'Save “Near 7”' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('is not there where nothing is near, nor while something is searched for', async () => {
    const { rerender } = render(library(two));
    expect(screen.queryByText('More like what I saved')).toBeNull();
    rerender(library(two, suggested));
    type('draft');
    await alsoCached();
    expect(screen.queryByText('More like what I saved')).toBeNull();
  });
});
