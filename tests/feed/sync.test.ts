import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { FeedClient } from '../../lib/feed/feed-client';
import { FeedError, type FeedErrorCode } from '../../lib/feed/feed-error';
import { runSync, type SyncStore } from '../../lib/feed/sync';
import { planSync } from '../../lib/feed/sync-plan';
import { describeError } from '../../lib/messages/describe-error';
import type { FeedDay, Paper } from '../../lib/papers/paper';
import { openDatabase } from '../../lib/store/database';
import { syncStore } from '../../lib/store/feed-days';
import { readSyncState, type SyncState, writeSyncState } from '../../lib/store/sync-state';

const friday = Date.parse('2026-06-12T12:00:00Z');
const horizonDays = 30;

let databases = 0;
const newDatabase = () => openDatabase(`sync-${databases++}`);

const paperOf = (day: FeedDay, title = `Paper of ${day}`): Paper => ({
  id: `${day.slice(2, 4)}${day.slice(5, 7)}.000${day.slice(8)}`,
  title,
  abstract: '',
  authors: [],
  keywords: [],
  day,
  upvotes: 1,
});

type Client = Pick<FeedClient, 'day'>;

/** A feed that has one paper for every day and remembers what it was asked. */
function feedOf(answer?: (day: FeedDay) => Promise<Paper[]> | Paper[]) {
  const asked: FeedDay[] = [];
  const client: Client = {
    async day(day) {
      asked.push(day);
      return { papers: answer ? await answer(day) : [paperOf(day)], rejected: [] };
    },
  };
  return { client, asked };
}

const failing = (code: FeedErrorCode, retryAt?: number) => () => {
  throw new FeedError(code, `It is ${code}.`, { retryAt });
};

const options = (client: Client, store: SyncStore) => ({
  client,
  store,
  horizonDays,
  describe: describeError,
  now: () => friday,
});

const planned = () => planSync({ days: [], now: friday, horizonDays }).map(({ day }) => day);

describe('a sync', () => {
  it('fetches and stores every day of the plan, in its order', async () => {
    const db = newDatabase();
    const { client, asked } = feedOf();
    const report = await runSync(options(client, syncStore(db)));
    expect(asked).toEqual(planned());
    expect(report).toEqual({ fetched: planned() });
    expect((await db.feedDays.toCollection().primaryKeys()).sort()).toEqual(planned().sort());
    expect(await db.papers.count()).toBe(planned().length);
  });

  it('run again has nothing to do', async () => {
    const db = newDatabase();
    await runSync(options(feedOf().client, syncStore(db)));
    const { client, asked } = feedOf();
    expect(await runSync(options(client, syncStore(db)))).toEqual({ fetched: [] });
    expect(asked).toEqual([]);
  });

  it('fetches days asked for first, even when they are fresh or beyond the horizon', async () => {
    const db = newDatabase();
    await runSync(options(feedOf().client, syncStore(db)));
    const { client, asked } = feedOf((day) => [paperOf(day, 'newer')]);
    const first = ['2026-06-10', '2025-01-15'];
    const report = await runSync({ ...options(client, syncStore(db)), first });
    expect(report.fetched).toEqual(['2026-06-10', '2025-01-15']);
    expect(asked).toEqual(report.fetched);
    expect((await db.papers.get('2606.00010'))?.title).toBe('newer');
  });

  it('takes a day that is asked for in the middle of the run next', async () => {
    const first: FeedDay[] = [];
    const { client } = feedOf((day) => {
      if (day === '2026-06-11') first.push('2025-01-15');
      return [paperOf(day)];
    });
    const { fetched } = await runSync({ ...options(client, syncStore(newDatabase())), first });
    expect(fetched.slice(0, 4)).toEqual(['2026-06-12', '2025-01-15', '2026-06-11', '2026-06-10']);
  });

  it('passes over days asked for that can be no feed days', async () => {
    const { client, asked } = feedOf();
    const first = ['2026-06-13', '2026-06-15', '2020-01-01', 'tomorrow'];
    await runSync({ ...options(client, syncStore(newDatabase())), first });
    expect(asked).toEqual(planned());
  });

  it('fetches no more than five days beyond the last 30 in one run', async () => {
    const db = newDatabase();
    const run = () => runSync({ ...options(feedOf().client, syncStore(db)), horizonDays: 90 });
    expect((await run()).fetched).toHaveLength(planned().length + 5);
    expect((await run()).fetched).toHaveLength(5);
  });

  it('says how far it is while it runs, and that it has ended', async () => {
    const db = newDatabase();
    const states: SyncState[] = [];
    const store = syncStore(db);
    const storeDay: SyncStore['storeDay'] = async (arrived) => {
      states.push(await readSyncState(db, friday));
      return store.storeDay(arrived);
    };
    await runSync(options(feedOf().client, { ...store, storeDay }));
    const total = planned().length;
    expect(states.map(({ running }) => running)).toEqual(
      planned().map((day, done) => ({ day, since: friday, done, planned: total })),
    );
    expect(await readSyncState(db, friday)).toEqual({ lastSuccessAt: friday, askedAt: friday });
  });

  it('asks for the next day while it stores the last one, and for none twice', async () => {
    const store = syncStore(newDatabase());
    const { client, asked } = feedOf();
    const askedBefore: number[] = [];
    const storeDay: SyncStore['storeDay'] = (arrived) => {
      askedBefore.push(asked.length);
      return store.storeDay(arrived);
    };
    await runSync(options(client, { ...store, storeDay }));
    const total = planned().length;
    expect(askedBefore).toEqual(planned().map((_, index) => Math.min(index + 2, total)));
    expect(asked).toEqual(planned());
  });

  it('stops without a word when it is told to', async () => {
    const db = newDatabase();
    const stop = new AbortController();
    const { client } = feedOf((day) => {
      if (day === '2026-06-10') stop.abort();
      stop.signal.throwIfAborted();
      return [paperOf(day)];
    });
    const report = await runSync({ ...options(client, syncStore(db)), signal: stop.signal });
    expect(report).toEqual({ fetched: ['2026-06-12', '2026-06-11'] });
    expect(await readSyncState(db, friday)).toEqual({ askedAt: friday });
  });
});

describe('a regular sync', () => {
  const hour = 3_600_000;
  const isRegular = () => true;

  /** A store that is complete, and was last brought up to date two days before. */
  async function olderStore() {
    const db = newDatabase();
    const before = friday - 48 * hour;
    await runSync({ ...options(feedOf().client, syncStore(db)), now: () => before });
    const today = feedOf((day) => [paperOf(day)]);
    await runSync({ ...options(today.client, syncStore(db)), isRegular, now: () => friday - 3 * hour });
    return db;
  }

  it('refreshes one day, and none again within the hour', async () => {
    const db = await olderStore();
    const run = async (now: number) => {
      const { client, asked } = feedOf();
      await runSync({ ...options(client, syncStore(db)), isRegular, now: () => now });
      return asked;
    };
    expect(await run(friday)).toEqual(['2026-06-12']);
    expect(await run(friday + hour - 1)).toEqual([]);
    expect(await run(friday + hour)).toHaveLength(1);
  });

  it('completes what is missing in one go', async () => {
    const { client, asked } = feedOf();
    await runSync({ ...options(client, syncStore(newDatabase())), isRegular });
    expect(asked).toEqual(planned());
  });

  it('fetches everything that is due from the moment somebody waits for it', async () => {
    const db = await olderStore();
    let waiting = false;
    const { client, asked } = feedOf((day) => {
      waiting = true;
      return [paperOf(day)];
    });
    await runSync({ ...options(client, syncStore(db)), isRegular: () => !waiting });
    expect(asked.length).toBeGreaterThan(3);
    expect((await runSync(options(feedOf().client, syncStore(db)))).fetched).toEqual([]);
  });

  it('that was killed while it waited for the feed has asked all the same', async () => {
    const db = await olderStore();
    let dead = () => {};
    const died = new Promise<void>((resolve) => (dead = resolve));
    const { client } = feedOf(() => {
      dead();
      return new Promise(() => undefined);
    });
    await Promise.race([runSync({ ...options(client, syncStore(db)), isRegular }), died]);
    const after = feedOf();
    await runSync({ ...options(after.client, syncStore(db)), isRegular, now: () => friday + 60_000 });
    expect(after.asked).toEqual([]);
  });
});

describe('a worker that is killed', () => {
  const total = planned().length;

  /** A store that works until its `step`-th call, and from then on neither answers nor does anything: the worker is dead. */
  function dyingStore(store: SyncStore, step: number): { store: SyncStore; dead: Promise<void> } {
    let calls = 0;
    let die: () => void;
    const dead = new Promise<void>((resolve) => {
      die = resolve;
    });
    const proxy = new Proxy(store, {
      get: (target, name, receiver) => {
        const method = Reflect.get(target, name, receiver);
        return (...parameters: unknown[]) => {
          calls += 1;
          if (calls < step) return method(...parameters);
          die();
          return new Promise(() => undefined);
        };
      },
    });
    return { store: proxy, dead };
  }

  it.each(Array.from({ length: total + 1 }, (_, days) => days))(
    'after %i days goes on where it stopped: nothing twice, nothing missing',
    async (days) => {
      const db = newDatabase();
      const store = syncStore(db);
      const stored: FeedDay[] = [];
      await new Promise<void>((killed) => {
        const storeDay: SyncStore['storeDay'] = async (arrived) => {
          if (stored.length === days) {
            killed();
            return new Promise(() => undefined);
          }
          stored.push(arrived.day);
          return store.storeDay(arrived);
        };
        void runSync(options(feedOf().client, { ...store, storeDay })).then(() => killed());
      });
      const after = feedOf();
      await runSync(options(after.client, store));
      expect([...stored, ...after.asked]).toEqual(planned());
      expect(await db.feedDays.count()).toBe(total);
      expect(await db.papers.count()).toBe(total);
    },
  );

  it('at any step of its work leaves a store that the next one completes', async () => {
    for (let step = 1; step <= 5 * total; step += 3) {
      const db = newDatabase();
      const dying = dyingStore(syncStore(db), step);
      await Promise.race([runSync(options(feedOf().client, dying.store)), dying.dead]);
      await runSync(options(feedOf().client, syncStore(db)));
      expect((await db.feedDays.toCollection().primaryKeys()).sort()).toEqual(planned().sort());
      expect(await db.papers.count()).toBe(total);
      expect((await readSyncState(db, friday)).running).toBeUndefined();
      db.close();
    }
  });
});

describe('a sync that meets trouble', () => {
  it('with one day notes it there and goes on', async () => {
    const db = newDatabase();
    const { client, asked } = feedOf((day) => (day === '2026-06-11' ? failing('format')() : [paperOf(day)]));
    const report = await runSync(options(client, syncStore(db)));
    expect(asked).toEqual(planned());
    expect(report).toEqual({ fetched: planned().filter((day) => day !== '2026-06-11') });
    expect(await db.feedDays.get('2026-06-11')).toMatchObject({
      fetchedAt: 0,
      failures: 1,
      failedAt: friday,
      failure: { code: 'feed-failed', detail: 'It is format.' },
    });
    expect(await readSyncState(db, friday)).toEqual({
      askedAt: friday,
      lastFailure: { code: 'feed-failed', detail: 'It is format.', at: friday },
    });
  });

  it('with a day that is stored already keeps what it has', async () => {
    const db = newDatabase();
    await runSync(options(feedOf().client, syncStore(db)));
    const { client } = feedOf(failing('server'));
    const report = await runSync({ ...options(client, syncStore(db)), first: ['2026-06-11'] });
    expect(report.failure).toMatchObject({ code: 'server' });
    expect(await db.feedDays.get('2026-06-11')).toMatchObject({
      paperIds: ['2606.00011'],
      fetchedAt: friday,
      failures: 1,
    });
  });

  it.each(['server', 'format', 'timeout', 'too-large', 'redirected'] as const)(
    'with three days in a row (%s) takes the whole feed for down',
    async (code) => {
      const { client, asked } = feedOf(failing(code));
      const report = await runSync(options(client, syncStore(newDatabase())));
      expect(asked).toHaveLength(3);
      expect(report).toMatchObject({ fetched: [], failure: { code } });
    },
  );

  it('offline ends at once, blames no day, and tries again the next time', async () => {
    const db = newDatabase();
    const { client, asked } = feedOf(failing('offline'));
    const report = await runSync(options(client, syncStore(db)));
    expect(asked).toHaveLength(1);
    expect(report).toMatchObject({ fetched: [], failure: { code: 'offline' } });
    expect(await db.feedDays.count()).toBe(0);
    expect((await readSyncState(db, friday)).lastFailure).toMatchObject({ code: 'offline', at: friday });
    expect((await runSync(options(feedOf().client, syncStore(db)))).fetched).toEqual(planned());
    expect((await readSyncState(db, friday)).lastFailure).toBeUndefined();
  });

  it('rate-limited ends at once and asks nothing before the time it was given', async () => {
    const db = newDatabase();
    const retryAt = friday + 120_000;
    const first = feedOf(failing('rate-limited', retryAt));
    await runSync(options(first.client, syncStore(db)));
    expect(first.asked).toHaveLength(1);
    expect(await readSyncState(db, friday)).toMatchObject({ retryAt, lastFailure: { code: 'rate-limited' } });

    const second = feedOf();
    const early = { ...options(second.client, syncStore(db)), now: () => retryAt - 1, first: ['2026-06-11'] };
    expect(await runSync(early)).toMatchObject({ fetched: [], failure: { code: 'rate-limited', retryAt } });
    expect(second.asked).toEqual([]);

    await runSync({ ...options(second.client, syncStore(db)), now: () => retryAt });
    expect(second.asked).toHaveLength(planned().length);
    expect((await readSyncState(db, friday)).retryAt).toBeUndefined();
  });

  it('does not believe a pause of days, which a wrong clock wrote', async () => {
    const db = newDatabase();
    await writeSyncState(db, { retryAt: friday + 86_400_000 });
    expect((await runSync(options(feedOf().client, syncStore(db)))).fetched).toEqual(planned());
  });

  it('of a full disk ends, says so, and loses nothing that is stored', async () => {
    const db = newDatabase();
    const store = syncStore(db);
    const storeDay: SyncStore['storeDay'] = async (arrived) => {
      if (arrived.day === '2026-06-10') throw new DOMException('no room', 'QuotaExceededError');
      return store.storeDay(arrived);
    };
    const { client } = feedOf();
    const report = await runSync(options(client, { ...store, storeDay }));
    expect(report.fetched).toEqual(['2026-06-12', '2026-06-11']);
    expect(report.failure).toMatchObject({ name: 'QuotaExceededError' });
    expect(await db.feedDays.count()).toBe(2);
    expect((await readSyncState(db, friday)).lastFailure?.detail).toBe('no room');
  });

  it('of a store that cannot be read reports it instead of throwing', async () => {
    const broken = syncStore(newDatabase());
    const days = () => Promise.reject(new Error('closed'));
    const report = await runSync(options(feedOf().client, { ...broken, days }));
    expect(report).toMatchObject({ fetched: [], failure: { message: 'closed' } });
  });
});
