// The morning digest: composed from the cache, shown by the browser where the reader has allowed that, and what a click on it opens.
import browser from 'webextension-polyfill';
import { reporting } from '@/lib/diagnosis/report';
import { composeDigest } from '@/lib/digest/compose-digest';
import { type DigestState, followDigest } from '@/lib/digest/follow-digest';
import { openFromDigest } from '@/lib/digest/open-from-digest';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import type { PaperglossDatabase } from '@/lib/store/database';
import { readState, writeState } from '@/lib/store/state';

/** By this name a digest takes the place of the one before. */
const notificationId = 'digest';

/** Registers its listeners at once. */
export function keepDigest(db: PaperglossDatabase): void {
  const { alarms, permissions, runtime, storage } = browser;
  const settingsChanged = followDigest({
    alarms,
    readHour: async () => (await readSettings(storage)).digestHour,
    state: {
      read: () => readState<DigestState>(db, 'digest', {}),
      write: (state) => writeState(db, 'digest', state),
    },
    isAllowed: () => permissions.contains({ permissions: ['notifications'] }),
    compose: async (last) => composeDigest(db, (await readSettings(storage)).watchRules, last, Date.now()),
    show: ({ title, message }) =>
      browser.notifications.create(notificationId, {
        type: 'basic',
        iconUrl: runtime.getURL('/icon/128.png'),
        title,
        message,
      }),
    now: Date.now,
    onFailure: reporting('digest'),
  });
  watchSettings(storage, new AbortController().signal, () => void settingsChanged());

  async function onClicked(id: string): Promise<void> {
    if (id !== notificationId) return;
    await browser.notifications.clear(id);
    await openFromDigest(browser, runtime.getURL('/sidepanel.html'));
  }

  /** Without the permission the browser has no such thing as notifications. */
  const listen = () => browser.notifications?.onClicked.addListener(onClicked);
  listen();
  permissions.onAdded.addListener(listen);
}
