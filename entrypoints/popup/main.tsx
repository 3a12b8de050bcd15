// The popup: a feed day read live from the store, what the current tab names, everything else by message.
import browser from 'webextension-polyfill';
import { mountPage } from '@/components/page/mount-page';
import { Popup, type PopupActions, type PopupProps } from '@/components/popup/Popup';
import { type PageTargets, readPageTargets } from '@/lib/messages/page-targets';
import { createSend } from '@/lib/messages/send';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { readDailyList } from '@/lib/store/daily-list';
import { openDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('extensionName'));
const db = openDatabase();

const actions: PopupActions = {
  refresh: (day) => send('feed/refresh', { day }),
  showDay: follow,
  save: (id) => send('reading-list/save', { id }),
  remove: (id) => send('reading-list/remove', { id }),
  restore: (entry) => send('reading-list/restore', { entry }),
  open: (url) => void browser.tabs.create({ url }),
  openPage: (name) => void send('page/open', { page: name }).then(() => window.close()),
  lookUpOnline: (id) => send('look-up-online', { id, canDraw: true }),
};

let shown: Pick<PopupProps, 'list' | 'onPage'> = { list: undefined, onPage: { cards: [] } };
let unfollow = () => {};

function draw(changed: Partial<typeof shown> = {}): void {
  shown = { ...shown, ...changed };
  page.draw(<Popup {...shown} now={Date.now()} online={navigator.onLine} actions={actions} />);
}

function follow(day?: string): void {
  unfollow();
  unfollow = subscribe(
    () => readDailyList(db, day),
    (list) => draw({ list }),
    (error) => console.error(error),
  );
}

async function askPage({ targets, ownPaper }: PageTargets): Promise<void> {
  const asked = targets.map((target) => ({ target, form: 'badge' as const }));
  const answers = await send('look-up', { targets: asked, canDraw: true });
  const cards = [...new Map(answers.flat().map((card) => [card.id, card])).values()];
  const missing = ownPaper && !cards.some(({ id }) => id === ownPaper);
  draw({ onPage: { cards, ...(missing && { uncached: { id: ownPaper } }) } });
}

/** What the tab names is read once; what is known of it changes with the cache and the reading list. */
async function followPage(): Promise<void> {
  const named = await readPageTargets(browser.tabs);
  if (named.targets.length === 0) return;
  const counts = () => Promise.all([db.papers.count(), db.readingEntries.count()]);
  subscribe(counts, () => void askPage(named), console.error);
}

draw();
follow();
void followPage();
void readSettings(browser.storage).then(page.useTheme);
watchSettings(browser.storage, new AbortController().signal, page.useTheme);
for (const event of ['online', 'offline']) window.addEventListener(event, () => draw());
