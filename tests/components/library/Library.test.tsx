// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Library } from '../../../components/library/Library';
import type { SuggestedPaper } from '../../../components/library/MoreLikeSaved';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { libraryActions } from './library-actions';

const entry = (id: string, fields: Partial<ReadingEntry> = {}): ReadingEntry => ({
  id,
  title: `Title of ${id}`,
  authors: ['Ada Lovelace', 'Kurt Gödel'],
  publishedAt: '2026-06-11',
  status: 'to-read',
  tags: [],
  note: '',
  addedAt: Date.parse('2026-06-12T12:00:00Z'),
  changedAt: Date.parse('2026-06-12T12:00:00Z'),
  ...fields,
});
const three = ['3', '2', '1'].map((id) => entry(id, { addedAt: Number(id), title: `Paper ${id}` }));

const actions = libraryActions();

/** The page over a list that changes as the store's would. */
function LivingLibrary({ first }: { first: ReadingEntry[] }) {
  const [entries, setEntries] = useState(first);
  actions.setStatus.mockImplementation(async (id, status) =>
    setEntries((list) => list.map((each) => (each.id === id ? { ...each, status } : each))),
  );
  actions.remove.mockImplementation(async (id) => {
    setEntries((list) => list.filter((each) => each.id !== id));
    return entries.find((each) => each.id === id);
  });
  actions.restore.mockImplementation(async (back) => setEntries((list) => [...list, back]));
  return <Library entries={entries} suggested={[]} actions={actions} />;
}

const show = (entries: ReadingEntry[] | undefined, suggested: SuggestedPaper[] = []) =>
  render(<Library entries={entries} suggested={suggested} actions={actions} />);
const live = (entries: ReadingEntry[] = three) => render(<LivingLibrary first={entries} />);
const titles = () => [...document.querySelectorAll('.entry h2')].map((heading) => heading.textContent);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const refusal = (code: string, detail = 'why') => Object.assign(new Error(detail), { code });

/** Lets `ms` of the fake clock go by. */
async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  actions.search.mockResolvedValue({ papers: [], total: 0 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the reading list', () => {
  it('shows title, authors, year, code and day of each paper, newest first', () => {
    show([entry('2406.00001', { addedAt: 1 }), entry('2606.00001', { repository: 'Example/Name' })]);
    expect(titles()).toEqual(['Title of 2606.00001', 'Title of 2406.00001']);
    const first = within(document.querySelector('[data-row]') as HTMLElement);
    expect(first.getByRole('link', { name: 'Title of 2606.00001' }).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2606.00001',
    );
    expect(first.getByRole('link', { name: 'Example/Name' }).getAttribute('href')).toBe(
      'https://github.com/Example/Name',
    );
    for (const text of ['Ada Lovelace, Kurt Gödel', '2026']) expect(first.getByText(text)).toBeTruthy();
    expect(first.getByText(/^saved Jun 12/)).toBeTruthy();
  });

  it('names three of 664 authors', () => {
    const authors = Array.from({ length: 664 }, (_, index) => `Author ${index}`);
    show([entry('1', { authors })]);
    expect(screen.getByText('Author 0, Author 1, Author 2 and 661 more')).toBeTruthy();
  });

  it('shows a paper of which only the identifier is known, and markup as text', () => {
    const { container } = show([entry('1', { title: '<b>1</b>', authors: [], publishedAt: undefined })]);
    expect(titles()).toEqual(['<b>1</b>']);
    expect(container.querySelector('li b')).toBeNull();
    expect(container.textContent).not.toMatch(/undefined|NaN/);
  });

  it('says how to save a paper when there is none', () => {
    show([]);
    expect(screen.getByText('Nothing saved yet')).toBeTruthy();
    expect(screen.getByText(/Press the bookmark/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Export JSON' })).toBeNull();
  });

  it('does not say so while the store is still being read', () => {
    show(undefined);
    expect(screen.queryByText('Nothing saved yet')).toBeNull();
  });
});

describe('finding in the reading list', () => {
  it('shows one status, with counts', () => {
    show([entry('1', { status: 'reading' }), entry('2'), entry('3')]);
    const names = screen.getAllByRole('button', { pressed: false }).map((button) => button.textContent);
    expect(names).toEqual(['To read 2', 'Reading 1', 'Done 0']);
    fireEvent.click(screen.getByRole('button', { name: 'Reading 1' }));
    expect(titles()).toEqual(['Title of 1']);
  });

  it('sorts by title', () => {
    show([entry('1', { title: 'B' }), entry('2', { title: 'a' })]);
    fireEvent.change(screen.getByRole('combobox', { name: 'Sort' }), { target: { value: 'title' } });
    expect(titles()).toEqual(['a', 'B']);
  });

  it('filters, and leads back to all when nothing matches', () => {
    show(three);
    press('/');
    fireEvent.input(document.activeElement as Element, { target: { value: 'elephant' } });
    expect(screen.getByText('No saved paper matches.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(titles()).toHaveLength(3);
  });
});

describe('working through the reading list', () => {
  it('changes the status by its control', () => {
    live();
    const control = screen.getByRole('combobox', { name: 'Status of “Paper 2”' });
    fireEvent.change(control, { target: { value: 'done' } });
    expect(actions.setStatus.mock.calls).toEqual([['2', 'done']]);
  });

  it('goes to the next status with s', () => {
    live();
    press('j');
    press('s');
    expect(actions.setStatus.mock.calls).toEqual([['3', 'reading']]);
  });

  it('says why a status was not changed and shows the old one again', async () => {
    show(three);
    actions.setStatus.mockRejectedValue(refusal('disk-full'));
    const control = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Status of “Paper 2”' });
    fireEvent.change(control, { target: { value: 'done' } });
    expect(
      await screen.findByText('The status was not changed. The disk is full, nothing more can be stored.'),
    ).toBeTruthy();
    expect(control.value).toBe('to-read');
  });

  it('removes with the button, says what, and undo puts it back whole', async () => {
    live();
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    expect(await screen.findByText('Removed “Paper 2”.')).toBeTruthy();
    expect(titles()).toEqual(['Paper 3', 'Paper 1']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toEqual(['Paper 3', 'Paper 2', 'Paper 1']));
    expect(actions.restore.mock.calls).toEqual([[three[1]]]);
    expect(screen.queryByText('Removed “Paper 2”.')).toBeNull();
  });

  it('removes with d, hands the focus to the next row, and takes back with u', async () => {
    live();
    press('j');
    press('j');
    press('d');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper 1'));
    await screen.findByText('Removed “Paper 2”.');
    press('u');
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  it('hands the focus up when the last row goes', async () => {
    live();
    for (const key of ['j', 'j', 'j', 'd']) press(key);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper 2'));
  });

  it('hands the focus on when a status takes the row out of sight', async () => {
    live();
    fireEvent.click(screen.getByRole('button', { name: 'To read 3' }));
    for (const key of ['j', 's']) press(key);
    await waitFor(() => expect(titles()).toEqual(['Paper 2', 'Paper 1']));
    expect(document.activeElement?.textContent).toBe('Paper 2');
  });

  it('offers the newest removal only', async () => {
    live();
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    await screen.findByText('Removed “Paper 2”.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 1”' }));
    await screen.findByText('Removed “Paper 1”.');
    expect(screen.queryByText('Removed “Paper 2”.')).toBeNull();
  });

  it('withdraws the offer after twenty seconds, but not from under the focus', async () => {
    vi.useFakeTimers();
    live();
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    await pass(1);
    await pass(19_000);
    screen.getByRole('button', { name: 'Undo' }).focus();
    await pass(2_000);
    expect(screen.getByText('Removed “Paper 2”.')).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    await pass(20_000);
    expect(screen.queryByText('Removed “Paper 2”.')).toBeNull();
  });

  it('says why a paper was not removed', async () => {
    show(three);
    actions.remove.mockRejectedValue(refusal('internal', 'database is closed'));
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    expect(
      await screen.findByText('Not removed. Something went wrong inside Papergloss. (database is closed)'),
    ).toBeTruthy();
  });
});

describe('the reading list as a file', () => {
  const importing = (file: File) =>
    fireEvent.change(screen.getByLabelText('Import JSON'), { target: { files: [file] } });
  const file = (text: string) => new File([text], 'list.json', { type: 'application/json' });

  it('goes out', () => {
    show(three);
    fireEvent.click(screen.getByRole('button', { name: 'Export JSON' }));
    expect(actions.exportFile).toHaveBeenCalledTimes(1);
  });

  it('comes in, unread, and says what became of it', async () => {
    actions.importFile.mockResolvedValue({
      added: 3,
      merged: 2,
      skipped: [{ index: 4, reason: 'no identifier' }],
    });
    show(three);
    importing(file('{"any": "text"}'));
    expect(await screen.findByText('3 added, 2 merged, 1 skipped.')).toBeTruthy();
    expect(screen.getByText('Entry 5: no identifier')).toBeTruthy();
    expect(actions.importFile.mock.calls).toEqual([['{"any": "text"}']]);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/3 added/)).toBeNull();
  });

  it('names twenty of many skipped entries', async () => {
    const skipped = Array.from({ length: 50 }, (_, index) => ({ index, reason: 'bad' }));
    actions.importFile.mockResolvedValue({ added: 0, merged: 0, skipped });
    show([]);
    importing(file('[]'));
    expect(await screen.findByText('and 30 more')).toBeTruthy();
    expect(screen.getAllByText(/^Entry/)).toHaveLength(20);
  });

  it('says why a file was refused', async () => {
    actions.importFile.mockRejectedValue(refusal('bad-file', 'not JSON'));
    show(three);
    importing(file('<html>'));
    expect(
      await screen.findByText('Not imported. This file is not a Papergloss reading list. (not JSON)'),
    ).toBeTruthy();
  });

  it('refuses a file no message could carry without reading it', async () => {
    show(three);
    const huge = file('');
    Object.defineProperty(huge, 'size', { value: 33 * 2 ** 20 });
    importing(huge);
    expect(await screen.findByText('Not imported. The file is larger than 32 MB.')).toBeTruthy();
    expect(actions.importFile).not.toHaveBeenCalled();
  });

  it('says why nothing was exported', async () => {
    actions.exportFile.mockRejectedValue(refusal('internal', 'downloads are blocked'));
    show(three);
    fireEvent.click(screen.getByRole('button', { name: 'Export JSON' }));
    expect(await screen.findByText(/^Not exported\. .*downloads are blocked/)).toBeTruthy();
  });
});
