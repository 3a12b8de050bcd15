import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';
import { readIndexQueue, readIndexState } from '../../lib/store/index-store';
import { clearFeedCache, dropBeyondHorizon, storePaper } from '../../lib/store/papers';
import { storeStarterFeed } from '../../lib/store/starter-feed';
import { day, fillDisk, newDatabase, now, paper, savePaper } from './stored-papers';

const queued = async (db: PaperglossDatabase) => (await readIndexQueue(db, 0, 9_999)).map(({ ids }) => ids);
const arrived = (...ids: string[]) => ({
  day: '2026-06-11',
  papers: ids.map((id) => paper(id)),
  rejected: 0,
  fetchedAt: now,
});
const starter = (...ids: string[]) => ({
  format: 'papergloss-starter-feed',
  version: 1,
  papers: ids.map((id) => ({ id, title: 'T', authors: [], summary: 'S', keywords: [] })),
});

let emptyDisk = () => {};
afterEach(() => emptyDisk());

describe('the queue of the index', () => {
  it('gets the papers of a day that was stored', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived('2606.00001', '2606.00002'));
    expect(await queued(db)).toEqual([['2606.00001', '2606.00002']]);
  });

  it('gets a paper that was stored on its own', async () => {
    const db = newDatabase();
    await storePaper(db, paper('2606.00001'), now);
    expect(await queued(db)).toEqual([['2606.00001']]);
  });

  it('gets those papers of the starter feed that were missing', async () => {
    const db = newDatabase();
    await storeStarterFeed(db, starter('2401.00001'), now);
    await storeStarterFeed(db, starter('2401.00001', '2401.00002'), now);
    await storeStarterFeed(db, starter('2401.00001', '2401.00002'), now);
    expect(await queued(db)).toEqual([['2401.00001'], ['2401.00002']]);
  });

  it('gets those that went beyond the horizon', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived('2606.00001', '2606.00002'));
    await dropBeyondHorizon(db, 30, now + 20 * day);
    expect(await queued(db)).toHaveLength(1);
    await dropBeyondHorizon(db, 30, now + 60 * day);
    expect(await queued(db)).toEqual([
      ['2606.00001', '2606.00002'],
      ['2606.00001', '2606.00002'],
    ]);
  });

  it('gets nothing of an empty day, and nothing of what is saved', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived());
    expect(await queued(db)).toEqual([]);
    await storeFeedDay(db, arrived('2606.00001'));
    await savePaper(db, '2606.00001', now);
    expect(await queued(db)).toHaveLength(1);
  });

  it('gets nothing of a day the disk had no room for', async () => {
    const db = newDatabase();
    await db.open();
    emptyDisk = fillDisk();
    await expect(storeFeedDay(db, arrived('2606.00001'))).rejects.toMatchObject({ code: 'disk-full' });
    emptyDisk();
    expect(await queued(db)).toEqual([]);
  });

  it('is forgotten with the cache, and index and neighbours with it', async () => {
    const db = newDatabase();
    await storeFeedDay(db, arrived('2606.00001'));
    await db.neighbours.put({ id: '2606.00001', neighbours: [] });
    await db.indexParts.put({ name: 'index', value: {} });
    const before = (await readIndexState(db))?.revision ?? 0;
    await clearFeedCache(db);
    const tables = [db.indexQueue, db.neighbours, db.indexParts];
    expect(await Promise.all(tables.map((table) => table.count()))).toEqual([0, 0, 0]);
    expect((await readIndexState(db))?.revision).toBe(before + 1);
  });
});
