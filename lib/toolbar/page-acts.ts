// What keys and the button's menu do besides saving: open the reading list or the side panel, hide what is ours on a page. Says on the
// toolbar button what came of hiding.
import type { Commands, Menus, Tabs } from 'webextension-polyfill';
import { t } from '../text/translate';
import { toolbarItems } from './toolbar-menu';
import type { ToolbarVoice } from './toolbar-voice';

/** As the manifest names them. */
const commandNames = { sidePanel: 'open-side-panel', annotations: 'toggle-annotations' };

export interface PageActs {
  openLibrary(): unknown;
  /** Called in the same turn as the reader's click or key: the browser asks for that. Absent where there is no such thing. */
  openSidePanel?(tab: Tabs.Tab): unknown;
  /** Whether everything of ours is hidden now; rejects where the browser keeps extensions out. */
  toggleAnnotations(tabId: number): Promise<boolean>;
  /** The tab in front, where the browser does not tell in which a key was pressed. */
  currentTab(): Promise<Tabs.Tab | undefined>;
  say: ToolbarVoice;
}

async function toggleIn(tabId: number | undefined, { toggleAnnotations, say }: PageActs): Promise<void> {
  if (tabId === undefined) return;
  try {
    const hidden = await toggleAnnotations(tabId);
    await say(tabId, { done: true, text: t(hidden ? 'toolbarHidden' : 'toolbarShown') });
  } catch {
    await say(tabId, { done: false, text: t('toolbarKeptOut') });
  }
}

/** Registers its listener at once; does nothing where the browser has no such keys, as Firefox for Android. */
export function followPageCommands(
  commands: Pick<Commands.Static, 'onCommand'> | undefined,
  acts: PageActs,
): void {
  commands?.onCommand.addListener((command, tab) => {
    if (command === commandNames.sidePanel && tab) acts.openSidePanel?.(tab);
    if (command !== commandNames.annotations) return undefined;
    return tab ? toggleIn(tab.id, acts) : acts.currentTab().then((current) => toggleIn(current?.id, acts));
  });
}

/** Registers its listener at once; does nothing where the browser has no such menu. The items are made elsewhere, with all others. */
export function followToolbarMenu(menus: Pick<Menus.Static, 'onClicked'> | undefined, acts: PageActs): void {
  menus?.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === toolbarItems.library) acts.openLibrary();
    if (menuItemId === toolbarItems.sidePanel && tab) acts.openSidePanel?.(tab);
    return menuItemId === toolbarItems.annotations ? toggleIn(tab?.id, acts) : undefined;
  });
}
