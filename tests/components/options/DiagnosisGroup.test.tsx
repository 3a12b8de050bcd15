// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosisGroup } from '../../../components/options/DiagnosisGroup';
import type { DiagnosisEvent } from '../../../lib/diagnosis/diagnosis-event';
import { optionsActions, refusal } from './options-fixtures';

const actions = optionsActions();
const event = (what: string, count = 1): DiagnosisEvent => ({
  ...{ at: Date.now(), since: 0, where: 'sync', kind: 'error', what, count },
});

function show(events: DiagnosisEvent[] | undefined, write = () => 'Papergloss 1.2.3') {
  return render(<DiagnosisGroup {...{ events, write, actions }} />);
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
  cleanup();
  for (const action of Object.values(actions)) action.mockReset();
});

describe('the diagnosis', () => {
  it('is nothing while it is being read', () => {
    show(undefined);
    expect(screen.queryByText('Nothing has gone wrong.')).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that nothing has gone wrong', () => {
    show([]);
    expect(screen.getByText('Nothing has gone wrong.')).toBeTruthy();
  });

  it('lists what happened as text: where, what, how often', () => {
    show([event('<b>TypeError</b>', 1234)]);
    const [row] = rows();
    expect([...(row?.children ?? [])].slice(1).map((cell) => cell.textContent)).toEqual([
      'sync',
      '<b>TypeError</b>',
      '1,234×',
    ]);
    expect(row?.querySelector('b')).toBeNull();
  });

  it('shows the beginning of a long list, and all of it when the reader wants it', () => {
    show(Array.from({ length: 200 }, (_, number) => event(`Error ${number}`)));
    expect(rows()).toHaveLength(12);
    press('Show all 200');
    expect(rows()).toHaveLength(200);
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull();
  });

  it('is copied as it is at that moment', async () => {
    let text = 'before';
    actions.copyText.mockResolvedValue(undefined);
    show([], () => text);
    text = 'now';
    press('Copy the diagnosis');
    await screen.findByText('The diagnosis was copied.');
    expect(actions.copyText).toHaveBeenCalledExactlyOnceWith('now');
  });

  it('says when the browser does not let it be copied', async () => {
    actions.copyText.mockRejectedValue(new Error('no'));
    show([]);
    press('Copy the diagnosis');
    await screen.findByText('Not copied: the browser keeps the text from the clipboard.');
  });

  it('can be read before it is copied', async () => {
    show([], () => 'Papergloss <i>1.2.3</i>');
    const details = screen.getByText('What is copied').parentElement as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    const text = await screen.findByText('Papergloss <i>1.2.3</i>');
    expect(text.localName).toBe('pre');
  });

  it('is emptied, or says why not', async () => {
    actions.clearEvents.mockRejectedValueOnce(refusal('disk-full')).mockResolvedValueOnce(undefined);
    show([event('Error')]);
    press('Empty the list');
    await screen.findByText(/^The list is as it was: /);
    press('Empty the list');
    await screen.findByText('The list is empty.');
  });
});
