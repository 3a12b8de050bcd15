// The background: puts store, feed and messages together and registers its listeners synchronously, so that whatever woke the
// worker is answered.
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { describeAndReport } from '@/lib/diagnosis/describe-and-report';
import { keepEvents } from '@/lib/diagnosis/keep-events';
import { reporting } from '@/lib/diagnosis/report';
import { createCallBudget } from '@/lib/feed/call-budget';
import { createFeedClient } from '@/lib/feed/feed-client';
import { scheduleSync } from '@/lib/feed/schedule';
import { runSync } from '@/lib/feed/sync';
import { createSyncRunner } from '@/lib/feed/sync-runner';
import { wait } from '@/lib/feed/wait';
import { type Background, createHandlers } from '@/lib/messages/handlers/create-handlers';
import { followPermissions } from '@/lib/optional-sites/follow-permissions';
import { createPaperIndexer } from '@/lib/related/paper-indexer';
import { exclusively } from '@/lib/settings/settings-lock';
import { readSettings } from '@/lib/settings/settings-storage';
import { openDatabase } from '@/lib/store/database';
import { syncStore } from '@/lib/store/feed-days';
import { dropBeyondHorizon } from '@/lib/store/papers';
import { callLog } from '@/lib/store/sync-state';
import { answerBrowser } from './answer-browser';
import { answerMessages } from './answer-messages';
import { keepInstallation } from './keep-installation';
import { keepReadingList } from './keep-reading-list';
import { logRequests } from './log-requests';

export default defineBackground({
  type: 'module',
  main() {
    const now = Date.now;
    const db = openDatabase();
    keepEvents(db, 'background');
    const indexer = createPaperIndexer({ db, pause: () => wait(0), now, onFailure: reporting('index') });
    const store = syncStore(db, () => void indexer.takeQueued());
    const budget = createCallBudget({ log: callLog(db), now, wait });
    const calls = { fetch: logRequests(db, 'feed'), now, wait, budget };
    const client = createFeedClient({ origin: __FEED_ORIGIN__, ...calls });
    const run = createSyncRunner(async (first, isRegular) => {
      const { horizonDays } = await readSettings(browser.storage);
      const plan = { horizonDays, first, isRegular };
      const report = await runSync({ client, store, describe: describeAndReport('sync'), now, ...plan });
      await dropBeyondHorizon(db, horizonDays, now());
      void indexer.bringUpToDate();
      return report;
    });
    const sync = scheduleSync(browser.alarms, run);
    const readingList = keepReadingList(db, () => void indexer.bringUpToDate());
    const { onLookedUp } = answerBrowser(db, indexer, readingList);

    const handlers = createHandlers({
      db,
      ...readingList,
      client,
      indexer,
      storage: browser.storage,
      sync,
      scripting: browser.scripting as Background['scripting'],
      openPage: (page) => browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) }),
      onLookedUp,
      exclusively,
      now,
    });
    answerMessages(handlers);

    followPermissions(browser, exclusively);
    keepInstallation(db, { sync, state: () => store.state(now()) });
    browser.runtime.onStartup.addListener(() => void sync());
    void indexer.resume();
  },
});
