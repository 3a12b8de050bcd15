// The popup: what it showed last is drawn at once, before anything else is loaded; then the live list takes its place.
import { mountPage } from '@/components/page/mount-page';
import { Popup, type PopupActions, type PopupProps } from '@/components/popup/Popup';
import { keepListSnapshot, readListSnapshot } from '@/lib/store/list-snapshot';
import { t } from '@/lib/text/translate';

const page = mountPage(t('extensionName'));

let shown: Pick<PopupProps, 'list' | 'onPage' | 'offer'> = {
  list: readListSnapshot(localStorage),
  onPage: { cards: [] },
};
let unfollow = () => {};

function draw(changed: Partial<typeof shown> = {}): void {
  shown = { ...shown, ...changed };
  page.draw(<Popup {...shown} now={Date.now()} online={navigator.onLine} actions={actions} />);
}

const live = import('./live');

const actions: PopupActions = {
  refresh: async (day) => (await live).actions.refresh(day),
  showDay: (day) => void follow(day),
  save: async (id) => (await live).actions.save(id),
  saveAll: async (ids) => (await live).actions.saveAll(ids),
  remove: async (id) => (await live).actions.remove(id),
  restore: async (entry) => (await live).actions.restore(entry),
  open: async (url) => (await live).actions.open(url),
  openPage: async (name) => (await live).actions.openPage(name),
  lookUpOnline: async (id) => (await live).actions.lookUpOnline(id),
  search: async (query, limit) => (await live).actions.search(query, limit),
  searchOnline: async (query) => (await live).actions.searchOnline(query),
  relatedToPage: async (words) => (await live).actions.relatedToPage(words),
};

async function follow(day?: string): Promise<void> {
  const { followDay } = await live;
  unfollow();
  unfollow = followDay(day, (list) => {
    draw({ list });
    if (day === undefined) keepListSnapshot(localStorage, list);
  });
}

async function start(): Promise<void> {
  const { followPage, followSettings, offerSite } = await live;
  await followSettings(page.useTheme);
  void offerSite().then((offer) => draw({ offer }));
  await followPage((onPage) => draw({ onPage }));
}

draw();
void follow();
void start();
for (const event of ['online', 'offline']) window.addEventListener(event, () => draw());
