// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Library, type LibraryProps } from '../../../components/library/Library';
import type { ReadingEntry } from '../../../lib/papers/reading-entry';
import { cachedFacts, entry, libraryActions, libraryProps, refusal } from './library-fixtures';
import { live, press, rowOf, three, titles } from './living-library';

const actions = libraryActions();
const show = (entries: readonly ReadingEntry[], fields: Partial<LibraryProps> = {}) =>
  render(<Library {...libraryProps(actions, entries, fields)} />);

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
    show([
      entry('2406.00001', { addedAt: 1 }),
      entry('2606.00001', { repository: 'Example/Name', publishedAt: '2026-06-11' }),
    ]);
    expect(titles()).toEqual(['Title of 2606.00001', 'Title of 2406.00001']);
    const first = within(rowOf('2606.00001'));
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

  it('shows a paper of which only the identifier is known by that', () => {
    const { container } = show([entry('2606.00001', { title: '', authors: [] })]);
    expect(titles()).toEqual(['arXiv:2606.00001']);
    expect(screen.getByText('title not known yet')).toBeTruthy();
    expect(container.textContent).not.toMatch(/undefined|NaN/);
  });

  it('shows markup in title, tags and note as text', () => {
    const { container } = show([entry('1', { title: '<b>1</b>', tags: ['<i>t</i>'], note: '<u>n</u>' })]);
    expect(titles()).toEqual(['<b>1</b>']);
    for (const text of ['<i>t</i>', '<u>n</u>']) expect(screen.getByText(text)).toBeTruthy();
    expect(container.querySelector('li :is(b, i, u)')).toBeNull();
  });

  it('shows stars, tags, the first line of the note, and until when an entry is snoozed', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-12T12:00:00Z') });
    show([entry('1', { stars: 2, tags: ['agents'], note: '\nFirst *line*\nsecond' })]);
    const row = within(rowOf('Title of 1'));
    expect(row.getByRole('button', { name: '2 stars' }).getAttribute('aria-pressed')).toBe('true');
    expect(row.getByRole('button', { name: 'agents' })).toBeTruthy();
    expect(row.getByText('First *line*')).toBeTruthy();
    cleanup();
    show([entry('1', { snoozedUntil: '2026-12-03' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Snoozed 1' }));
    expect(screen.getByText('until Dec 3')).toBeTruthy();
  });

  it('says what has changed since a paper was saved', () => {
    const facts = new Map([
      ['1', cachedFacts({ upvotes: 128, repository: 'New/Code', hasSummary: true })],
      ['2', cachedFacts({ upvotes: 3 })],
    ]);
    const saved = [
      entry('1', { whenSaved: { upvotes: 44 } }),
      entry('2', { whenSaved: { cached: false } }),
      entry('3', { whenSaved: { upvotes: 44 } }),
    ];
    show(saved, { facts });
    const first = within(rowOf('Title of 1'));
    for (const text of ['+84 since saved', 'code appeared', 'summary appeared'])
      expect(first.getByText(text)).toBeTruthy();
    expect(first.getByRole('link', { name: 'New/Code' })).toBeTruthy();
    expect(within(rowOf('Title of 2')).getByText('now in Daily Papers')).toBeTruthy();
    expect(rowOf('Title of 3').querySelector('.changes')).toBeNull();
  });

  it('says how to save a paper when there is none', () => {
    show([]);
    expect(screen.getByText('Nothing saved yet')).toBeTruthy();
    expect(screen.getByText(/Press the bookmark/)).toBeTruthy();
  });

  it('does not say so while the store is still being read', () => {
    show([], { list: undefined });
    expect(screen.queryByText('Nothing saved yet')).toBeNull();
  });

  it('shows the first entries before the rest has come, and no counts until then', () => {
    show([], { list: { entries: three, complete: false } });
    expect(titles()).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'All …' })).toBeTruthy();
    expect(screen.queryByText(/title.* missing/)).toBeNull();
  });
});

describe('finding in the reading list', () => {
  it('shows one status, with counts', () => {
    show([entry('1', { status: 'reading' }), entry('2'), entry('3')]);
    const names = screen
      .getAllByRole('button', { pressed: false })
      .filter((button) => button.closest('.segments'))
      .map((button) => button.textContent);
    expect(names).toEqual(['To read 2', 'Reading 1', 'Done 0', 'Dropped 0']);
    fireEvent.click(screen.getByRole('button', { name: 'Reading 1' }));
    expect(titles()).toEqual(['Title of 1']);
  });

  it('keeps what is snoozed out of sight, and finds it', () => {
    show([entry('1', { snoozedUntil: '2999-01-01' }), entry('2')]);
    expect(titles()).toEqual(['Title of 2']);
    expect(screen.getByRole('button', { name: 'All 1' })).toBeTruthy();
    fireEvent.input(screen.getByRole('textbox', { name: 'Search' }), { target: { value: 'title' } });
    expect(titles()).toEqual(['Title of 1', 'Title of 2']);
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

  it('shows the papers of a tag when it is pressed', () => {
    show([entry('1', { tags: ['deep nets'] }), entry('2', { tags: ['deep'] })]);
    fireEvent.click(screen.getByRole('button', { name: 'deep nets' }));
    expect(titles()).toEqual(['Title of 1']);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Search' }).value).toBe('tag:"deep nets"');
  });
});

describe('taking back', () => {
  it('puts back whole what was removed', async () => {
    live(actions);
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    expect(await screen.findByText('Removed “Paper 2”.')).toBeTruthy();
    expect(titles()).toEqual(['Paper 3', 'Paper 1']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toEqual(['Paper 3', 'Paper 2', 'Paper 1']));
    expect(actions.restore.mock.calls).toEqual([[[three[1]]]]);
    expect(await screen.findByText('Taken back: Removed “Paper 2”.')).toBeTruthy();
  });

  it('goes back several steps, changes and removals', async () => {
    live(actions);
    press('j');
    press('s');
    await screen.findByText('“Paper 3”: status Reading.');
    press('2');
    await screen.findByText('“Paper 3”: 2 stars.');
    press('d');
    await screen.findByText('Removed “Paper 3”.');
    press('u');
    await screen.findByText('Taken back: Removed “Paper 3”.');
    press('u');
    await screen.findByText('Taken back: “Paper 3”: 2 stars.');
    press('u');
    await screen.findByText('Taken back: “Paper 3”: status Reading.');
    const row = within(rowOf('Paper 3'));
    expect(row.getByRole<HTMLSelectElement>('combobox').value).toBe('to-read');
    expect(row.queryByRole('button', { name: /star/, pressed: true })).toBeNull();
    const calls = actions.change.mock.calls.length;
    press('u');
    expect(actions.change.mock.calls).toHaveLength(calls);
  });

  it('says why it failed, and can be tried again', async () => {
    live(actions);
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    await screen.findByText('Removed “Paper 2”.');
    actions.restore.mockRejectedValueOnce(refusal('disk-full'));
    press('u');
    await screen.findByText('Not taken back. The disk is full, nothing more can be stored.');
    press('u');
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  it('is offered for twenty seconds after a removal, but not taken from under the focus', async () => {
    vi.useFakeTimers();
    live(actions);
    fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
    await pass(1);
    await pass(19_000);
    screen.getByRole('button', { name: 'Undo' }).focus();
    await pass(2_000);
    expect(screen.getByText('Removed “Paper 2”.')).toBeTruthy();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    await pass(20_000);
    expect(screen.queryByText('Removed “Paper 2”.')).toBeNull();
    press('u');
    await pass(1);
    expect(titles()).toHaveLength(3);
  });
});

describe('titles that are missing', () => {
  const untitled = [entry('2606.00001', { title: '' }), entry('2606.00002', { title: '' }), entry('1')];
  const line = () => document.querySelector('.notice-line')?.textContent;

  it('are asked of arXiv on the press and not before', async () => {
    show(untitled);
    expect(screen.getByText('2 titles are missing.')).toBeTruthy();
    expect(actions.fetchDetails).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Ask arXiv' }));
    expect(actions.fetchDetails).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ asking: 12, missing: [] }, '2 titles are missing. Asking arXiv for 12 titles…'],
    [
      { asking: 0, missing: ['2606.00001', '2606.00002'] },
      '2 titles are missing. arXiv does not know: 2606.00001, 2606.00002.',
    ],
    [
      { asking: 0, missing: [], failure: { code: 'offline', detail: '' } },
      /missing\. arXiv cannot be reached\./,
    ],
    [
      { asking: 0, missing: [], failure: { code: 'rate-limited', detail: '' }, retryAt: 0 },
      /asks for fewer requests; again at \d/,
    ],
    [{ asking: 0, missing: [], failure: { code: 'format', detail: 'no feed' } }, /\(no feed\)/],
  ])('are told of as far as arXiv has been asked: %j', (details, text) => {
    show(untitled, { details });
    if (typeof text === 'string') expect(line()).toBe(text);
    else expect(line()).toMatch(text);
    const canAsk = details.asking === 0 && details.missing.length < 2;
    expect(screen.queryAllByRole('button', { name: 'Ask arXiv' })).toHaveLength(canAsk ? 1 : 0);
  });

  it('could not be asked for: says why', async () => {
    actions.fetchDetails.mockRejectedValue(refusal('internal', 'no worker'));
    show(untitled);
    fireEvent.click(screen.getByRole('button', { name: 'Ask arXiv' }));
    await waitFor(() => expect(line()).toMatch(/\(no worker\)/));
  });

  it('are not spoken of where there are none', () => {
    show(three, { details: { asking: 0, missing: ['2606.00001'] } });
    expect(line()).toBeUndefined();
  });
});

describe('the list of an earlier version', () => {
  it('is shown as it was found, and changed in nothing', () => {
    show([entry('1', { note: 'Mine', tags: ['a'] }), entry('2', { status: 'dropped' })], { readOnly: true });
    expect(screen.getByText(/could not be brought to this version/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Add|^Import/ })).toBeNull();
    expect(titles()).toEqual(['Title of 1', 'Title of 2']);
    expect(screen.getByText('Mine')).toBeTruthy();
    expect(within(rowOf('Title of 2')).getByText('Dropped')).toBeTruthy();
    expect(document.querySelector('.entry :is(select, input, textarea)')).toBeNull();
    for (const key of ['j', 's', 'd', 't', 'n', 'x', '3', 'A']) press(key);
    for (const write of [actions.change, actions.remove]) expect(write).not.toHaveBeenCalled();
    expect(document.querySelector('.entry :is(input, textarea)')).toBeNull();
  });
});
