import { describe, expect, it, vi } from 'vitest';
import type { Target } from '../../lib/papers/target';
import { followCommands } from '../../lib/saving/commands';
import { createEvent, entry, exampleSaving } from './example-saving';

interface Tab {
  id?: number;
  url?: string;
}

function follow(tab: Tab | undefined, named: Target[] = [], openPopup?: () => Promise<void>) {
  const onCommand = createEvent<[string, Tab?]>();
  const say = vi.fn();
  const saving = exampleSaving();
  const query = vi.fn(async () => (tab ? [tab] : []));
  const tabs = { query, sendMessage: vi.fn(async () => named) };
  const commands = { onCommand } as unknown as Parameters<typeof followCommands>[0];
  followCommands(commands, { ...saving, tabs, openPopup, say });
  return {
    ...saving,
    tabs,
    say,
    press: (name = 'save-paper', pressedIn?: Tab) => onCommand.fire(name, pressedIn),
  };
}

const paper = (id: string): Target => ({ kind: 'paper', id });
const blog = { id: 7, url: 'https://blog.example.org/' };

describe('the key that saves', () => {
  it('saves the paper of the tab, and says so there', async () => {
    const { press, say } = follow({ id: 7, url: 'https://arxiv.org/abs/2606.00002' });
    await press();
    expect(say.mock.calls).toEqual([[7, { kind: 'saved', entry: entry('2606.00002') }]]);
  });

  it('means the tab it was pressed in, not the one that is in front by now', async () => {
    const { press, say, tabs } = follow({ id: 8, url: 'https://arxiv.org/abs/2606.00008' });
    await press('save-paper', { id: 7, url: 'https://arxiv.org/abs/2606.00007' });
    expect(say.mock.calls).toEqual([[7, { kind: 'saved', entry: entry('2606.00007') }]]);
    expect(tabs.query).not.toHaveBeenCalled();
  });

  it('saves the only paper another page names, as our script there tells', async () => {
    const { press, say, tabs } = follow(blog, [paper('2606.00003')]);
    await press();
    expect(tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(7, { type: 'page/targets' });
    expect(say.mock.calls).toEqual([[7, { kind: 'saved', entry: entry('2606.00003') }]]);
  });

  it('shows the popup where there is a choice, and then says nothing', async () => {
    const openPopup = vi.fn(async () => {});
    const { press, say, save } = follow(blog, [paper('2606.00003'), paper('2606.00004')], openPopup);
    await press();
    expect(openPopup).toHaveBeenCalledOnce();
    expect(say).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  });

  it.each([
    ['cannot be shown', () => Promise.reject(new Error('needs a click'))],
    ['cannot be asked for', undefined],
    [
      'is unknown to the browser',
      () => {
        throw new TypeError('openPopup is not a function');
      },
    ],
  ])('says how many there are where the popup %s', async (_, openPopup) => {
    const { press, say } = follow(blog, [paper('2606.00003'), paper('2606.00004')], openPopup);
    await press();
    expect(say.mock.calls).toEqual([[7, { kind: 'several', papers: 2 }]]);
  });

  it('says that there is nothing on a page whose address is hidden', async () => {
    const { press, say, tabs } = follow({ id: 7 });
    await press();
    expect(say.mock.calls).toEqual([[7, { kind: 'nothing' }]]);
    expect(tabs.sendMessage).not.toHaveBeenCalled();
  });

  it('does nothing without a tab, and for other commands', async () => {
    const { press, say } = follow(undefined);
    await press();
    await press('another', { id: 7, url: 'https://arxiv.org/abs/2606.00002' });
    expect(say).not.toHaveBeenCalled();
  });

  it('is done without where the browser has none', () => {
    const tabs = { query: async () => [], sendMessage: async () => [] };
    expect(() => followCommands(undefined, { ...exampleSaving(), tabs, say: vi.fn() })).not.toThrow();
  });
});
