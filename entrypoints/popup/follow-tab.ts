// The tab the popup stands above; in the side panel whichever is in front, also after it has gone to another page.
import browser from 'webextension-polyfill';
import type { OnPage } from '@/components/popup/OnPage';
import { followPage } from './follow-page';
import { db, send } from './live';

interface TabListener {
  onPage(onPage: OnPage): void;
  /** Another tab or another page is in front. */
  onTab(): void;
}

const namesNothing: OnPage = { cards: [] };

export async function followTab(isSidePanel: boolean, { onPage, onTab }: TabListener): Promise<void> {
  let following = new AbortController();

  async function follow() {
    following.abort();
    following = new AbortController();
    onTab();
    await followPage(send, db, following.signal, onPage);
  }
  function followAnew() {
    onPage(namesNothing);
    void follow();
  }

  if (isSidePanel) {
    const { id: ownWindow } = await browser.windows.getCurrent();
    browser.tabs.onActivated.addListener(({ windowId }) => {
      if (windowId === ownWindow) followAnew();
    });
    browser.tabs.onUpdated.addListener((_id, { status, url }, tab) => {
      // A page that only changes its address is another page; one that loads is read when it is there.
      if (tab.active && tab.windowId === ownWindow && (status === 'complete' || url)) followAnew();
    });
  }
  await follow();
}
