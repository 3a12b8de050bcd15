// @vitest-environment happy-dom
// Adding papers by what is typed or pasted.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListFiles } from '../../../../components/library/files/ListFiles';
import { exampleEntry } from '../../../formats/example-entries';
import { fileActions, refusal } from './example-plan';

const actions = fileActions();
const say = vi.fn();
const known = ['2605.00001', '2605.00002'].map((id) => exampleEntry({ id }));

function open(entries = known) {
  render(<ListFiles entries={entries} actions={actions} say={say} />);
  fireEvent.click(screen.getByRole('button', { name: 'Add…' }));
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
const found = () => screen.getByRole('status').textContent;

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset();
  say.mockReset();
});
afterEach(cleanup);

describe('adding papers', () => {
  it('begins in the field', () => {
    open();
    expect(screen.getByRole('dialog', { name: 'Add papers' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
  });

  it.each([
    ['', ''],
    ['a shopping list', 'No arXiv identifier in it yet.'],
    ['2605.00003', '1 paper'],
    ['https://arxiv.org/abs/2605.00003v2 and hep-th/9901001, 2605.00003', '2 papers'],
    ['2605.00001, 2605.00002, 2605.00003', '3 papers, 2 already on the list'],
  ])('says live what is found in %j', (text, words) => {
    open();
    type(text);
    expect(found()).toBe(words);
  });

  it('saves what was found, says so, and closes', async () => {
    actions.save.mockResolvedValue([]);
    open();
    type('2605.00001 https://arxiv.org/pdf/2605.00003');
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(actions.save.mock.calls).toEqual([[['2605.00003']]]);
    expect(say.mock.calls).toEqual([[{ text: 'Added to the list: 1 paper.' }]]);
  });

  it('saves with Ctrl and Enter, and once', async () => {
    actions.save.mockReturnValue(new Promise(() => {}));
    open();
    type('2605.00003');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(actions.save).not.toHaveBeenCalled();
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    save();
    expect(actions.save).toHaveBeenCalledTimes(1);
  });

  it.each(['', 'nothing', '2605.00001'])('has nothing to save in %j', (text) => {
    open();
    type(text);
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    save();
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('keeps what was typed when saving fails', async () => {
    actions.save.mockRejectedValue(refusal('disk-full'));
    open();
    type('2605.00003');
    save();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe('Not saved. The disk is full, nothing more can be stored.');
    expect(field().value).toBe('2605.00003');
  });

  describe('of many papers', () => {
    const many = Array.from({ length: 1_100 }, (_, number) => `2604.${10_000 + number}`);

    /** Each batch waits until the test answers it. */
    function slowly() {
      const answers: { resolve(): void; reject(error: Error): void }[] = [];
      actions.save.mockImplementation(
        () => new Promise((resolve, reject) => answers.push({ resolve: () => resolve([]), reject })),
      );
      open();
      type(many.join(' '));
      save();
      return (number: number) =>
        waitFor(() => answers[number] ?? expect.fail(`Batch ${number} was not sent.`));
    }

    it('goes in batches, and shows how far it is', async () => {
      const batch = slowly();
      (await batch(0)).resolve();
      expect(await screen.findByText('500 of 1,100 papers')).toBeTruthy();
      expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Saving…' }).value).toBe(500);
      (await batch(1)).resolve();
      (await batch(2)).resolve();
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(actions.save.mock.calls.flatMap(([ids]) => ids)).toEqual(many);
      expect(say.mock.calls).toEqual([[{ text: 'Added to the list: 1,100 papers.' }]]);
    });

    it.each([
      ['the button', () => fireEvent.click(screen.getByRole('button', { name: 'Stop' }))],
      ['closing', () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))],
    ])('is stopped by %s after the batch on its way, and says what was done', async (_, stop) => {
      const batch = slowly();
      const first = await batch(0);
      stop();
      first.resolve();
      await waitFor(() =>
        expect(say.mock.calls).toEqual([
          [{ text: 'Stopped: 500 of 1,100 papers are on the list. The others were not added.' }],
        ]),
      );
      expect(actions.save).toHaveBeenCalledTimes(1);
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    it('says how far it came before it failed', async () => {
      const batch = slowly();
      (await batch(0)).resolve();
      (await batch(1)).reject(refusal('disk-full'));
      expect((await screen.findByRole('alert')).textContent).toBe(
        'Not all were saved: 500 of 1,100 papers are on the list. The disk is full, nothing more can be stored.',
      );
    });
  });

  it('is not there where the list cannot be changed', () => {
    render(<ListFiles entries={known} actions={actions} say={say} readOnly />);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Export']);
  });
});
