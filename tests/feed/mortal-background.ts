// The background's sync as entrypoints/background puts it together, over a life that can end at any step: real client, budget, plan,
// store and indexer. Browser, network and clock are played.
import { createCallBudget } from '../../lib/feed/call-budget';
import { createFeedClient } from '../../lib/feed/feed-client';
import type { Fetch } from '../../lib/feed/get-json';
import { createInstallation } from '../../lib/feed/installation';
import { loggedFetch } from '../../lib/feed/logged-fetch';
import { type Alarms, scheduleSync } from '../../lib/feed/schedule';
import { runSync, type SyncReport } from '../../lib/feed/sync';
import { createSyncRunner } from '../../lib/feed/sync-runner';
import { describeError } from '../../lib/messages/describe-error';
import { createPaperIndexer } from '../../lib/related/paper-indexer';
import { openDatabase } from '../../lib/store/database';
import { syncStore } from '../../lib/store/feed-days';
import { dropBeyondHorizon } from '../../lib/store/papers';
import { appendRequests } from '../../lib/store/request-log';
import { storeStarterFeed } from '../../lib/store/starter-feed';
import { callLog, hasCalledFeed } from '../../lib/store/sync-state';
import { createLife, type Life } from './mortal';

/** What outlives a background: the machine's clock, the browser's alarms, the web. */
export interface World {
  databaseName: string;
  /** ms since 1970; moved by waiting. */
  clock: { time: number };
  /** Names of alarms that are set. */
  alarms: Set<string>;
  fetch: Fetch;
  horizonDays: number;
  /** The file that ships with the extension. */
  starterFeed?: unknown;
}

export interface MortalBackground {
  life: Life;
  sync(): Promise<SyncReport>;
  /** What the browser has a background do that has just been installed. */
  install(): Promise<void>;
  /** Does what a background does that has been started by a message, then lets the alarm ring that is to catch a sync cut off. */
  resume(): Promise<void>;
  /** Resolves when no work goes on any more. */
  settled(): Promise<void>;
  close(): void;
}

/** A body whose every piece is waited for. */
function slowly(response: Response, life: Life): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await life.outside(() => reader.read());
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, response);
}

export async function startBackground(world: World, killAt?: number): Promise<MortalBackground> {
  const { clock, horizonDays } = world;
  const life = createLife(killAt);
  const db = openDatabase(world.databaseName);
  await life.owns(db);
  const now = () => clock.time;
  const wait = (ms: number) =>
    life.outside(() => {
      clock.time += ms;
    });
  const onFailure = () => undefined;
  const indexer = createPaperIndexer({ db, pause: () => life.outside(() => undefined), now, onFailure });
  const store = syncStore(db, () => void indexer.takeQueued());
  const underWay = new Set<Promise<unknown>>();
  const fetch = loggedFetch(
    async (url, init) => slowly(await life.outside(() => world.fetch(url, init)), life),
    'feed',
    (record) => {
      const noting = appendRequests(db, [record]).catch(() => undefined);
      underWay.add(noting);
      return noting;
    },
    now,
  );
  const budget = createCallBudget({ log: callLog(db), now, wait });
  const client = createFeedClient({
    origin: 'https://feed.test',
    fetch,
    now,
    wait,
    budget,
    random: () => 0.5,
  });
  const run = createSyncRunner(async (first, isRegular) => {
    const plan = { horizonDays, first, isRegular };
    const report = await runSync({ client, store, describe: describeError, now, ...plan });
    await dropBeyondHorizon(db, horizonDays, now());
    underWay.add(indexer.bringUpToDate());
    return report;
  });
  let ring = (_alarm: { name: string }) => {};
  const alarms: Alarms = {
    create: (name) => !life.isDead && world.alarms.add(name),
    get: async (name) => (world.alarms.has(name) ? {} : undefined),
    clear: async (name) => !life.isDead && world.alarms.delete(name),
    onAlarm: {
      addListener(listener) {
        ring = listener;
      },
    },
  };
  const sync = scheduleSync(alarms, run);
  const installation = createInstallation({
    async storeStarterFeed() {
      const starterFeed = await life.outside(() => Promise.resolve(world.starterFeed));
      await storeStarterFeed(db, starterFeed, now());
    },
    sync,
    state: () => store.state(now()),
    hasAsked: () => hasCalledFeed(db),
  });

  return {
    life,
    sync,
    install: installation.begin,
    async resume() {
      await installation.goOn();
      if (world.alarms.has('feed-sync-resume')) {
        ring({ name: 'feed-sync-resume' });
        // Joins the run that the alarm has begun, and asks for nothing of its own.
        await run(undefined, true);
      }
    },
    async settled() {
      await indexer.bringUpToDate();
      await Promise.all(underWay);
    },
    close: () => db.close(),
  };
}
