// What makes the popup live: the store it follows, the background it talks to. Loaded behind the first drawing.
import browser from 'webextension-polyfill';
import type { OnPage } from '@/components/popup/OnPage';
import type { PopupActions } from '@/components/popup/Popup';
import type { SiteOfferProps } from '@/components/popup/SiteOffer';
import { searchMessages } from '@/lib/messages/search-messages';
import { createSend } from '@/lib/messages/send';
import { readSiteOffer } from '@/lib/optional-sites/site-offer';
import type { FeedDay } from '@/lib/papers/paper';
import type { Settings } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { type DailyList, readDailyList } from '@/lib/store/daily-list';
import { openDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { followPage as followTab } from './follow-page';

const send = createSend((message) => browser.runtime.sendMessage(message));
const db = openDatabase();

export const actions: Omit<PopupActions, 'showDay'> = {
  refresh: (day) => send('feed/refresh', { day }),
  save: (id) => send('reading-list/save', { ids: [id] }),
  saveAll: (ids) => send('reading-list/save', { ids }),
  remove: async (id) => (await send('reading-list/remove', { ids: [id] }))[0],
  restore: (entry) => send('reading-list/restore', { entries: [entry] }),
  open: (url) => void browser.tabs.create({ url }),
  openPage: (name) => void send('page/open', { page: name }).then(() => window.close()),
  lookUpOnline: (id) => send('look-up-online', { id, canDraw: true }),
  ...searchMessages(send),
  relatedToPage: (words) => send('related/to-page', words),
};

/** The list of a day, now and after every change; the newest day's without one. The returned function ends it. */
export function followDay(day: FeedDay | undefined, onList: (list: DailyList) => void): () => void {
  return subscribe(() => readDailyList(db, day), onList, console.error);
}

export const followPage = (onPage: (onPage: OnPage) => void) => followTab(send, db, onPage);

/** Undefined where there is nothing to offer. */
export async function offerSite(): Promise<SiteOfferProps | undefined> {
  const offer = await readSiteOffer(browser);
  if (!offer) return undefined;
  const { site, origin } = offer;
  return { site, accept: () => browser.permissions.request({ origins: [origin] }) };
}

export async function followSettings(onChange: (settings: Settings) => void): Promise<void> {
  watchSettings(browser.storage, new AbortController().signal, onChange);
  onChange(await readSettings(browser.storage));
}
