import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Neighbour } from '../../lib/papers/neighbour';
import { readRelated, withReaderMarks } from '../../lib/store/related-papers';
import { markOpened } from '../../lib/store/seen-papers';
import { newDatabase, now, storedEntry } from './stored-papers';

const neighbour = (id: string): Neighbour => ({
  id,
  title: `Title of ${id}`,
  reasons: [{ kind: 'keywords', keywords: [`word of ${id}`] }],
});
const ids = Array.from({ length: 7 }, (_, number) => `2606.0000${number}`);

async function withNeighbours() {
  const db = newDatabase();
  await db.neighbours.put({ id: '2606.00009', neighbours: ids.map(neighbour) });
  return db;
}

describe('related papers', () => {
  it('are the stored neighbours, nearest first, up to five', async () => {
    const related = await readRelated(await withNeighbours(), '2606.00009');
    expect(related.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(related[0]).toEqual({ ...neighbour('2606.00000'), saved: false, seen: false });
  });

  it('are as many as asked for, where there are so many', async () => {
    const db = await withNeighbours();
    expect(await readRelated(db, '2606.00009', 2)).toHaveLength(2);
    expect(await readRelated(db, '2606.00009', 99)).toHaveLength(7);
  });

  it('are none where none were found yet', async () => {
    expect(await readRelated(await withNeighbours(), '2606.00001')).toEqual([]);
  });

  it('say which of them the reader saved, and to whose pages the reader has been', async () => {
    const db = await withNeighbours();
    await db.readingEntries.bulkPut([
      storedEntry('2606.00001'),
      storedEntry('2606.00002'),
      storedEntry('2606.00009'),
    ]);
    await markOpened(db, ['2606.00002', '2606.00003', '2606.00009'], now);
    const related = await readRelated(db, '2606.00009');
    expect(related.map(({ id, saved, seen }) => [id, saved, seen])).toEqual([
      ['2606.00000', false, false],
      ['2606.00001', true, false],
      ['2606.00002', true, true],
      ['2606.00003', false, true],
      ['2606.00004', false, false],
    ]);
  });

  it('of no neighbours are none', async () => {
    expect(await withReaderMarks(newDatabase(), [])).toEqual([]);
  });
});
