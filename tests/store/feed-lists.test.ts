import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { FeedListQuery } from '../../lib/papers/list-query';
import { storeFeedDay } from '../../lib/store/feed-days';
import { isListFresh, readFeedList, storeFeedList } from '../../lib/store/feed-lists';
import { day, fillDisk, hour, newDatabase, now, paper } from './stored-papers';

const trending = { view: 'trending' } as const;
const week = { view: 'week', week: '2026-W24' } as const;

let emptyDisk = () => {};
afterEach(() => emptyDisk());

describe('a list of the feed', () => {
  it('is kept in its order, with its papers, and found by what was asked', async () => {
    const db = newDatabase();
    await storeFeedList(db, week, [paper('2606.00002'), paper('2606.00001')], now);
    expect(await readFeedList(db, week)).toEqual({
      name: 'week=2026-W24',
      paperIds: ['2606.00002', '2606.00001'],
      fetchedAt: now,
    });
    expect(await db.papers.toCollection().primaryKeys()).toEqual(['2606.00001', '2606.00002']);
    expect((await db.indexQueue.toArray()).flatMap(({ ids }) => ids)).toEqual(['2606.00002', '2606.00001']);
    expect(await readFeedList(db, trending)).toBeUndefined();
  });

  it('brings what is new about papers that are known, and leaves their day and rank', async () => {
    const db = newDatabase();
    const known = paper('2606.00001', { upvotes: 3, comments: 4 });
    await storeFeedDay(db, { day: '2026-06-11', papers: [known], rejected: 0, fetchedAt: now });
    await storeFeedList(db, trending, [paper('2606.00001', { upvotes: 9 })], now + hour);
    expect(await db.papers.get('2606.00001')).toMatchObject({
      day: '2026-06-11',
      rank: 1,
      rankOf: 1,
      upvotes: 9,
      comments: 4,
      fetchedAt: now + hour,
    });
  });

  it('takes the place of the one before', async () => {
    const db = newDatabase();
    await storeFeedList(db, trending, [paper('2606.00001')], now);
    await storeFeedList(db, trending, [paper('2606.00002')], now + hour);
    expect((await readFeedList(db, trending))?.paperIds).toEqual(['2606.00002']);
  });

  it('empty, where papers are known, is taken for a fault and loses nothing', async () => {
    const db = newDatabase();
    await storeFeedList(db, trending, [paper('2606.00001')], now);
    await storeFeedList(db, trending, [], now + hour);
    expect(await readFeedList(db, trending)).toMatchObject({
      paperIds: ['2606.00001'],
      fetchedAt: now + hour,
    });
  });

  it('on a full disk is refused as a whole', async () => {
    const db = newDatabase();
    await storeFeedList(db, trending, [paper('2606.00001')], now);
    emptyDisk = fillDisk();
    const failed = storeFeedList(db, trending, [paper('2606.00002')], now + hour);
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'disk-full' });
    emptyDisk();
    expect(await readFeedList(db, trending)).toMatchObject({ paperIds: ['2606.00001'], fetchedAt: now });
    expect(await db.papers.count()).toBe(1);
  });
});

describe('how long a list holds', () => {
  const month = { view: 'month', month: '2026-05' } as const;
  const at = (time: string) => Date.parse(`${time}Z`);

  it.each<[string, FeedListQuery, number, number]>([
    ['what is trending: an hour', trending, now, hour],
    ['a week that is running: six hours', week, now, 6 * hour],
    ['a week until Sunday is over: six hours', week, at('2026-06-14T12:00'), 6 * hour],
    ['a month that is running: six hours', { view: 'month', month: '2026-06' }, now, 6 * hour],
    ['a week that has just ended: a day', week, at('2026-06-15T00:00'), day],
    ['a month that ended a week ago, less a moment: a day', month, at('2026-06-08T00:00') - 1, day],
  ])('%s', (_name, query, fetchedAt, holds) => {
    const stored = { name: '', paperIds: [], fetchedAt };
    expect(isListFresh(query, stored, fetchedAt)).toBe(true);
    expect(isListFresh(query, stored, fetchedAt + holds - 1)).toBe(true);
    expect(isListFresh(query, stored, fetchedAt + holds)).toBe(false);
  });

  it.each<[string, FeedListQuery, number]>([
    ['a week', week, at('2026-06-22T00:00')],
    ['a month', month, at('2026-06-08T00:00')],
  ])('%s, fetched seven days after its end: for good', (_name, query, fetchedAt) => {
    const stored = { name: '', paperIds: [], fetchedAt };
    expect(isListFresh(query, stored, fetchedAt + 1_000 * day)).toBe(true);
  });

  it('one that was never fetched, or in the future, does not', () => {
    expect(isListFresh(trending, undefined, now)).toBe(false);
    expect(isListFresh(trending, { name: '', paperIds: [], fetchedAt: now + 1 }, now)).toBe(false);
  });
});
