import { describe, expect, it, vi } from 'vitest';
import type { Menus } from 'webextension-polyfill';
import { type ContextMenus, followContextMenus } from '../../lib/saving/context-menu';
import { createEvent, entry } from './example-saving';

/** A browser that refuses two items of one name, as browsers do. */
function follow() {
  const items = new Set<string>();
  const [onInstalled, onStartup] = [createEvent<[]>(), createEvent<[]>()];
  const onClicked = createEvent<[Partial<Menus.OnClickData>, { id?: number; url?: string }?]>();
  const menus = {
    create({ id }: { id: string }) {
      if (items.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`);
      items.add(id);
    },
    async removeAll() {
      await Promise.resolve();
      items.clear();
    },
    onClicked,
  } as unknown as ContextMenus;
  const saveAddress = vi.fn(async () => ({ kind: 'saved' as const, entry: entry('2606.00001') }));
  const say = vi.fn();
  const runtime = { onInstalled, onStartup } as unknown as Parameters<
    typeof followContextMenus
  >[1]['runtime'];
  const otherItems = () => [{ id: 'another', title: 'Another' }];
  followContextMenus(menus, { runtime, otherItems, saveAddress, say });
  return { items, onInstalled, onStartup, onClicked, saveAddress, say };
}

describe('the context menu', () => {
  it('has its items when it was installed, and each once after updates and starts, even at the same time', async () => {
    const { items, onInstalled, onStartup } = follow();
    expect(items.size).toBe(0);
    await onInstalled.fire();
    expect([...items]).toEqual(['save-link', 'save-page', 'another']);
    await Promise.all([onInstalled.fire(), onStartup.fire()]);
    expect(items.size).toBe(3);
  });

  const clicks: [Partial<Menus.OnClickData>, string | undefined][] = [
    [
      { menuItemId: 'save-link', linkUrl: 'https://arxiv.org/abs/1', pageUrl: 'https://x.org' },
      'https://arxiv.org/abs/1',
    ],
    [
      { menuItemId: 'save-page', linkUrl: 'https://x.org', pageUrl: 'https://arxiv.org/frame' },
      'https://arxiv.org/abs/2',
    ],
    [{ menuItemId: 'save-link' }, undefined],
    [{ menuItemId: 'another' }, undefined],
  ];
  it.each(clicks)(
    'saves what was pressed, and says in that tab what came of it: %j',
    async (info, address) => {
      const { onClicked, saveAddress, say } = follow();
      await onClicked.fire(info, { id: 7, url: 'https://arxiv.org/abs/2' });
      expect(saveAddress.mock.calls).toEqual(address === undefined ? [] : [[address]]);
      expect(say.mock.calls).toEqual(
        address === undefined ? [] : [[7, { kind: 'saved', entry: entry('2606.00001') }]],
      );
    },
  );

  it('reads the page’s address where the tab’s is hidden', async () => {
    const { onClicked, saveAddress } = follow();
    await onClicked.fire({ menuItemId: 'save-page', pageUrl: 'https://arxiv.org/abs/3' }, { id: 7 });
    expect(saveAddress).toHaveBeenCalledExactlyOnceWith('https://arxiv.org/abs/3');
  });

  it('is done without where the browser has none', () => {
    const runtime = { onInstalled: createEvent(), onStartup: createEvent() };
    const deps = {
      runtime,
      otherItems: () => [],
      saveAddress: vi.fn(),
      say: vi.fn(),
    } as unknown as Parameters<typeof followContextMenus>[1];
    expect(() => followContextMenus(undefined, deps)).not.toThrow();
  });
});
