// The popup with two days that were read beforehand: whoever goes from one to the other waits for nothing but the drawing. Runs in an
// empty page of the extension.
import { render } from 'preact';
import { listOfView } from '../../../components/popup/list-steps';
import { Popup } from '../../../components/popup/Popup';
import type { PopupActions } from '../../../components/popup/popup-props';
import type { DailyList } from '../../../lib/store/daily-list';
import { openDatabase } from '../../../lib/store/database';
import { readList } from '../../../lib/store/read-list';

const never = () => new Promise<never>(() => {});
const nothing = () => {};

/** Everything the popup may ask for; nobody answers. */
const unanswered = (showList: PopupActions['showList']): PopupActions => ({
  refresh: never,
  fetchList: never,
  save: never,
  saveAll: never,
  remove: never,
  restore: never,
  open: nothing,
  openPage: nothing,
  lookUpOnline: never,
  search: never,
  searchOnline: never,
  relatedToPage: never,
  readDetails: never,
  readMonth: never,
  shown: nothing,
  opened: nothing,
  imageLoaded: nothing,
  dismiss: never,
  startAfresh: never,
  setOnlyUnseen: never,
  copyList: never,
  showList,
});

/** The look of the popup, out of its own page. */
async function wearStyles(): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch('/popup.html')).text(), 'text/html');
  const links = [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => {
    const own = document.createElement('link');
    own.rel = 'stylesheet';
    own.href = link.getAttribute('href') ?? '';
    return own;
  });
  await Promise.all(
    links.map((link) => {
      document.head.append(link);
      return new Promise((resolve) => link.addEventListener('load', resolve));
    }),
  );
}

/** Draws the newest day; the keys of the popup lead to the one before and back. Returns the days. */
export async function mountDays(): Promise<string[]> {
  await wearStyles();
  const db = openDatabase();
  const now = Date.now();
  const context = { now, since: now, rules: [] };
  const newest = await readList(db, listOfView('day', undefined, now), context);
  const before = await readList(db, listOfView('day', newest.previousDay, now), context);
  db.close();
  const lists = new Map([newest, before].map((list) => [list.day, list]));
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  const actions = unanswered((query) => {
    const list = query.view === 'day' ? lists.get(query.day) : undefined;
    if (list) draw(list);
  });
  function draw(list: DailyList) {
    const settings = { onlyUnseen: false, thumbnails: false };
    render(<Popup {...{ list, settings, now, actions }} onPage={{ cards: [] }} online />, root);
  }
  draw(newest);
  return [newest.day ?? '', before.day ?? ''];
}
