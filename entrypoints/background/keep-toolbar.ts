// The toolbar button: its number, and what is said on it.
import browser from 'webextension-polyfill';
import { reporting } from '@/lib/diagnosis/report';
import { wait } from '@/lib/feed/wait';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import type { PaperglossDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { countOnPage } from '@/lib/toolbar/count-on-page';
import { readNewestUnseen } from '@/lib/toolbar/newest-unseen';
import { createToolbarNumber } from '@/lib/toolbar/toolbar-number';
import { createToolbarVoice, type ToolbarVoice } from '@/lib/toolbar/toolbar-voice';

export interface KeptToolbar {
  /** To be told of each look-up of a page of the web. */
  onLookedUp(tabId: number): void;
  say: ToolbarVoice;
}

/** Registers its listeners at once. */
export function keepToolbar(db: PaperglossDatabase): KeptToolbar {
  const { action: button, storage, tabs } = browser;

  function onUpdated(tabId: number, { url }: { url?: string }): void {
    if (url !== undefined) void number.onPage(tabId);
  }

  const number = createToolbarNumber({
    button,
    followUnseen: (onChange) =>
      subscribe(
        () => readNewestUnseen(db),
        (unseen) => onChange(unseen && { day: unseen.day, papers: unseen.paperIds.length }),
        reporting('toolbar'),
      ),
    countOnPage: (tabId) => countOnPage(db, tabs, tabId),
    tabIds: async () => (await tabs.query({})).flatMap(({ id }) => id ?? []),
    watchTabs: (on) =>
      on ? tabs.onUpdated.addListener(onUpdated) : tabs.onUpdated.removeListener(onUpdated),
    wait,
  });
  // At first in any case: an earlier worker may have been asked to, and only what is registered can be taken back.
  tabs.onUpdated.addListener(onUpdated);
  readSettings(storage).then(({ toolbarBadge }) => number.use(toolbarBadge), reporting('toolbar'));
  watchSettings(storage, new AbortController().signal, ({ toolbarBadge }) => void number.use(toolbarBadge));

  return {
    onLookedUp: (tabId) => void number.onPage(tabId),
    say: createToolbarVoice({ button, wait, number }),
  };
}
