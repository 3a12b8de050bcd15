// What the browser's own surfaces ask of us: the address bar searches; the context menu and the keys save, and the toolbar button says so.
import browser from 'webextension-polyfill';
import { wait } from '@/lib/feed/wait';
import { searchCached } from '@/lib/messages/handlers/search-cached';
import { followOmnibox } from '@/lib/omnibox/omnibox';
import { openAddress } from '@/lib/omnibox/open-address';
import type { PaperIndexer } from '@/lib/related/paper-indexer';
import { bestPaperOf } from '@/lib/saving/best-paper';
import { followCommands } from '@/lib/saving/commands';
import { followContextMenus } from '@/lib/saving/context-menu';
import { type SavingDeps, saveAddress } from '@/lib/saving/save-target';
import { createToolbarVoice } from '@/lib/saving/say-saved';
import type { PaperglossDatabase } from '@/lib/store/database';
import type { KeptReadingList } from './keep-reading-list';

/** Registers its listeners at once. */
export function answerBrowser(
  db: PaperglossDatabase,
  indexer: PaperIndexer,
  { keeper, fetchDetails }: Pick<KeptReadingList, 'keeper' | 'fetchDetails'>,
): void {
  followOmnibox(browser.omnibox, {
    search: (query, limit) => searchCached(db, indexer, query, limit),
    open: (url, disposition) => openAddress(browser.tabs, url, disposition),
    markup: !import.meta.env.FIREFOX,
  });

  const saving: SavingDeps = {
    save: (ids) => keeper.save(ids),
    bestPaperOf: (slug) => bestPaperOf(db, slug),
    fetchDetails,
  };
  const say = createToolbarVoice(browser.action, wait);
  followContextMenus(browser.contextMenus, {
    runtime: browser.runtime,
    saveAddress: (address) => saveAddress(address, saving),
    say,
  });
  followCommands(browser.commands, {
    ...saving,
    tabs: browser.tabs,
    openPopup: () => browser.action.openPopup(),
    say,
  });
}
