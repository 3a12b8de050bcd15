// What the popup says to the background and asks of the current tab. Loaded behind the first drawing, which needs none of it.
import browser from 'webextension-polyfill';
import type { OnPage } from '@/components/popup/OnPage';
import type { PopupActions } from '@/components/popup/Popup';
import { type PageTargets, readPageTargets } from '@/lib/messages/page-targets';
import { createSend } from '@/lib/messages/send';
import type { Settings } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';

const send = createSend((message) => browser.runtime.sendMessage(message));

export const actions: Omit<PopupActions, 'showDay'> = {
  refresh: (day) => send('feed/refresh', { day }),
  save: (id) => send('reading-list/save', { id }),
  remove: (id) => send('reading-list/remove', { id }),
  restore: (entry) => send('reading-list/restore', { entry }),
  open: (url) => void browser.tabs.create({ url }),
  openPage: (name) => void send('page/open', { page: name }).then(() => window.close()),
  lookUpOnline: (id) => send('look-up-online', { id, canDraw: true }),
};

export const readTab = (): Promise<PageTargets> => readPageTargets(browser.tabs);

/** What the cache knows of what the tab names. Asking also wakes a background that was killed in a sync, which then goes on. */
export async function askPage({ targets, ownPaper }: PageTargets): Promise<OnPage> {
  const asked = targets.map((target) => ({ target, form: 'badge' as const }));
  const answers = await send('look-up', { targets: asked, canDraw: true });
  const cards = [...new Map(answers.flat().map((card) => [card.id, card])).values()];
  const missing = ownPaper && !cards.some(({ id }) => id === ownPaper);
  return { cards, ...(missing && { uncached: { id: ownPaper } }) };
}

export async function followSettings(onChange: (settings: Settings) => void): Promise<void> {
  watchSettings(browser.storage, new AbortController().signal, onChange);
  onChange(await readSettings(browser.storage));
}
