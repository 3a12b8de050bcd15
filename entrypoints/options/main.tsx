// The options page: settings from the extension's storage, what is stored from the store; changes by message.
import browser from 'webextension-polyfill';
import type { BackupView } from '@/components/options/BackupGroup';
import { Options, type OptionsActions } from '@/components/options/Options';
import type { StorageSummary } from '@/components/options/StorageGroup';
import { mountPage } from '@/components/page/mount-page';
import { createSend } from '@/lib/messages/send';
import { askedOrigin } from '@/lib/optional-sites/asked-origin';
import { optionalOriginsOf } from '@/lib/optional-sites/granted-origins';
import { hostOfPattern } from '@/lib/optional-sites/host-pattern';
import { requiredHosts } from '@/lib/settings/required-hosts';
import { type Settings, siteOfHost } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { t } from '@/lib/text/translate';
import { followBackup } from './follow-backup';
import { followListSync, noListSync } from './follow-list-sync';
import { followStorage } from './follow-storage';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('pageOptions'));
const db = openDatabase();
const sites = [...new Set(requiredHosts.map((pattern) => siteOfHost(hostOfPattern(pattern))))];

let backup: BackupView = { canChoose: false };
let listSync = noListSync;
let settings: Settings | undefined;
let storage: StorageSummary = { papers: 0, days: 0, entries: 0 };

const actions: OptionsActions = {
  ...followBackup(db, (view) => {
    backup = view;
    draw();
  }),
  syncNow: () => send('list-sync/now', {}),
  eraseSynced: () => send('list-sync/erase', {}),
  change: (settings) => send('settings/change', settings),
  switchSite: (site, on) => send('site/switch', { site, on }),
  // The browser asks the reader only while the click is being handled: nothing may be awaited before.
  allow: (origins) => browser.permissions.request({ origins: origins.map(askedOrigin) }).then(showGranted),
  disallow: (origins) => browser.permissions.remove({ origins: origins.map(askedOrigin) }).then(showGranted),
  clearCache: () => send('feed/clear-cache', {}),
};

function draw(): void {
  const { version } = browser.runtime.getManifest();
  page.draw(<Options {...{ settings, storage, backup, listSync, sites, version, actions }} />);
}

function follow(changed: Settings): void {
  settings = changed;
  page.useTheme(changed);
  draw();
}

/** Shows at once what the background will have written down in a moment, so that no switch goes back and forth. */
async function showGranted(changed: boolean): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const optionalOrigins = optionalOriginsOf(origins, browser.runtime.getManifest().host_permissions ?? []);
  if (settings) follow({ ...settings, optionalOrigins });
  return changed;
}

draw();
followStorage(db, (stored) => {
  storage = stored;
  draw();
});
followListSync(db, (view) => {
  listSync = view;
  draw();
});
void readSettings(browser.storage).then(follow);
watchSettings(browser.storage, new AbortController().signal, follow);
