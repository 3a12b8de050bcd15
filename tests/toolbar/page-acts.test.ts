import { describe, expect, it, vi } from 'vitest';
import type { Commands, Menus, Tabs } from 'webextension-polyfill';
import { followPageCommands, followToolbarMenu, type PageActs } from '../../lib/toolbar/page-acts';
import { toolbarMenuItems } from '../../lib/toolbar/toolbar-menu';
import { createEvent } from '../saving/example-saving';

const tab = { id: 7, windowId: 3 } as Tabs.Tab;

function follow() {
  const acts = {
    openLibrary: vi.fn(),
    openSidePanel: vi.fn(),
    toggleAnnotations: vi.fn<PageActs['toggleAnnotations']>(async () => true),
    currentTab: vi.fn<PageActs['currentTab']>(async () => ({ ...tab, id: 9 })),
    say: vi.fn<PageActs['say']>(async () => {}),
  };
  const onCommand = createEvent<[string, Tabs.Tab?]>();
  const onClicked = createEvent<[Partial<Menus.OnClickData>, Tabs.Tab?]>();
  followPageCommands({ onCommand } as unknown as Commands.Static, acts);
  followToolbarMenu({ onClicked } as unknown as Menus.Static, acts);
  return { acts, onCommand, onClicked };
}

type Surface = 'key' | 'menu';
const use = ({ onCommand, onClicked }: ReturnType<typeof follow>, surface: Surface, name: string) =>
  surface === 'key' ? onCommand.fire(name, tab) : onClicked.fire({ menuItemId: name }, tab);

describe.each(['key', 'menu'] as const)('hiding by %s', (surface) => {
  it.each([
    [true, 'Papergloss is hidden on this page until it is loaded again.'],
    [false, 'Papergloss is shown on this page again.'],
  ])('says in that tab what it did: hidden %s', async (hidden, text) => {
    const following = follow();
    following.acts.toggleAnnotations.mockResolvedValue(hidden);
    await use(following, surface, 'toggle-annotations');
    expect(following.acts.toggleAnnotations.mock.calls).toEqual([[7]]);
    expect(following.acts.say.mock.calls).toEqual([[7, { done: true, text }]]);
  });

  it('says so where the browser keeps extensions out', async () => {
    const following = follow();
    following.acts.toggleAnnotations.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    await use(following, surface, 'toggle-annotations');
    expect(following.acts.say.mock.calls).toEqual([
      [7, { done: false, text: 'The browser keeps extensions out of this page.' }],
    ]);
  });

  it('opens the side panel in the same turn, as the browser asks for', () => {
    const following = follow();
    void use(following, surface, 'open-side-panel');
    expect(following.acts.openSidePanel.mock.calls).toEqual([[tab]]);
  });

  it('does nothing for what is another’s', async () => {
    const following = follow();
    await use(following, surface, 'save-paper');
    for (const act of Object.values(following.acts)) expect(act).not.toHaveBeenCalled();
  });
});

describe('keys and menu', () => {
  it('mean the tab in front where the browser does not tell of one', async () => {
    const { acts, onCommand } = follow();
    await onCommand.fire('toggle-annotations');
    expect(acts.toggleAnnotations.mock.calls).toEqual([[9]]);
  });

  it('the menu opens the reading list', async () => {
    const { acts, onClicked } = follow();
    await onClicked.fire({ menuItemId: 'open-library' }, tab);
    expect(acts.openLibrary).toHaveBeenCalledOnce();
  });

  it('are done without where the browser has none', () => {
    const { acts } = follow();
    expect(() => followPageCommands(undefined, acts)).not.toThrow();
    expect(() => followToolbarMenu(undefined, acts)).not.toThrow();
  });

  it('the menu has no side panel where the browser has none', () => {
    const ids = (has: boolean) => toolbarMenuItems(has).map(({ id }) => id);
    expect(ids(true)).toEqual(['open-library', 'open-side-panel', 'toggle-annotations']);
    expect(ids(false)).toEqual(['open-library', 'toggle-annotations']);
  });
});
