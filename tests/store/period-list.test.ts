import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedListQuery } from '../../lib/papers/list-query';
import type { DailyList } from '../../lib/store/daily-list';
import type { PaperglossDatabase } from '../../lib/store/database';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { storeFeedList } from '../../lib/store/feed-lists';
import { maxListRows } from '../../lib/store/period-list';
import { readList } from '../../lib/store/read-list';
import { writeSyncState } from '../../lib/store/sync-state';
import { hour, newDatabase, now, paper, savePaper } from './stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});

const storeDay = (day: string, papers: ReturnType<typeof paper>[], fetchedAt = now) =>
  storeFeedDay(db, { day, papers, rejected: 0, fetchedAt });

const read = (query: FeedListQuery) => readList(db, query, { now, since: now, rules: [] });

const ids = ({ papers }: DailyList) => papers.map(({ id }) => id);

/** That of `now`, a Friday, and the one before. */
const week = { view: 'week', week: '2026-W24' } as const;
const month = { view: 'month', month: '2026-06' } as const;
const trending = { view: 'trending' } as const;

describe('the list of a week', () => {
  it('has the papers of its cached days and of the feed’s own list, by upvotes, ranked from 1', async () => {
    await storeDay('2026-06-05', [paper('2606.00009', { upvotes: 99 })]);
    await storeDay('2026-06-08', [paper('2606.00001', { upvotes: 3 })]);
    await storeDay('2026-06-12', [paper('2606.00002', { upvotes: 7 })]);
    const listed = [paper('2606.00003', { upvotes: 5 }), paper('2606.00001', { upvotes: 3 })];
    await storeFeedList(db, week, listed, now - hour);
    const list = await read(week);
    expect(list).toMatchObject({ query: week, source: 'feed', fetchedAt: now });
    expect(list.day).toBeUndefined();
    expect(list.topics).toBeUndefined();
    expect(list.papers.map(({ id, rank }) => [id, rank])).toEqual([
      ['2606.00002', 1],
      ['2606.00003', 2],
      ['2606.00001', 3],
    ]);
  });

  it('has of equal papers those of the newer day first', async () => {
    await storeDay('2026-06-08', [paper('2606.00001', { upvotes: 3 })]);
    await storeDay('2026-06-09', [paper('2606.00002', { upvotes: 3 })]);
    expect(ids(await read(week))).toEqual(['2606.00002', '2606.00001']);
  });

  it('says how many of its days so far are cached', async () => {
    await storeDay('2026-06-08', []);
    await storeDay('2026-06-12', []);
    await recordDayFailure(db, '2026-06-10', { code: 'offline', detail: '' }, now);
    expect((await read(week)).coverage).toEqual({ cached: 2, days: 5 });
    const monday = Date.parse('2026-06-08T00:00Z');
    const early = await readList(db, week, { now: monday, since: monday, rules: [] });
    expect(early.coverage).toEqual({ cached: 1, days: 1 });
    expect((await read({ view: 'week', week: '2023-W18' })).coverage).toEqual({ cached: 0, days: 2 });
  });

  it('is as fresh as what arrived last', async () => {
    await storeDay('2026-06-08', [], now - 2 * hour);
    expect((await read(week)).fetchedAt).toBe(now - 2 * hour);
    await storeFeedList(db, week, [], now - hour);
    expect((await read(week)).fetchedAt).toBe(now - hour);
  });

  it('of which nothing is cached says so', async () => {
    await storeDay('2026-06-05', [paper('2606.00009')]);
    expect(await read(week)).toMatchObject({ source: 'none', papers: [], coverage: { cached: 0, days: 5 } });
    expect((await read(week)).fetchedAt).toBeUndefined();
  });

  it('that is none is refused', async () => {
    await expect(read({ view: 'week', week: '2026-W99' })).rejects.toThrow(RangeError);
  });
});

describe('the list of a month', () => {
  it('ends with the 200th paper, and counts topics over all', async () => {
    const many = Array.from({ length: maxListRows + 50 }, (_, index) =>
      paper(`2606.1${String(index).padStart(4, '0')}`, { upvotes: 1_000 - index, keywords: ['caches'] }),
    );
    await storeDay('2026-06-10', many);
    const list = await read(month);
    expect(list.papers).toHaveLength(200);
    expect(list.papers.at(-1)).toMatchObject({ rank: 200, upvotes: 801 });
    expect(list.topics).toMatchObject([{ keyword: 'caches', papers: 250 }]);
  });

  it('counts the days of the month that have come', async () => {
    expect((await read(month)).coverage).toEqual({ cached: 0, days: 10 });
  });
});

describe('what is trending', () => {
  it('keeps the order of the feed', async () => {
    const listed = [
      paper('2606.00002', { upvotes: 1 }),
      paper('2501.00001', { upvotes: 500 }),
      paper('2606.00001'),
    ];
    await storeFeedList(db, trending, listed, now - hour);
    const list = await read(trending);
    expect(list).toMatchObject({ query: trending, source: 'feed', fetchedAt: now - hour });
    expect(list.coverage).toBeUndefined();
    expect(list.papers.map(({ id, rank }) => [id, rank])).toEqual([
      ['2606.00002', 1],
      ['2501.00001', 2],
      ['2606.00001', 3],
    ]);
  });

  it('goes on without papers that are no longer cached', async () => {
    await storeFeedList(db, trending, [paper('2606.00002'), paper('2606.00001')], now);
    await db.papers.delete('2606.00002');
    expect((await read(trending)).papers).toMatchObject([{ id: '2606.00001', rank: 1 }]);
  });

  it('was never fetched, which is said', async () => {
    const list = await read(trending);
    expect(list).toMatchObject({ source: 'none', papers: [] });
    expect(list.fetchedAt).toBeUndefined();
  });
});

it.each([week, month, trending])('carries marks and how the sync is doing: %j', async (query) => {
  const running = { day: '2026-06-12', since: now, done: 1, planned: 22 };
  await writeSyncState(db, { running });
  await storeFeedList(db, query, [paper('2606.00001')], now);
  await savePaper(db, '2606.00001', now);
  const list = await read(query);
  expect(list.sync).toEqual({ running });
  expect(list.papers).toMatchObject([{ status: 'to-read', unseen: true }]);
});
