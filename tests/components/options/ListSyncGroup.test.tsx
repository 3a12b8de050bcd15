// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListSyncGroup } from '../../../components/options/ListSyncGroup';
import type { SyncListState } from '../../../lib/list-sync/sync-list-state';
import { listSync, optionsActions, refusal } from './options-fixtures';

const actions = optionsActions();
const onSwitch = vi.fn();
const drawn = (on: boolean, state: Partial<SyncListState> = {}, titles: Record<string, string> = {}) => (
  <ListSyncGroup
    on={on}
    entries={312}
    listSync={listSync(state, titles)}
    onSwitch={onSwitch}
    actions={actions}
  />
);
const show = (...parts: Parameters<typeof drawn>) => render(drawn(...parts));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const listed = () => [...document.querySelectorAll('li')].map(({ textContent }) => textContent);

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset().mockResolvedValue(undefined as never);
  onSwitch.mockReset();
});
afterEach(cleanup);

describe('the sync of the list', () => {
  it('says before it is switched on what would be sent, to whom, and what not', () => {
    show(false);
    const help = screen.getByText(/^Your browser’s own sync/).textContent;
    for (const said of ['Google', 'Mozilla', 'encrypted', 'notes of up to 1,000', 'Titles are not sent']) {
      expect(help).toContain(said);
    }
    expect(screen.queryByLabelText('Space in your account')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Sync the reading list' }));
    expect(onSwitch).toHaveBeenCalledWith(true);
  });

  it('says how much is there, how full that is, and when', () => {
    const before = Date.now() - 7_200_000;
    show(true, { entries: 300, bytesUsed: 31_000, lastPush: before });
    expect(screen.getByText('300 of 312 saved papers are in your account.')).toBeTruthy();
    const meter = screen.getByLabelText('Space in your account');
    expect([meter.getAttribute('value'), meter.getAttribute('max')]).toEqual(['31000', '102400']);
    const [space, sent, received] = [...document.querySelectorAll('dd')].map(
      ({ textContent }) => textContent,
    );
    expect([space, received]).toEqual(['31 of 100 kB', 'not yet']);
    expect(sent).toMatch(/^2.?h/);
  });

  it('names what stays here by title, else by id, and says why', () => {
    show(
      true,
      { notesLeftOut: ['2606.00001'], entriesLeftOut: ['2606.00002', '2606.00003'] },
      { '2606.00001': '<b>Bold</b>', '2606.00002': '' },
    );
    expect(screen.getByText('1 note stays on this machine')).toBeTruthy();
    expect(screen.getByText('2 papers stay on this machine')).toBeTruthy();
    expect(screen.getByText(/^They are longer than 1,000 characters/)).toBeTruthy();
    expect(listed()).toEqual(['<b>Bold</b>', 'arXiv:2606.00002', 'arXiv:2606.00003']);
  });

  it('does not draw a list without end', () => {
    show(true, { notesLeftOut: Array.from({ length: 1_300 }, (_, number) => `2606.${10_000 + number}`) });
    expect(listed()).toHaveLength(51);
    expect(listed().at(-1)).toBe('and 1,250 more');
  });

  it('says nothing of what stays here where nothing does', () => {
    show(true);
    expect(document.querySelector('details')).toBeNull();
  });

  it.each<[Partial<SyncListState>, RegExp]>([
    [{ failure: { code: 'no-room', detail: 'x' } }, /^There is no room left in your account\.$/],
    [
      { failure: { code: 'refused', detail: 'x < y' } },
      /^Your browser did not take the changes\. \(x < y\)$/,
    ],
    [
      { failure: { code: 'too-fast', detail: '' }, retryAt: Date.now() + 60_000 },
      /^Your browser takes no more changes for a while\. The next attempt is at \d+:\d\d/,
    ],
    [
      { failure: { code: 'too-fast', detail: '' }, retryAt: 1 },
      /^Your browser takes no more changes for a while\.$/,
    ],
    [{ failure: { code: 'newer-version', detail: '' } }, /^What is in your account was written by a newer/],
    [{ unreadable: 2 }, /^Some of what is in your account cannot be read/],
  ])('says what failed: %o', (state, text) => {
    show(true, state);
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('asks at once on a press, and does not claim what then failed', async () => {
    const { rerender } = show(true);
    press('Sync now');
    expect(await screen.findByText('Sent and received.')).toBeTruthy();
    rerender(drawn(true, { failure: { code: 'no-room', detail: '' } }));
    expect(screen.queryByText('Sent and received.')).toBeNull();
  });
});

describe('removing the copy in the account', () => {
  it('switches the sync off first, so that nothing is sent again', async () => {
    const order: string[] = [];
    actions.change.mockImplementation(async (change) => void order.push(JSON.stringify(change)));
    actions.eraseSynced.mockImplementation(async () => void order.push('erase'));
    show(true);
    press('Remove the copy in your account');
    expect(
      await screen.findByText(/^The copy in your account was removed\. Your reading list is untouched/),
    ).toBeTruthy();
    expect(order).toEqual(['{"syncList":false}', 'erase']);
  });

  it('removes nothing where the sync could not be switched off', async () => {
    actions.change.mockRejectedValue(refusal('disk-full'));
    show(true);
    press('Remove the copy in your account');
    expect(await screen.findByText(/^Not removed\. The disk is full/)).toBeTruthy();
    expect(actions.eraseSynced).not.toHaveBeenCalled();
  });

  it('is possible while the sync is off', async () => {
    show(false);
    press('Remove the copy in your account');
    expect(await screen.findByText(/^The copy in your account was removed/)).toBeTruthy();
    expect(actions.change).not.toHaveBeenCalled();
  });
});
