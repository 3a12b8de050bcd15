// The background's part for the reading list: the keeper, and whoever has to know of its changes: mirror, backup, account, arXiv.
import browser from 'webextension-polyfill';
import { createArxivClient } from '@/lib/arxiv/arxiv-client';
import { createReadingDetails } from '@/lib/arxiv/reading-details';
import { createBackup } from '@/lib/backup/backup-runner';
import { storeBackup } from '@/lib/backup/store-backup';
import { reporting } from '@/lib/diagnosis/report';
import { wait } from '@/lib/feed/wait';
import { createListSync } from '@/lib/list-sync/list-sync';
import { scheduleListSync } from '@/lib/list-sync/schedule-list-sync';
import { listSyncKey, type SyncListState } from '@/lib/list-sync/sync-list-state';
import type { ListSyncControl } from '@/lib/messages/handlers/create-handlers';
import { readSettings } from '@/lib/settings/settings-storage';
import type { PaperglossDatabase } from '@/lib/store/database';
import { listRecords } from '@/lib/store/reading-list';
import { createReadingListKeeper, type ReadingListKeeper } from '@/lib/store/reading-list-keeper';
import { completeMirror, restoreFromMirror } from '@/lib/store/reading-list-mirror';
import { readState, writeState } from '@/lib/store/state';
import { logRequests } from './log-requests';

export interface KeptReadingList {
  keeper: ReadingListKeeper;
  fetchDetails(): Promise<void>;
  listSync: ListSyncControl;
}

/** Registers its listeners at once. `onCached` is told when papers from arXiv have been cached. */
export function keepReadingList(db: PaperglossDatabase, onCached: () => void): KeptReadingList {
  const now = Date.now;
  const mirror = browser.storage.local;
  const backup = createBackup({ ...storeBackup(db, now), alarms: browser.alarms });
  const readSyncState = () => readState<SyncListState | undefined>(db, listSyncKey, undefined);
  const isOn = async () => (await readSettings(browser.storage)).syncList;
  const keeper = createReadingListKeeper({
    db,
    mirror,
    now,
    onChange(_changed, from) {
      backup.changed();
      if (from === 'reader') listSync.changed();
    },
  });
  const listSync = scheduleListSync({
    alarms: browser.alarms,
    arrivals: browser.storage.sync?.onChanged,
    sync: createListSync({
      area: browser.storage.sync,
      records: () => listRecords(db),
      merge: keeper.merge,
      state: { read: readSyncState, write: (state) => writeState(db, listSyncKey, state) },
      now,
      wait,
      isOn,
    }),
    readState: readSyncState,
    isOn,
    now,
  });
  const client = createArxivClient({
    origin: 'https://export.arxiv.org',
    fetch: logRequests(db, 'arxiv'),
    now,
    wait,
    lastCall: {
      read: () => readState(db, 'arxiv-call', 0),
      write: (ms) => writeState(db, 'arxiv-call', ms),
    },
  });
  const details = createReadingDetails({ db, keeper, client, now, onCached });
  browser.runtime.onStartup.addListener(() => {
    void completeMirror(db, mirror).catch(reporting('reading-list'));
    void listSync.exchange().catch(reporting('account'));
    // Alarms may not outlive the browser.
    backup.changed();
  });
  void restoreFromMirror(db, mirror, now()).catch(reporting('reading-list'));
  void details.resume().catch(reporting('arxiv'));
  return { keeper, fetchDetails: details.fetch, listSync };
}
