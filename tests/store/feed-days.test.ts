import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { listEntries } from '../../lib/store/reading-list';
import { fillDisk, hour, newDatabase, now, paper, savePaper } from './stored-papers';

const thursday = '2026-06-11';
const arrived = (papers: Paper[], fields: object = {}) => ({
  day: thursday,
  papers,
  rejected: 0,
  fetchedAt: now,
  ...fields,
});

let emptyDisk = () => {};
afterEach(() => emptyDisk());

describe('a feed day that arrives', () => {
  it('is stored with its papers, ranked by upvotes, equal ones in the order of the feed', async () => {
    const db = newDatabase();
    const papers = [
      paper('2606.00001', { upvotes: 5 }),
      paper('2606.00002', { upvotes: 90 }),
      paper('2606.00003'),
      paper('2606.00004', { upvotes: 5 }),
    ];
    await storeFeedDay(db, arrived(papers, { rejected: 2 }));
    const order = ['2606.00002', '2606.00001', '2606.00004', '2606.00003'];
    expect(await db.feedDays.toArray()).toEqual([
      { day: thursday, paperIds: order, fetchedAt: now, rejected: 2, upvotes: 100 },
    ]);
    const stored = await db.papers.bulkGet(order);
    expect(stored.map((one) => [one?.rank, one?.rankOf, one?.day])).toEqual(
      [1, 2, 3, 4].map((rank) => [rank, 4, thursday]),
    );
    expect(stored[0]).toMatchObject({ origin: 'feed', fetchedAt: now });
  });

  it('makes papers found by repository, in whatever case it is written', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001', { repository: 'Ada/Code' })]));
    expect(await db.papers.where('repositoryKey').equals('ada/code').primaryKeys()).toEqual(['2606.00001']);
    expect((await db.papers.get('2606.00001'))?.repository).toBe('Ada/Code');
  });

  it('again replaces what it said before', async () => {
    const db = newDatabase();
    await storeFeedDay(
      db,
      arrived([paper('2606.00001', { upvotes: 1 }), paper('2606.00002', { upvotes: 2 })]),
    );
    const grown = paper('2606.00001', { upvotes: 9, summary: 'A late summary.' });
    await storeFeedDay(db, arrived([grown, paper('2606.00002', { upvotes: 2 })], { fetchedAt: now + 1 }));
    expect((await db.feedDays.get(thursday))?.paperIds).toEqual(['2606.00001', '2606.00002']);
    expect(await db.papers.get('2606.00001')).toMatchObject({
      upvotes: 9,
      rank: 1,
      summary: 'A late summary.',
      fetchedAt: now + 1,
    });
  });

  it('without a paper it had keeps that paper in the cache, but not its rank', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001'), paper('2606.00002')]));
    await storeFeedDay(db, arrived([paper('2606.00002')]));
    const gone = await db.papers.get('2606.00001');
    expect(gone).toMatchObject({ title: 'Title of 2606.00001', day: thursday });
    expect([gone?.rank, gone?.rankOf]).toEqual([undefined, undefined]);
    expect(await db.papers.get('2606.00002')).toMatchObject({ rank: 1, rankOf: 1 });
  });

  it('empty, where papers are known, is taken for a fault and loses nothing', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    await storeFeedDay(db, arrived([], { fetchedAt: now + 1 }));
    expect(await db.feedDays.get(thursday)).toMatchObject({
      paperIds: ['2606.00001'],
      fetchedAt: now + 1,
      upvotes: 0,
    });
    expect(await db.papers.get('2606.00001')).toMatchObject({ rank: 1 });
  });

  it('empty, where nothing is known, is a day without papers', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([]));
    expect(await db.feedDays.toArray()).toEqual([
      { day: thursday, paperIds: [], fetchedAt: now, rejected: 0, upvotes: 0 },
    ]);
  });

  it('is looked at for its upvotes each time, and empty says nothing of them', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001', { upvotes: 3 })]));
    await storeFeedDay(db, arrived([paper('2606.00001', { upvotes: 8 })], { fetchedAt: now + hour }));
    await storeFeedDay(db, arrived([], { fetchedAt: now + 2 * hour }));
    expect(await db.momentum.get(thursday)).toEqual({
      day: thursday,
      paperIds: ['2606.00001'],
      snapshots: [
        { at: now, upvotes: [3] },
        { at: now + hour, upvotes: [8] },
      ],
    });
    expect((await db.feedDays.get(thursday))?.upvotes).toBe(8);
  });

  it('with a paper that names another day as its own leaves it its place there', async () => {
    const db = newDatabase();
    const guest = paper('2606.00001', { day: '2026-06-10', upvotes: 3 });
    await storeFeedDay(db, arrived([guest, paper('2606.00009')], { day: '2026-06-10' }));
    await storeFeedDay(db, arrived([{ ...guest, upvotes: 4 }, paper('2606.00002', { upvotes: 7 })]));
    expect((await db.feedDays.get(thursday))?.paperIds).toEqual(['2606.00002', '2606.00001']);
    expect(await db.papers.get('2606.00001')).toMatchObject({
      day: '2026-06-10',
      rank: 1,
      rankOf: 2,
      upvotes: 4,
    });
  });

  it('takes the place of a starter paper', async () => {
    const db = newDatabase();
    const starter = paper('2606.00001', { summary: 'Of the starter feed.' });
    await db.papers.put({ ...starter, fetchedAt: 0, origin: 'starter' });
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    const stored = await db.papers.get('2606.00001');
    expect(stored).toMatchObject({ origin: 'feed', rank: 1 });
    expect(stored?.summary).toBeUndefined();
  });

  it('leaves the reading list alone', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    const saved = await savePaper(db, '2606.00001', now);
    await storeFeedDay(db, arrived([paper('2606.00001', { title: 'Renamed' })]));
    expect(await listEntries(db)).toEqual([saved]);
  });

  it('on a full disk is refused as a whole', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    emptyDisk = fillDisk();
    const failed = storeFeedDay(db, arrived([paper('2606.00002')]));
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'disk-full' });
    emptyDisk();
    expect((await db.feedDays.get(thursday))?.paperIds).toEqual(['2606.00001']);
    expect(await db.papers.toCollection().primaryKeys()).toEqual(['2606.00001']);
    expect(await db.momentum.count()).toBe(0);
  });
});

describe('a feed day that fails', () => {
  const failure = { code: 'feed-failed', detail: 'The feed answered with status 500.' } as const;

  it('is noted with how often and when', async () => {
    const db = newDatabase();
    await recordDayFailure(db, thursday, failure, now);
    await recordDayFailure(db, thursday, failure, now + 5);
    expect(await db.feedDays.toArray()).toEqual([
      { day: thursday, paperIds: [], fetchedAt: 0, rejected: 0, failures: 2, failedAt: now + 5, failure },
    ]);
  });

  it('keeps what is stored of it, and is forgiven when it arrives', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    await recordDayFailure(db, thursday, failure, now);
    expect(await db.feedDays.get(thursday)).toMatchObject({ paperIds: ['2606.00001'], failures: 1 });
    await storeFeedDay(db, arrived([paper('2606.00001')]));
    expect(await db.feedDays.get(thursday)).not.toHaveProperty('failures');
  });
});
