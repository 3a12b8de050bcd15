// The options page: settings from the extension's storage, what is stored from the store; changes by message.
import browser from 'webextension-polyfill';
import type { BackupView } from '@/components/options/BackupGroup';
import { Options, type OptionsActions, type OptionsProps } from '@/components/options/Options';
import { mountPage } from '@/components/page/mount-page';
import { keepEvents } from '@/lib/diagnosis/keep-events';
import { reporting } from '@/lib/diagnosis/report';
import { clearEvents } from '@/lib/diagnosis/stored-events';
import { hostOfPattern } from '@/lib/optional-sites/host-pattern';
import { requiredHosts } from '@/lib/settings/required-hosts';
import { type Settings, siteOfHost } from '@/lib/settings/settings';
import { readSettings, watchSettings } from '@/lib/settings/settings-storage';
import { adapterKinds } from '@/lib/sites/adapter-kinds';
import { openDatabase } from '@/lib/store/database';
import { readRequests } from '@/lib/store/request-log';
import { subscribe } from '@/lib/store/subscribe';
import { t } from '@/lib/text/translate';
import { followBackup } from './follow-backup';
import { followDiagnosis } from './follow-diagnosis';
import { followListSync, noListSync } from './follow-list-sync';
import { followStorage, nothingStored } from './follow-storage';
import { createOptionsActions } from './options-actions';

const page = mountPage(t('pageOptions'));
const db = openDatabase();
keepEvents(db, 'options');
const noBackup: BackupView = { canChoose: false };

let shown: Omit<OptionsProps, 'actions'> = {
  settings: undefined,
  storage: nothingStored,
  requests: undefined,
  backup: noBackup,
  listSync: noListSync,
  sites: [...new Set(requiredHosts.map((pattern) => siteOfHost(hostOfPattern(pattern))))],
  version: browser.runtime.getManifest().version,
  kinds: adapterKinds,
  events: undefined,
  sync: {},
};

const actions: OptionsActions = {
  ...createOptionsActions({ current: () => shown.settings, show: showSettings }),
  ...followBackup(db, (backup) => show({ backup })),
  copyText: (text) => navigator.clipboard.writeText(text),
  clearEvents: () => clearEvents(db),
};

function show(known: Partial<typeof shown>): void {
  shown = { ...shown, ...known };
  page.draw(<Options {...shown} actions={actions} />);
}

function showSettings(settings: Settings): void {
  const isFirst = shown.settings === undefined;
  page.useTheme(settings);
  show({ settings });
  // The groups were not there when the browser looked for the one the address names.
  if (isFirst && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

show({});
followStorage(db, (storage) => show({ storage }));
followListSync(db, (listSync) => show({ listSync }));
subscribe(
  () => readRequests(db),
  (requests) => show({ requests }),
  reporting('options'),
);
followDiagnosis(db, show);
void readSettings(browser.storage).then(showSettings);
watchSettings(browser.storage, new AbortController().signal, showSettings);
