// A sync of many days into a fresh database, against fetch, JSON.parse and one bulkPut a day. Runs in a page of the extension.
import { Dexie } from 'dexie';
import { createCallBudget } from '../../../lib/feed/call-budget';
import { createFeedClient } from '../../../lib/feed/feed-client';
import { runSync } from '../../../lib/feed/sync';
import { wait } from '../../../lib/feed/wait';
import { describeError } from '../../../lib/messages/describe-error';
import { daysBetween, feedDayOf } from '../../../lib/papers/feed-day';
import { openDatabase } from '../../../lib/store/database';
import { syncStore } from '../../../lib/store/feed-days';
import { callLog } from '../../../lib/store/sync-state';
import { interleave, timed } from '../interleave.mjs';

const origin = 'https://huggingface.co';

/** The real budget with its log, on a clock that goes on by a minute with every look: nothing is ever waited for. */
function budgetOf(db: ReturnType<typeof openDatabase>) {
  let time = Date.now();
  const now = () => {
    time += 60_000;
    return time;
  };
  return createCallBudget({ log: callLog(db), now, wait });
}

async function sync(days: string[]): Promise<number> {
  const db = openDatabase('papergloss-bench-sync');
  await db.open();
  const now = Date.now;
  const fetchFeed = (url: string, init: RequestInit) => fetch(url, init);
  const client = createFeedClient({ origin, fetch: fetchFeed, now, wait, budget: budgetOf(db) });
  const horizonDays = daysBetween(days.at(-1) ?? '', feedDayOf(now()) ?? '');
  const options = { client, store: syncStore(db), describe: describeError, now, horizonDays };
  const ms = await timed(async () => {
    // A run fetches few of the days that are older than a month, so the last ones need another.
    for (let fetched = 0; fetched < days.length; ) {
      const report = await runSync(options);
      if (report.failure || report.fetched.length === 0) throw report.failure ?? new Error('Nothing was due');
      fetched += report.fetched.length;
    }
  });
  await checkAndDelete(db, days.length);
  return ms;
}

/** What the feed gives is stored as it comes, found by the same things. */
async function storeRaw(days: string[]): Promise<number> {
  const db = new Dexie('papergloss-bench-floor');
  db.version(1).stores({ papers: 'id, submittedOnDailyAt, githubRepo, *ai_keywords' });
  await db.open();
  const ms = await timed(async () => {
    for (const day of days) {
      const response = await fetch(`${origin}/api/daily_papers?date=${day}&limit=100&p=0`, {
        cache: 'no-store',
      });
      const items: { paper: unknown }[] = JSON.parse(await response.text());
      await db.table('papers').bulkPut(items.map(({ paper }) => paper));
    }
  });
  await checkAndDelete(db);
  return ms;
}

let stored: { papers: number; days?: number } = { papers: 0 };

async function checkAndDelete(db: Dexie, days?: number): Promise<void> {
  const papers = await db.table('papers').count();
  if (days !== undefined) stored = { papers, days: await db.table('feedDays').count() };
  await db.delete();
}

/** ms for each round, and what the sync has stored. */
export async function compare(days: string[], rounds: number) {
  const taken = await interleave({ sync: () => sync(days), floor: () => storeRaw(days) }, { rounds });
  return { ...taken, stored };
}
