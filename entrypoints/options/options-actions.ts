// What the reader can have done on the options page, beside the backup: by message, or by asking the browser.
import browser from 'webextension-polyfill';
import type { BackupActions } from '@/components/options/BackupGroup';
import type { DiagnosisActions } from '@/components/options/DiagnosisGroup';
import type { OptionsActions } from '@/components/options/Options';
import { saveFile } from '@/components/page/save-file';
import { createSend } from '@/lib/messages/send';
import { askedOrigin } from '@/lib/optional-sites/asked-origin';
import { optionalOriginsOf } from '@/lib/optional-sites/granted-origins';
import type { Settings } from '@/lib/settings/settings';

interface SettingsView {
  /** Undefined while they are being read. */
  current(): Settings | undefined;
  show(settings: Settings): void;
}

export function createOptionsActions(
  view: SettingsView,
): Omit<OptionsActions, keyof (BackupActions & DiagnosisActions)> {
  const send = createSend((message) => browser.runtime.sendMessage(message));

  /** Shows at once what the background will have written down in a moment, so that no switch goes back and forth. */
  async function showGranted(changed: boolean): Promise<boolean> {
    const { origins = [] } = await browser.permissions.getAll();
    const optionalOrigins = optionalOriginsOf(origins, browser.runtime.getManifest().host_permissions ?? []);
    const settings = view.current();
    if (settings) view.show({ ...settings, optionalOrigins });
    return changed;
  }

  return {
    syncNow: () => send('list-sync/now', {}),
    eraseSynced: () => send('list-sync/erase', {}),
    // What comes back is shown at once: whoever adds a rule to a list must not add the next one to the list of before.
    change: (change) => send('settings/change', change).then(view.show),
    switchSite: (site, on) => send('site/switch', { site, on }),
    // The browser asks the reader only while the click is being handled: nothing may be awaited before.
    allow: (origins) => browser.permissions.request({ origins: origins.map(askedOrigin) }).then(showGranted),
    disallow: (origins) =>
      browser.permissions.remove({ origins: origins.map(askedOrigin) }).then(showGranted),
    allowNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
    clearCache: () => send('feed/clear-cache', {}),
    resetForYou: () => send('for-you/reset', {}),
    saveFile,
    openWelcome: () => void send('page/open', { page: 'welcome' }),
  };
}
