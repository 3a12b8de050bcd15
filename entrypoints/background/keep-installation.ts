// Has an installation begin with the papers that ship with us and a first sync, and go on where it was cut off. Registers its listener at
// once.
import browser from 'webextension-polyfill';
import { createInstallation, type InstallationDeps } from '@/lib/feed/installation';
import type { PaperglossDatabase } from '@/lib/store/database';
import { storeStarterFeed } from '@/lib/store/starter-feed';
import { hasCalledFeed } from '@/lib/store/sync-state';

export function keepInstallation(
  db: PaperglossDatabase,
  { sync, state }: Pick<InstallationDeps, 'sync' | 'state'>,
): void {
  const installation = createInstallation({
    async storeStarterFeed() {
      const starterFeed = await fetch(browser.runtime.getURL('/starter-feed.json'));
      await storeStarterFeed(db, await starterFeed.json(), Date.now());
    },
    sync,
    state,
    // A background of a private window alone is no installation: it ends with the window, and the feed need not know of it.
    hasAsked: async () => browser.extension.inIncognitoContext || hasCalledFeed(db),
  });
  browser.runtime.onInstalled.addListener(() => void installation.begin());
  void installation.goOn();
}
