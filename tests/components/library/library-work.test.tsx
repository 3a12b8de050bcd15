// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entry, libraryActions, refusal } from './library-fixtures';
import { live as liveWith, press, rowOf, three, titles } from './living-library';

const actions = libraryActions();
const live = (entries: Parameters<typeof liveWith>[1] = three) => liveWith(actions, entries);
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const focused = () => document.activeElement as HTMLElement;
const changes = () => actions.change.mock.calls.map(([asked]) => asked);

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  actions.search.mockResolvedValue({ papers: [], total: 0 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-12T12:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the status', () => {
  it('is changed by its control', () => {
    live();
    const control = screen.getByRole('combobox', { name: 'Status of “Paper 2”' });
    fireEvent.change(control, { target: { value: 'dropped' } });
    expect(changes()).toEqual([[{ id: '2', change: { status: 'dropped' } }]]);
  });

  it('goes on with s', () => {
    live();
    press('j');
    press('s');
    expect(changes()).toEqual([[{ id: '3', change: { status: 'reading' } }]]);
  });

  it('is shown as it is where it could not be changed, with the reason', async () => {
    live();
    actions.change.mockRejectedValue(refusal('disk-full'));
    const control = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Status of “Paper 2”' });
    fireEvent.change(control, { target: { value: 'done' } });
    expect(
      await screen.findByText('Not changed. The disk is full, nothing more can be stored.'),
    ).toBeTruthy();
    await waitFor(() => expect(control.value).toBe('to-read'));
  });
});

describe('the focus', () => {
  it('goes to the next row when its own is removed', async () => {
    live();
    for (const key of ['j', 'j', 'd']) press(key);
    await waitFor(() => expect(focused().textContent).toBe('Paper 1'));
  });

  it('goes up when the last row goes', async () => {
    live();
    for (const key of ['j', 'j', 'j', 'd']) press(key);
    await waitFor(() => expect(focused().textContent).toBe('Paper 2'));
  });

  it('goes on when a status takes the row out of sight', async () => {
    live();
    fireEvent.click(screen.getByRole('button', { name: 'To read 3' }));
    for (const key of ['j', 's']) press(key);
    await waitFor(() => expect(titles()).toEqual(['Paper 2', 'Paper 1']));
    expect(focused().textContent).toBe('Paper 2');
  });

  it('goes to the search box when no row is left', async () => {
    live(three.slice(0, 1));
    for (const key of ['j', 'd']) press(key);
    await waitFor(() => expect(focused()).toBe(screen.getByRole('textbox', { name: 'Search' })));
  });

  it('stays with a row that changes its place', async () => {
    live();
    fireEvent.change(screen.getByRole('combobox', { name: 'Sort' }), { target: { value: 'changed' } });
    for (const key of ['j', 'j', 'j', '3']) press(key);
    await waitFor(() => expect(titles()).toEqual(['Paper 1', 'Paper 3', 'Paper 2']));
    expect(focused().textContent).toBe('Paper 1');
  });
});

describe('stars', () => {
  it('are given with a key and by the control, and taken with 0 and by pressing again', async () => {
    live();
    press('j');
    press('2');
    const row = within(rowOf('Paper 3'));
    await waitFor(() =>
      expect(row.getByRole('button', { name: '2 stars' }).getAttribute('aria-pressed')).toBe('true'),
    );
    fireEvent.click(row.getByRole('button', { name: '2 stars' }));
    await waitFor(() => expect(row.queryByRole('button', { name: /star/, pressed: true })).toBeNull());
    press('0');
    expect(changes().map(([asked]) => asked?.change)).toEqual([{ stars: 2 }, { stars: 0 }]);
  });
});

describe('tags', () => {
  const tagged = [entry('1', { tags: ['agents', 'old'] }), entry('2', { tags: ['maps'], addedAt: 1 })];
  const editor = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags of “Title of 1”' });

  it('are edited in the row: what is new is added, what is gone is taken off', async () => {
    live(tagged);
    press('j');
    press('t');
    expect(editor().value).toBe('agents, old');
    expect(focused()).toBe(editor());
    type(editor(), 'agents, #New  tag');
    fireEvent.keyDown(editor(), { key: 'Enter' });
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /^Tags of/ })).toBeNull());
    expect(changes()).toEqual([[{ id: '1', change: { addTags: ['New tag'], removeTags: ['old'] } }]]);
    expect(focused().textContent).toBe('Title of 1');
    expect(screen.getByRole('button', { name: 'New tag' })).toBeTruthy();
  });

  it('are suggested with those typed before', () => {
    live(tagged);
    press('j');
    press('t');
    type(editor(), 'agents, m');
    const options = [...document.querySelectorAll<HTMLOptionElement>('datalist option')];
    expect(options.map(({ value }) => value)).toEqual(['agents, maps']);
  });

  it('stay as they were after Escape', async () => {
    live(tagged);
    press('j');
    press('t');
    type(editor(), 'other');
    fireEvent.keyDown(editor(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /^Tags of/ })).toBeNull());
    expect(actions.change).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'old' })).toBeTruthy();
  });
});

describe('the note', () => {
  const editor = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note on “Paper 3”' });
  const closed = () => waitFor(() => expect(document.querySelector('textarea')).toBeNull());
  function open() {
    live();
    press('j');
    press('n');
  }

  it('is kept as typed, saved with Ctrl+Enter', async () => {
    open();
    type(editor(), '# Mine \n\n- [ ] *try*  ');
    fireEvent.keyDown(editor(), { key: 'Enter' });
    expect(actions.change).not.toHaveBeenCalled();
    fireEvent.keyDown(editor(), { key: 'Enter', ctrlKey: true });
    await closed();
    expect(changes()).toEqual([[{ id: '3', change: { note: '# Mine \n\n- [ ] *try*  ' } }]]);
    expect(focused().textContent).toBe('Paper 3');
  });

  it('is saved once when it is left', async () => {
    open();
    type(editor(), 'Mine');
    screen.getByRole('textbox', { name: 'Search' }).focus();
    await closed();
    expect(changes()).toEqual([[{ id: '3', change: { note: 'Mine' } }]]);
  });

  it('is saved and stays open when only the window loses the focus', async () => {
    open();
    type(editor(), 'Mine');
    fireEvent.blur(editor());
    await screen.findByText('“Paper 3”: note changed.');
    expect(editor().value).toBe('Mine');
  });

  it('is given up with Escape', async () => {
    open();
    type(editor(), 'Mine');
    fireEvent.keyDown(editor(), { key: 'Escape' });
    await closed();
    expect(actions.change).not.toHaveBeenCalled();
  });

  it('stays in the editor with the reason when it could not be saved, and is saved the next time', async () => {
    open();
    actions.change.mockRejectedValueOnce(refusal('disk-full'));
    type(editor(), 'Mine');
    fireEvent.keyDown(editor(), { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('The disk is full, nothing more can be stored.')).toBeTruthy();
    expect(editor().value).toBe('Mine');
    fireEvent.keyDown(editor(), { key: 'Enter', ctrlKey: true });
    await closed();
    expect(changes()).toHaveLength(2);
  });

  it('that could not be saved survives its row being filtered away', async () => {
    open();
    actions.change.mockRejectedValue(refusal('disk-full'));
    type(editor(), 'Mine');
    const search = screen.getByRole('textbox', { name: 'Search' });
    search.focus();
    await screen.findByText('The disk is full, nothing more can be stored.');
    type(search, 'Paper 2');
    expect(titles()).toEqual(['Paper 2']);
    type(search, '');
    await waitFor(() => expect(editor().value).toBe('Mine'));
    expect(focused()).toBe(search);
  });

  it('that was being typed is saved when its row is taken away', async () => {
    open();
    type(editor(), 'Mine');
    fireEvent.click(screen.getByRole('button', { name: 'Done 0' }));
    await screen.findByText('“Paper 3”: note changed.');
    expect(changes()).toEqual([[{ id: '3', change: { note: 'Mine' } }]]);
    fireEvent.click(screen.getByRole('button', { name: 'All 3' }));
    expect(screen.getByText('Mine')).toBeTruthy();
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('is saved when the page is closed', () => {
    open();
    type(editor(), 'Mine');
    fireEvent(window, new Event('pagehide'));
    expect(changes()).toEqual([[{ id: '3', change: { note: 'Mine' } }]]);
  });
});

describe('snoozing', () => {
  const chooser = () => within(screen.getByRole('form', { name: /^Snooze/ }));

  it('takes the paper out of sight until a day, and hands the focus on', async () => {
    live();
    press('j');
    press('z');
    expect(focused().textContent).toBe('Tomorrow Jun 13');
    fireEvent.click(chooser().getByRole('button', { name: 'In a week Jun 19' }));
    await waitFor(() => expect(titles()).toEqual(['Paper 2', 'Paper 1']));
    expect(changes()).toEqual([[{ id: '3', change: { snoozedUntil: '2026-06-19' } }]]);
    await waitFor(() => expect(focused().textContent).toBe('Paper 2'));
    expect(screen.getByText('“Paper 3”: snoozed until Jun 19.')).toBeTruthy();
  });

  it('takes any later day, and no other', async () => {
    live();
    press('j');
    press('z');
    const day = chooser().getByLabelText('Until');
    const button = chooser().getByRole<HTMLButtonElement>('button', { name: 'Snooze' });
    type(day, '2026-06-12');
    expect(button.disabled).toBe(true);
    type(day, '2026-12-03');
    fireEvent.submit(screen.getByRole('form', { name: /^Snooze/ }));
    await waitFor(() => expect(changes()).toEqual([[{ id: '3', change: { snoozedUntil: '2026-12-03' } }]]));
  });

  it('ends before its time when asked to', async () => {
    live([entry('1', { snoozedUntil: '2026-12-03' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Snoozed 1' }));
    press('j');
    press('z');
    fireEvent.click(chooser().getByRole('button', { name: 'Not snoozed' }));
    await screen.findByText('“Title of 1”: no longer snoozed.');
    expect(changes()).toEqual([[{ id: '1', change: { snoozedUntil: null } }]]);
  });

  it('is given up with Escape', async () => {
    live();
    press('j');
    press('z');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('form', { name: /^Snooze/ })).toBeNull());
    expect(focused().textContent).toBe('Paper 3');
    expect(actions.change).not.toHaveBeenCalled();
  });
});

it('says why a paper was not removed', async () => {
  live();
  actions.remove.mockRejectedValue(refusal('internal', 'database is closed'));
  fireEvent.click(screen.getByRole('button', { name: 'Remove “Paper 2”' }));
  expect(
    await screen.findByText('Not removed. Something went wrong inside Papergloss. (database is closed)'),
  ).toBeTruthy();
});
