// What makes popup and side panel live: the store they follow, the background they talk to.
import browser from 'webextension-polyfill';
import { gatherImages } from '@/components/popup/gather-images';
import type { PopupActions } from '@/components/popup/popup-props';
import type { SiteOfferProps } from '@/components/popup/SiteOffer';
import { keepEvents } from '@/lib/diagnosis/keep-events';
import { reporting } from '@/lib/diagnosis/report';
import { listMarkdown } from '@/lib/formats/list-markdown';
import { searchMessages } from '@/lib/messages/search-messages';
import { createSend } from '@/lib/messages/send';
import { readSiteOffer } from '@/lib/optional-sites/site-offer';
import { readCalendar } from '@/lib/store/calendar';
import { openDatabase } from '@/lib/store/database';
import { readPaperDetails } from '@/lib/store/paper-details';

export const send = createSend((message) => browser.runtime.sendMessage(message));
export const db = openDatabase();
keepEvents(db, 'popup');

/** The page that stays open beside others, and is never closed by us. */
export const isSidePanel = document.documentElement.classList.contains('side-panel');

/** The visit began when the page was opened: what it shows first counts as unseen until it is closed. */
export const since = Math.round(performance.timeOrigin);

/** Which papers a reader looks at in a private window is nobody's to remember. */
const isPrivate = browser.extension.inIncognitoContext;

export const actions: Omit<PopupActions, 'showList'> = {
  refresh: (day) => send('feed/refresh', { day }),
  fetchList: (list) => send('feed/list', { list }),
  save: (id) => send('reading-list/save', { ids: [id] }),
  saveAll: (ids) => send('reading-list/save', { ids }),
  remove: async (id) => (await send('reading-list/remove', { ids: [id] }))[0],
  restore: (entry) => send('reading-list/restore', { entries: [entry] }),
  open: (url) => void browser.tabs.create({ url }),
  openPage: (name) => void send('page/open', { page: name }).then(() => isSidePanel || window.close()),
  lookUpOnline: (id) => send('look-up-online', { id, canDraw: true }),
  ...searchMessages(send),
  relatedToPage: (words) => send('related/to-page', words),
  readDetails: (id) => readPaperDetails(db, id),
  readMonth: (month) => readCalendar(db, month),
  // What cannot be noted down is no news to a reader who wants to read.
  shown: (papers) => isPrivate || void send('papers/shown', { papers, since }).catch(reporting('popup')),
  opened: (ids) => isPrivate || void send('papers/opened', { ids }).catch(reporting('popup')),
  imageLoaded: gatherImages((urls) => void send('requests/images', { urls }).catch(reporting('popup'))),
  dismiss: (id, dismissed) => send('for-you/dismiss', { id, dismissed }),
  startAfresh: () => send('for-you/reset', {}),
  setOnlyUnseen: (onlyUnseen) => send('settings/change', { onlyUnseen }),
  copyList: (list) => navigator.clipboard.writeText(listMarkdown(list)),
};

/** Undefined where there is nothing to offer. */
export async function offerSite(): Promise<SiteOfferProps | undefined> {
  const offer = await readSiteOffer(browser);
  if (!offer) return undefined;
  const { site, origin } = offer;
  return { site, accept: () => browser.permissions.request({ origins: [origin] }) };
}
