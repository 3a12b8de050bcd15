// The popup: a feed day read live from the store, drawn before anything else is loaded; everything else by message.
import { mountPage } from '@/components/page/mount-page';
import { Popup, type PopupActions, type PopupProps } from '@/components/popup/Popup';
import { readDailyList } from '@/lib/store/daily-list';
import { openDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';

const page = mountPage(t('extensionName'));
const db = openDatabase();
const conversation = import('./conversation');

const actions: PopupActions = {
  refresh: async (day) => (await conversation).actions.refresh(day),
  showDay: follow,
  save: async (id) => (await conversation).actions.save(id),
  remove: async (id) => (await conversation).actions.remove(id),
  restore: async (entry) => (await conversation).actions.restore(entry),
  open: async (url) => (await conversation).actions.open(url),
  openPage: async (name) => (await conversation).actions.openPage(name),
  lookUpOnline: async (id) => (await conversation).actions.lookUpOnline(id),
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
    console.error,
  );
}

/** What the tab names is read once; what is known of it changes with the cache and the reading list. */
async function followPage(): Promise<void> {
  const { askPage, followSettings, readTab } = await conversation;
  void followSettings(page.useTheme);
  const named = await readTab();
  const counts = () => Promise.all([db.papers.count(), db.readingEntries.count()]);
  subscribe(counts, async () => draw({ onPage: await askPage(named) }), console.error);
}

draw();
follow();
void followPage();
for (const event of ['online', 'offline']) window.addEventListener(event, () => draw());
