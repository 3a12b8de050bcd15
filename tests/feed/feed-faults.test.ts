// What is stored and what the reader is told when the feed misbehaves: real client, sync and store in front of a real socket.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeedClient } from '../../lib/feed/feed-client';
import { runSync } from '../../lib/feed/sync';
import { describeError } from '../../lib/messages/describe-error';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { syncStore } from '../../lib/store/feed-days';
import { lookUp } from '../../lib/store/papers';
import { readSyncState } from '../../lib/store/sync-state';
import { createFaults } from '../stand-in/faults.mjs';
import { serveLocally } from './serve-locally';

const friday = Date.parse('2026-06-12T12:00:00Z');
const today = '2026-06-12';
const hour = 3_600_000;
const day = 24 * hour;

let databases = 0;
let db: PaperglossDatabase;
afterEach(() => db.close());

const item = (id: string, fields: object = {}) => ({
  paper: { id, title: `Paper ${id}`, submittedOnDailyAt: `${today}T00:00:00.000Z`, upvotes: 5, ...fields },
});

/** A feed of one day, which the test may change; every day in the future is refused. `sync` runs at the time it is given. */
async function feedOf(items: unknown[]) {
  db = openDatabase(`feed-faults-${databases++}`);
  const faults = createFaults();
  const feed = { items, asked: [] as string[], clock: friday };
  const origin = await serveLocally((_request, response, url) => {
    feed.asked.push(url.searchParams.get('date') ?? url.pathname);
    if (faults.inject(url.pathname + url.search, response)) return;
    const isFuture = Date.parse(url.searchParams.get('date') ?? '') > friday;
    const answer = url.searchParams.get('date') === today ? feed.items : [];
    response.writeHead(isFuture ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isFuture ? { error: 'no' } : answer));
  }, 'http://localhost');
  const now = () => feed.clock;
  /** `timeout` in ms, for a whole call. */
  const clientOf = (timeout?: number) =>
    createFeedClient({
      origin,
      fetch: (url, init) => fetch(url, init),
      now,
      wait: async (ms) => {
        feed.clock += ms;
      },
      budget: { take: async () => undefined },
      timeout,
    });
  let client = clientOf();
  async function sync(at = friday, first = [today]) {
    feed.clock = at;
    const store = syncStore(db);
    return runSync({ client, store, describe: describeError, now, horizonDays: 0, first: [...first] });
  }
  const hurry = () => {
    client = clientOf(500);
  };
  return { feed, faults, sync, hurry };
}

const stored = async () => (await db.feedDays.get(today))?.paperIds;
const ids = ['2606.00001', '2606.00002', '2606.00003'];

describe('a fault of the feed', () => {
  it.each([
    ['too many calls, in seconds', { status: 429, retryAfter: '90' }, 'rate-limited', 'no more calls'],
    [
      'too many calls, by date',
      { status: 429, retryAfter: new Date(friday + 90_000).toUTCString() },
      'rate-limited',
      'no more calls',
    ],
    ['an error', { status: 500 }, 'feed-failed', 'status 500'],
    ['an error page', { kind: 'html', status: 502 }, 'feed-failed', 'status 502'],
    ['a connection that is cut half way', { kind: 'cut' }, 'feed-failed', 'broke off'],
    ['a connection that is cut at once', { kind: 'reset' }, 'offline', 'could not be reached'],
    ['an answer that trickles', { kind: 'trickle' }, 'timeout', 'did not answer within'],
    ['no answer', { kind: 'timeout' }, 'timeout', 'did not answer within'],
    ['200 MB in 200 kB', { kind: 'bomb' }, 'feed-failed', 'more than 20 MB'],
    ['another address', { kind: 'redirect', location: '/elsewhere' }, 'feed-failed', 'another address'],
  ] as const)('(%s) has a name, and costs nothing that is stored', async (_name, fault, code, detail) => {
    const { feed, faults, sync, hurry } = await feedOf(ids.map((id) => item(id)));
    await sync();
    const papers = await db.papers.toArray();
    faults.always(fault);
    if (code === 'timeout') hurry();
    expect((await sync()).fetched).toEqual([]);
    const { lastFailure, running, lastSuccessAt } = await readSyncState(db, friday);
    expect(lastFailure).toMatchObject({ code, detail: expect.stringContaining(detail) });
    expect(lastSuccessAt).toBe(friday);
    expect(running).toBeUndefined();
    expect(await stored()).toEqual(ids);
    expect(await db.papers.toArray()).toEqual(papers);
    expect(feed.asked).not.toContain('/elsewhere');

    faults.clear();
    if (code === 'timeout') return;
    expect((await sync(friday + hour)).fetched).toEqual([today]);
    expect((await readSyncState(db, friday)).lastFailure).toBeUndefined();
  });
});

describe('a day that changes', () => {
  it('and shrinks lists what is left; what is gone stays to be looked up', async () => {
    const { feed, sync } = await feedOf(ids.map((id) => item(id)));
    await sync();
    feed.items = [item('2606.00002')];
    await sync();
    expect(await stored()).toEqual(['2606.00002']);
    const found = await lookUp(
      db,
      ids.map((id) => ({ kind: 'paper', id })),
    );
    expect(found.flat().map(({ id, rank }) => [id, rank])).toEqual([
      ['2606.00001', undefined],
      ['2606.00002', 1],
      ['2606.00003', undefined],
    ]);
  });

  it('and names a paper in another case, with a version or a prefix, has it once', async () => {
    const names = ['hep-th/9901001', 'HEP-TH/9901001', 'hep-th/9901001v2', 'arXiv:hep-th/9901001V3'];
    const { feed, sync } = await feedOf([item('hep-th/9901001')]);
    for (const name of names) {
      feed.items = [item(name), item('2606.00001V1')];
      await sync();
      expect(await stored()).toEqual(['hep-th/9901001', '2606.00001']);
    }
    expect(await db.papers.toCollection().primaryKeys()).toEqual(['2606.00001', 'hep-th/9901001']);
  });

  it.each([
    ['upvotes', { upvotes: '5' }, { upvotes: undefined }],
    ['authors', { authors: 'Ada' }, { authors: [] }],
    ['keywords', { ai_keywords: { a: 1 } }, { keywords: [] }],
    ['the repository', { githubRepo: ['https://github.com/a/b'] }, { repository: undefined }],
    ['the abstract', { summary: 7 }, { abstract: '' }],
    ['the day', { submittedOnDailyAt: 1_781_222_400 }, { day: today }],
  ])('and has %s of another type loses that field and nothing else', async (_name, fields, expected) => {
    const { feed, sync } = await feedOf([item('2606.00001'), item('2606.00002')]);
    await sync();
    feed.items = [item('2606.00001', fields), item('2606.00002')];
    await sync();
    expect(new Set(await stored())).toEqual(new Set(['2606.00001', '2606.00002']));
    const paper = await db.papers.get('2606.00001');
    expect(paper).toMatchObject({ title: 'Paper 2606.00001' });
    for (const [key, value] of Object.entries(expected)) expect(paper?.[key as 'day']).toEqual(value);
  });

  it('and whose identifiers or titles become something else keeps what it was', async () => {
    const { feed, sync } = await feedOf(ids.map((id) => item(id)));
    await sync();
    feed.items = [item('2606.00001', { id: 260_600_001 }), item('2606.00002', { title: {} }), 'a text'];
    expect((await sync()).fetched).toEqual([]);
    expect((await readSyncState(db, friday)).lastFailure?.detail).toContain('Not one paper');
    expect(await stored()).toEqual(ids);
  });

  it('and has 10,000 papers is cut after 2,000, and knows how many are left out', async () => {
    const { feed, sync } = await feedOf(
      Array.from({ length: 10_000 }, (_, position) => item(`2606.${String(10_000 + position)}`)),
    );
    await sync();
    expect(await stored()).toHaveLength(2_000);
    expect(await db.papers.count()).toBe(2_000);
    expect((await db.feedDays.get(today))?.rejected).toBe(8_000);
    expect(feed.asked).toHaveLength(1);
  });
});

describe('a clock that is a day ahead', () => {
  it('has the feed asked for a day it does not have, which is forgotten when the clock is put right', async () => {
    const { feed, sync } = await feedOf(ids.map((id) => item(id)));
    // Thursday, taken for Friday.
    const thursday = friday - day;
    expect((await sync(friday + 3 * day, [])).fetched).toEqual(['2026-06-15']);
    expect(await stored()).toBeUndefined();
    await sync(thursday, []);
    feed.asked = [];
    expect((await sync(friday, [])).fetched).toEqual([today]);
    expect(await stored()).toEqual(ids);
    // When that day comes, what was stored of it counts as old.
    expect((await sync(friday + 3 * day + 2 * hour, [])).fetched).toEqual(['2026-06-15']);
  });

  it('hides no failure and holds up nothing once it is put right', async () => {
    const { faults, sync } = await feedOf(ids.map((id) => item(id)));
    await sync(friday + day);
    expect((await readSyncState(db, friday)).lastSuccessAt).toBe(friday + day);
    faults.always({ status: 500 });
    await sync(friday, []);
    const { lastFailure, lastSuccessAt } = await readSyncState(db, friday);
    expect(lastFailure?.at).toBeGreaterThanOrEqual(friday);
    expect(lastSuccessAt).toBeUndefined();
    faults.clear();
    expect((await sync(friday + hour, [])).fetched).toEqual([today]);
  });

  it('does not keep a pause of the feed that it wrote', async () => {
    const { faults, sync } = await feedOf(ids.map((id) => item(id)));
    faults.next({ status: 429, retryAfter: '1800' });
    await sync(friday + day);
    expect((await readSyncState(db, friday)).retryAt).toBe(friday + day + 1_800_000);
    expect((await sync(friday, [])).fetched).toEqual([today]);
  });
});
