// The context menu: makes all items of ours, and saves what an address names by those of links and pages. Reads no page.
import type { Menus, Runtime, Tabs } from 'webextension-polyfill';
import { linkItem, type MenuItem, menuItems, pageItem } from './menu-items';
import type { SavingOutcome } from './save-target';

/** The part of the browser's API this needs. */
export type ContextMenus = Pick<Menus.Static, 'create' | 'removeAll' | 'onClicked'>;

export interface ContextMenuDeps {
  runtime: Pick<Runtime.Static, 'onInstalled' | 'onStartup'>;
  /** The items of others, made with ours: the browser can only be asked to drop all at once. */
  otherItems(): MenuItem[];
  /** Never rejects. */
  saveAddress(address: string): Promise<SavingOutcome>;
  /** Tells the reader in that tab. */
  say(tabId: number | undefined, outcome: SavingOutcome): unknown;
}

/** The address an item was chosen for; undefined for what is not ours. */
function addressOf({ menuItemId, linkUrl, pageUrl }: Menus.OnClickData, tab?: Tabs.Tab): string | undefined {
  if (menuItemId === linkItem) return linkUrl;
  return menuItemId === pageItem ? (tab?.url ?? pageUrl) : undefined;
}

/** Registers its listeners at once; does nothing where the browser has no such menu, as Firefox for Android. */
export function followContextMenus(
  menus: ContextMenus | undefined,
  { runtime, otherItems, saveAddress, say }: ContextMenuDeps,
): void {
  if (!menus) return;

  let made: Promise<void> = Promise.resolve();

  /** The browser keeps items over restarts: what an earlier version made must not stand there twice. */
  async function makeItems(): Promise<void> {
    await menus?.removeAll();
    for (const item of [...menuItems(), ...otherItems()]) menus?.create(item);
  }

  /** One after the other: an update at the start of the browser is both events at once. */
  function makeAnew(): Promise<void> {
    made = made.then(makeItems);
    return made;
  }

  runtime.onInstalled.addListener(makeAnew);
  // The reader may have changed the language since.
  runtime.onStartup.addListener(makeAnew);
  menus.onClicked.addListener(async (info, tab) => {
    const address = addressOf(info, tab);
    if (address !== undefined) await say(tab?.id, await saveAddress(address));
  });
}
