// What the browser's own surfaces ask of us: the address bar searches; menus and keys save, open our pages and hide what is ours on a
// page; the toolbar button counts and tells; the digest comes in the morning; the first page is shown once.
import browser from 'webextension-polyfill';
import { browser as chromium } from 'wxt/browser';
import { reporting } from '@/lib/diagnosis/report';
import { searchCached } from '@/lib/messages/handlers/search-cached';
import { followOmnibox } from '@/lib/omnibox/omnibox';
import { openAddress } from '@/lib/omnibox/open-address';
import type { PaperIndexer } from '@/lib/related/paper-indexer';
import { bestPaperOf } from '@/lib/saving/best-paper';
import { followCommands } from '@/lib/saving/commands';
import { followContextMenus } from '@/lib/saving/context-menu';
import { type SavingDeps, type SavingOutcome, saveAddress } from '@/lib/saving/save-target';
import { outcomeNote } from '@/lib/saving/say-saved';
import type { PaperglossDatabase } from '@/lib/store/database';
import { followPageCommands, followToolbarMenu, type PageActs } from '@/lib/toolbar/page-acts';
import { type HidingScripting, toggleAnnotations } from '@/lib/toolbar/toggle-annotations';
import { toolbarMenuItems } from '@/lib/toolbar/toolbar-menu';
import { keepDigest } from './keep-digest';
import type { KeptReadingList } from './keep-reading-list';
import { type KeptToolbar, keepToolbar } from './keep-toolbar';

/** Chrome's side panel, Firefox's sidebar. Either wants to be opened in the very turn of the reader's act. */
function sidePanelOpener(): PageActs['openSidePanel'] {
  const { sidebarAction } = browser;
  if (import.meta.env.FIREFOX)
    return sidebarAction && (() => sidebarAction.open().catch(reporting('toolbar')));
  const { sidePanel } = chromium;
  if (!sidePanel?.open) return undefined;
  return ({ windowId }) => windowId !== undefined && sidePanel.open({ windowId }).catch(reporting('toolbar'));
}

/** Registers its listeners at once. What comes back is to be told of look-ups. */
export function answerBrowser(
  db: PaperglossDatabase,
  indexer: PaperIndexer,
  { keeper, fetchDetails }: Pick<KeptReadingList, 'keeper' | 'fetchDetails'>,
): Pick<KeptToolbar, 'onLookedUp'> {
  const { action, commands, contextMenus, omnibox, runtime, tabs } = browser;
  const { onLookedUp, say } = keepToolbar(db);
  keepDigest(db);

  followOmnibox(omnibox, {
    search: (query, limit) => searchCached(db, indexer, query, limit),
    open: (url, disposition) => openAddress(tabs, url, disposition),
    markup: !import.meta.env.FIREFOX,
  });

  const saving: SavingDeps = {
    save: (ids) => keeper.save(ids),
    bestPaperOf: (slug) => bestPaperOf(db, slug),
    fetchDetails,
  };
  const sayOutcome = (tabId: number | undefined, outcome: SavingOutcome) => say(tabId, outcomeNote(outcome));
  const openSidePanel = sidePanelOpener();
  followContextMenus(contextMenus, {
    runtime,
    otherItems: () => toolbarMenuItems(openSidePanel !== undefined),
    saveAddress: (address) => saveAddress(address, saving),
    say: sayOutcome,
  });
  followCommands(commands, { ...saving, tabs, openPopup: () => action.openPopup(), say: sayOutcome });

  const openPage = (name: 'library' | 'welcome') => tabs.create({ url: runtime.getURL(`/${name}.html`) });
  const acts: PageActs = {
    openLibrary: () => openPage('library'),
    openSidePanel,
    toggleAnnotations: (tabId) => toggleAnnotations(browser.scripting as HidingScripting, tabId),
    currentTab: async () => (await tabs.query({ active: true, currentWindow: true }))[0],
    say,
  };
  followPageCommands(commands, acts);
  followToolbarMenu(contextMenus, acts);

  runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome');
  });
  return { onLookedUp };
}
