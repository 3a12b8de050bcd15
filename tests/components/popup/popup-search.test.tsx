// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { PopupProps } from '../../../components/popup/popup-props';
import type { SearchAnswer } from '../../../lib/papers/search-answer';
import { card, found, popupActions, popupProps, refusal } from './popup-fixtures';

let actions: ReturnType<typeof popupActions>;
beforeEach(() => {
  actions = popupActions();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const props = (fields: Partial<PopupProps> = {}) => popupProps(actions, fields);
const show = (fields: Partial<PopupProps> = {}) => render(<Popup {...props(fields)} />);
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search' });
const type = (value: string) => fireEvent.input(box(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const answerOf = (...ids: string[]): SearchAnswer => ({
  papers: ids.map((id) => found(id)),
  total: ids.length,
});
const onlineRow = () => screen.getByRole('button', { name: /^Search Hugging Face for/ });
const daily = ['Drafting with small models', 'Memory of agents', 'Maps without maps'];

/** A search whose answers come when the test says so. */
function heldSearch() {
  const waiting = new Map<string, { resolve(answer: SearchAnswer): void; reject(error: Error): void }>();
  actions.search.mockImplementation(
    (query) => new Promise((resolve, reject) => waiting.set(query, { resolve, reject })),
  );
  return {
    answer: (query: string, answer: SearchAnswer) => act(async () => waiting.get(query)?.resolve(answer)),
    fail: (query: string, error: Error) => act(async () => waiting.get(query)?.reject(error)),
  };
}

describe('the search of the popup', () => {
  it('asks for what was typed, at once, and for nothing while the box is empty or blank', () => {
    show();
    type('  ');
    expect(actions.search).not.toHaveBeenCalled();
    type('draft ');
    expect(actions.search.mock.calls).toEqual([['draft', 50]]);
  });

  it('puts the results in place of the list, and the list back when the box is emptied', async () => {
    actions.search.mockResolvedValue(answerOf('2401.00002', '2401.00001'));
    show();
    type('draft');
    await waitFor(() => expect(titles()).toEqual(['Found 2401.00002', 'Found 2401.00001']));
    expect(fireEvent.keyDown(box(), { key: 'Escape' })).toBe(false);
    expect(titles()).toEqual(daily);
    expect(box().value).toBe('');
  });

  it('leaves what is shown in place until there is something to put there', async () => {
    const search = heldSearch();
    show();
    type('d');
    expect(titles()).toEqual(daily);
    await search.answer('d', answerOf('1'));
    type('dr');
    expect(titles()).toEqual(['Found 1']);
    await search.answer('dr', answerOf('2'));
    expect(titles()).toEqual(['Found 2']);
  });

  it('never puts an older answer in place of a newer one', async () => {
    const search = heldSearch();
    show();
    type('d');
    type('dr');
    await search.answer('dr', answerOf('new'));
    await search.answer('d', answerOf('old'));
    expect(titles()).toEqual(['Found new']);
  });

  it('shows an older answer while the newest is on its way', async () => {
    const search = heldSearch();
    show();
    type('d');
    type('dr');
    await search.answer('d', answerOf('old'));
    expect(titles()).toEqual(['Found old']);
  });

  it('does not fill an emptied box’s list with an answer that was on its way', async () => {
    const search = heldSearch();
    show();
    type('d');
    type('');
    await search.answer('d', answerOf('late'));
    expect(titles()).toEqual(daily);
    type('m');
    expect(titles()).toEqual(daily);
  });

  it.each<[string, Partial<SearchAnswer>, string]>([
    ['one', { papers: [found('1')], total: 1 }, '1 paper'],
    ['all', { papers: [found('1'), found('2')], total: 2 }, '2 papers'],
    ['the first of many', { papers: [found('1')], total: 312 }, '1 of 312 papers'],
    [
      'some of the words only',
      { papers: [found('1')], total: 1, partly: true },
      '1 paper · no paper has all the words, these have some',
    ],
    ['an identifier that is not there', { missing: '2412.17747' }, '2412.17747 is not cached'],
    [
      'an unfinished index',
      { papers: [found('1')], total: 1, indexing: { done: 300, of: 4000 } },
      'Indexing, 300 of 4000 · 1 paper',
    ],
  ])('says what was found: %s', async (_, answer, text) => {
    actions.search.mockResolvedValue({ papers: [], total: 0, ...answer });
    show();
    type('draft');
    const line = await screen.findByText(text);
    expect(line.closest('[role="status"]')).not.toBeNull();
  });

  it('says quietly that nothing was found, and shortens what was pasted', async () => {
    show();
    type('x'.repeat(10_000));
    expect(await screen.findByText(`No cached paper matches “${'x'.repeat(79)}…”.`)).toBeTruthy();
    expect(titles()).toEqual([]);
  });

  it('says why it failed, and works again with the next letter', async () => {
    actions.search.mockRejectedValue(refusal('internal', 'no index'));
    show();
    type('d');
    expect(
      await screen.findByText('The search failed. Something went wrong inside Papergloss. (no index)'),
    ).toBeTruthy();
    actions.search.mockResolvedValue(answerOf('1'));
    type('dr');
    await waitFor(() => expect(titles()).toEqual(['Found 1']));
    expect(screen.queryByText(/The search failed/)).toBeNull();
  });

  it('asks a second time, and no more often, when whoever was answering went away', async () => {
    actions.search.mockRejectedValueOnce(refusal('internal', 'the channel closed'));
    actions.search.mockResolvedValueOnce(answerOf('1'));
    show();
    type('d');
    await waitFor(() => expect(titles()).toEqual(['Found 1']));
    actions.search.mockRejectedValue(refusal('internal'));
    type('dr');
    await screen.findByText(/The search failed/);
    expect(actions.search.mock.calls.map(([query]) => query)).toEqual(['d', 'd', 'dr', 'dr']);
  });

  it('says nothing of a failure that a newer question has made old', async () => {
    const search = heldSearch();
    show();
    type('d');
    type('dr');
    await search.fail('d', refusal('internal'));
    expect(titles()).toEqual(daily);
  });

  it('asks again each second while the index is being made, and then no more', async () => {
    vi.useFakeTimers();
    const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
    actions.search.mockResolvedValueOnce({ papers: [], total: 0, indexing: { done: 1, of: 2 } });
    actions.search.mockResolvedValue(answerOf('1'));
    show();
    type('d');
    await pass(1);
    expect(screen.getByText('Indexing, 1 of 2')).toBeTruthy();
    await pass(1_000);
    expect(titles()).toEqual(['Found 1']);
    await pass(10_000);
    expect(actions.search).toHaveBeenCalledTimes(2);
  });

  it('asks again when cache or reading list have changed', () => {
    const { rerender } = show();
    type('d');
    rerender(<Popup {...props()} />);
    expect(actions.search.mock.calls).toEqual([
      ['d', 50],
      ['d', 50],
    ]);
  });

  it('names the ways to narrow a search, and the box knows of them', () => {
    show();
    const hint = document.getElementById(box().getAttribute('aria-describedby') ?? '');
    for (const word of ['author:', 'org:', 'day:', 'has:code', 'quotes'])
      expect(hint?.textContent).toContain(word);
  });
});

describe('a result of the search', () => {
  it('shows its day, its marks, and whether it was saved or seen', async () => {
    const paper = found('1', {
      title: 'Drafts of drafts',
      summary: 'A draft.',
      marks: { title: [[0, 6]], summary: [[2, 7]] },
      day: '2026-06-11',
      status: 'done',
      seen: true,
    });
    actions.search.mockResolvedValue({ papers: [paper], total: 1 });
    show();
    type('draft');
    const row = within((await screen.findByText('Jun 11')).closest('[data-row]') as HTMLElement);
    expect(row.getAllByText(/^D?d?raft/, { selector: 'mark' }).map((mark) => mark.textContent)).toEqual([
      'Drafts',
      'draft',
    ]);
    expect(row.getByRole('img', { name: 'Seen' })).toBeTruthy();
    expect(row.getByRole('button', { pressed: true })).toBeTruthy();
  });

  it('shows markup as text, marked or not', async () => {
    const title = '<img src=x onerror=alert(1)><b>draft</b>';
    actions.search.mockResolvedValue({
      papers: [
        found('1', {
          title,
          marks: {
            title: [
              [1, 4],
              [28, 31],
            ],
            summary: [],
          },
        }),
      ],
      total: 1,
    });
    const { container } = show();
    type('draft');
    await waitFor(() => expect(titles()).toEqual([title]));
    expect(container.querySelector('.paper-row :is(b, img:not([role]))')).toBeNull();
  });

  it('is saved like a row of the list, and stays saved', async () => {
    actions.search.mockResolvedValue(answerOf('1'));
    show();
    type('draft');
    fireEvent.click(await screen.findByRole('button', { name: 'Save “Found 1”' }));
    expect(actions.save.mock.calls).toEqual([['1']]);
    expect(screen.getByRole('button', { name: 'Save “Found 1”' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the keys on search results', () => {
  async function searchFor(answer: SearchAnswer) {
    actions.search.mockResolvedValue(answer);
    show({ onPage: { cards: [card('2412.17747')] } });
    type('draft');
    await waitFor(() => expect(titles()).toHaveLength(answer.papers.length));
  }

  it('move through the results to the last row, past what they have taken the place of', async () => {
    await searchFor(answerOf('1', '2'));
    box().focus();
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Found 1');
    press('j');
    press('j');
    expect(document.activeElement).toBe(onlineRow());
    press('j');
    press('k');
    expect(document.activeElement?.textContent).toBe('Found 2');
  });

  it('save a result, and open its code and its page', async () => {
    await searchFor({ papers: [found('1', { repository: 'Example/Name' })], total: 1 });
    for (const key of ['j', 's', 'g', 'h']) press(key);
    expect(actions.save.mock.calls).toEqual([['1']]);
    expect(actions.open.mock.calls).toEqual([
      ['https://github.com/Example/Name'],
      ['https://huggingface.co/papers/1'],
    ]);
  });

  it('do nothing on the row that is no paper', async () => {
    await searchFor(answerOf());
    for (const key of ['j', 's', 'g', 'h']) press(key);
    expect(document.activeElement).toBe(onlineRow());
    expect(actions.save).not.toHaveBeenCalled();
    expect(actions.open).not.toHaveBeenCalled();
  });

  it('do not change the day under the results', async () => {
    await searchFor(answerOf('1'));
    press('j');
    press('ArrowLeft');
    fireEvent.click(screen.getByRole('button', { name: 'Previous day' }));
    expect(actions.showList).not.toHaveBeenCalled();
    type('');
    press('Escape');
    box().blur();
    press('ArrowLeft');
    expect(actions.showList).toHaveBeenCalledTimes(1);
  });
});

describe('searching Hugging Face from the popup', () => {
  async function searched(query = 'draft') {
    show();
    type(query);
    await screen.findByRole('button', { name: `Search Hugging Face for “${query}”` });
  }

  it('happens on the press and not before', async () => {
    await searched();
    press('/');
    for (const query of ['draft m', 'draft mo', 'draft']) type(query);
    press('ArrowDown');
    expect(actions.searchOnline).not.toHaveBeenCalled();
    await screen.findByRole('button', { name: 'Search Hugging Face for “draft”' });
    fireEvent.click(onlineRow());
    expect(actions.searchOnline.mock.calls).toEqual([['draft']]);
  });

  it('is asked once, however often it is pressed, and says that it is asking', async () => {
    actions.searchOnline.mockReturnValue(new Promise(() => {}));
    await searched();
    fireEvent.click(onlineRow());
    fireEvent.click(onlineRow());
    expect(actions.searchOnline).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Asking Hugging Face…').getAttribute('role')).toBe('status');
  });

  it('shows what is there and not here, under its own heading, and leads the focus to it', async () => {
    actions.search.mockResolvedValue(answerOf('1'));
    actions.searchOnline.mockResolvedValue([card('1'), card('2', { repository: 'Example/Two' })]);
    await searched();
    onlineRow().focus();
    fireEvent.click(onlineRow());
    expect(await screen.findByRole('heading', { level: 2, name: 'On Hugging Face' })).toBeTruthy();
    expect(titles()).toEqual(['Found 1', 'Card of 2']);
    expect(document.activeElement?.textContent).toBe('Card of 2');
    press('s');
    press('g');
    expect(actions.save.mock.calls).toEqual([['2']]);
    expect(actions.open.mock.calls).toEqual([['https://github.com/Example/Two']]);
  });

  it('leaves what came where it is, also when it has been saved and the cache finds it, too', async () => {
    actions.search.mockResolvedValueOnce(answerOf('1'));
    actions.searchOnline.mockResolvedValue([card('2'), card('3')]);
    const { rerender } = render(<Popup {...props()} />);
    type('draft');
    fireEvent.click(await screen.findByRole('button', { name: 'Search Hugging Face for “draft”' }));
    await waitFor(() => expect(titles()).toEqual(['Found 1', 'Card of 2', 'Card of 3']));
    press('j');
    const focused = document.activeElement;
    actions.search.mockResolvedValue(answerOf('3', '1', '2'));
    await act(async () => rerender(<Popup {...props({ onPage: { cards: [] } })} />));
    expect(actions.search).toHaveBeenCalledTimes(2);
    expect(titles()).toEqual(['Found 1', 'Card of 2', 'Card of 3']);
    expect(screen.getAllByText('1 paper').length).toBe(1);
    expect(document.activeElement).toBe(focused);
  });

  it('says when there is nothing more', async () => {
    actions.search.mockResolvedValue(answerOf('1'));
    actions.searchOnline.mockResolvedValue([card('1')]);
    await searched();
    fireEvent.click(onlineRow());
    const said = await screen.findByText('Hugging Face has nothing more for this.');
    expect(said.hasAttribute('data-failed')).toBe(false);
  });

  it('says why it failed, and can be pressed again', async () => {
    actions.searchOnline.mockRejectedValueOnce(refusal('offline'));
    await searched();
    fireEvent.click(onlineRow());
    const said = await screen.findByText('Not searched. Hugging Face cannot be reached.');
    expect(said.hasAttribute('data-failed')).toBe(true);
    fireEvent.click(onlineRow());
    expect(await screen.findByText('Hugging Face has nothing more for this.')).toBeTruthy();
  });

  it('starts anew with another query, and drops what comes late', async () => {
    let arrive: (cards: ReturnType<typeof card>[]) => void = () => {};
    actions.searchOnline.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    await searched();
    fireEvent.click(onlineRow());
    type('drafts');
    expect(onlineRow().getAttribute('aria-disabled')).toBe('false');
    fireEvent.click(onlineRow());
    await act(async () => arrive([card('late')]));
    expect(titles()).not.toContain('Card of late');
    expect(actions.searchOnline.mock.calls).toEqual([['draft'], ['drafts']]);
  });
});
