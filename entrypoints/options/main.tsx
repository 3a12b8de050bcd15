// The options page: settings from the extension's storage, what is stored from the store; changes by message.
import browser from 'webextension-polyfill';
import { Options, type OptionsActions } from '@/components/options/Options';
import { mountPage } from '@/components/page/mount-page';
import { createSend } from '@/lib/messages/send';
import { askedOrigin } from '@/lib/optional-sites/asked-origin';
import { optionalOriginsOf } from '@/lib/optional-sites/granted-origins';
import { hostOfPattern } from '@/lib/optional-sites/host-pattern';
import { requiredHosts } from '@/lib/settings/required-hosts';
import { type Settings, siteOfHost } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';

const send = createSend((message) => browser.runtime.sendMessage(message));
const page = mountPage(t('pageOptions'));
const db = openDatabase();
const sites = [...new Set(requiredHosts.map((pattern) => siteOfHost(hostOfPattern(pattern))))];

const actions: OptionsActions = {
  change: (settings) => send('settings/change', settings),
  switchSite: (site, on) => send('site/switch', { site, on }),
  // The browser asks the reader only while the click is being handled: nothing may be awaited before.
  allow: (origins) => browser.permissions.request({ origins: origins.map(askedOrigin) }).then(showGranted),
  disallow: (origins) => browser.permissions.remove({ origins: origins.map(askedOrigin) }).then(showGranted),
  clearCache: () => send('feed/clear-cache', {}),
};

let settings: Settings | undefined;
let storage = { papers: 0, days: 0, entries: 0, bytes: undefined as number | undefined };

function draw(): void {
  const { version } = browser.runtime.getManifest();
  page.draw(<Options {...{ settings, storage, sites, version, actions }} />);
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

async function measure(): Promise<typeof storage> {
  const [papers, days, entries] = await Promise.all([
    db.papers.count(),
    db.feedDays.count(),
    db.readingEntries.count(),
  ]);
  return { papers, days, entries, bytes: undefined };
}

draw();
void readSettings(browser.storage).then(follow);
watchSettings(browser.storage, new AbortController().signal, follow);
subscribe(
  measure,
  async (measured) => {
    const { usage } = await navigator.storage.estimate();
    storage = { ...measured, bytes: usage };
    draw();
  },
  (error) => console.error(error),
);
