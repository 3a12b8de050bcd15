// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entry, libraryActions } from './library-fixtures';
import { live as liveWith, press, three, titles } from './living-library';

const actions = libraryActions();
const live = (entries: Parameters<typeof liveWith>[1] = three) => liveWith(actions, entries);
const changes = () => actions.change.mock.calls.map(([asked]) => asked);
/** As Enter in a field does. */
const submit = (field: HTMLElement) => fireEvent.submit(field.closest('form') as HTMLFormElement);
const bar = () => within(screen.getByRole('region', { name: 'Selected papers' }));
const box = (title: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select “${title}”` });
const selected = () =>
  [...document.querySelectorAll('.entry[data-selected] h2')].map((heading) => heading.textContent);
const both = (change: object) => ['3', '2'].map((id) => ({ id, change }));

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  actions.search.mockResolvedValue({ papers: [], total: 0 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-12T12:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('selecting', () => {
  it('is done with the box and with x, and counted', () => {
    live();
    fireEvent.click(box('Paper 1'));
    press('j');
    press('x');
    expect(selected()).toEqual(['Paper 3', 'Paper 1']);
    expect(bar().getByText('2 selected')).toBeTruthy();
    press('x');
    expect(selected()).toEqual(['Paper 1']);
  });

  it('is extended with J and K, and to all with A', () => {
    live();
    press('j');
    press('J');
    expect(selected()).toEqual(['Paper 3', 'Paper 2']);
    press('A');
    expect(selected()).toHaveLength(3);
  });

  it('takes all between two boxes with Shift', () => {
    live();
    fireEvent.click(box('Paper 3'));
    fireEvent.click(box('Paper 1'), { shiftKey: true });
    expect(selected()).toHaveLength(3);
  });

  it('ends with Escape and with its button; the views are back', () => {
    live();
    press('A');
    press('Escape');
    expect(selected()).toEqual([]);
    press('A');
    fireEvent.click(bar().getByRole('button', { name: 'Clear the selection' }));
    expect(screen.queryByRole('region', { name: 'Selected papers' })).toBeNull();
    expect(screen.getByRole('button', { name: 'All 3' })).toBeTruthy();
  });

  it('holds only what is shown: nothing out of sight is acted on', async () => {
    live();
    press('A');
    fireEvent.input(screen.getByRole('textbox', { name: 'Search' }), { target: { value: 'paper 2' } });
    expect(bar().getByText('1 selected')).toBeTruthy();
    fireEvent.click(bar().getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(actions.remove.mock.calls).toEqual([[['2']]]));
  });
});

describe('what is selected', () => {
  function selectTwo(entries: Parameters<typeof live>[0] = three) {
    live(entries);
    press('j');
    press('J');
  }

  it('gets one status, and one step takes it back', async () => {
    selectTwo();
    press('s');
    await screen.findByText('2 papers: status Reading.');
    press('u');
    await screen.findByText('Taken back: 2 papers: status Reading.');
    expect(changes()).toEqual([both({ status: 'reading' }), both({ status: 'to-read' })]);
  });

  it('gets status and stars from the bar', async () => {
    selectTwo();
    fireEvent.change(bar().getByRole('combobox', { name: 'Status of the selected papers' }), {
      target: { value: 'done' },
    });
    await screen.findByText('2 papers: status Done.');
    fireEvent.change(bar().getByRole('combobox', { name: 'Stars of the selected papers' }), {
      target: { value: '3' },
    });
    await screen.findByText('2 papers: 3 stars.');
    press('1');
    await screen.findByText('2 papers: 1 star.');
    expect(changes()).toEqual([both({ status: 'done' }), both({ stars: 3 }), both({ stars: 1 })]);
  });

  it('says nothing of a status where there are several', () => {
    selectTwo([entry('3', { addedAt: 3, status: 'done' }), entry('2', { addedAt: 2 })]);
    const control = bar().getByRole<HTMLSelectElement>('combobox', { name: 'Status of the selected papers' });
    expect(control.value).toBe('');
  });

  it('gets tags, and loses them', async () => {
    selectTwo([entry('3', { addedAt: 3, tags: ['old', 'a'] }), entry('2', { addedAt: 2, tags: ['old'] })]);
    press('t');
    const adding = bar().getByRole('combobox', { name: 'Add tags' });
    expect(document.activeElement).toBe(adding);
    fireEvent.input(adding, { target: { value: 'a, b' } });
    submit(adding);
    await screen.findByText('2 papers: tags changed.');
    fireEvent.click(await bar().findByRole('button', { name: 'Remove tags' }));
    const removing = bar().getByRole('combobox', { name: 'Remove tags' });
    fireEvent.input(removing, { target: { value: 'old' } });
    submit(removing);
    await waitFor(() => expect(changes()).toHaveLength(2));
    expect(changes()).toEqual([
      [
        { id: '3', change: { addTags: ['b'] } },
        { id: '2', change: { addTags: ['a', 'b'] } },
      ],
      both({ removeTags: ['old'] }),
    ]);
  });

  it('is snoozed', async () => {
    selectTwo();
    press('z');
    fireEvent.click(bar().getByRole('button', { name: 'Tomorrow Jun 13' }));
    await waitFor(() => expect(titles()).toEqual(['Paper 1']));
    expect(changes()).toEqual([both({ snoozedUntil: '2026-06-13' })]);
    expect(screen.queryByRole('region', { name: 'Selected papers' })).toBeNull();
  });

  it('can be taken out', () => {
    selectTwo();
    expect(bar().getByRole('button', { name: 'Export' })).toBeTruthy();
  });

  it('gives up what is asked for with Escape, and stays selected', async () => {
    selectTwo();
    press('t');
    press('Escape');
    expect(await bar().findByText('2 selected')).toBeTruthy();
    expect(bar().queryByRole('combobox', { name: 'Add tags' })).toBeNull();
  });

  it('is removed and put back as one, and the focus goes to what is left', async () => {
    selectTwo();
    press('d');
    await screen.findByText('Removed 2 papers.');
    expect(titles()).toEqual(['Paper 1']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper 1'));
    press('u');
    await waitFor(() => expect(titles()).toHaveLength(3));
    expect(actions.restore).toHaveBeenCalledTimes(1);
  });
});

describe('the list of keys', () => {
  it('opens with ?, names keys and filters, and lets no key through to the list', async () => {
    live();
    press('j');
    press('?');
    const dialog = within(screen.getByRole('dialog', { name: 'Keys' }));
    expect(dialog.getByText('next status')).toBeTruthy();
    expect(dialog.getByText('year:2024..2026')).toBeTruthy();
    press('d');
    expect(actions.remove).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens with its button, too', () => {
    live();
    fireEvent.click(screen.getByRole('button', { name: /^All keys and filters/ }));
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy();
  });
});
