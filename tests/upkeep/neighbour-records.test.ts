import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { neighbourRecords } from '../../lib/related/neighbour-records';
import { toStoredPaper } from '../../lib/store/papers';
import { newDatabase, now } from '../store/stored-papers';
import { buildLists, nearestIds } from './index-in-memory';
import { inventPapers } from './invented-papers';

const papers = inventPapers(40);
const noPause = async () => {};

async function setUp() {
  const db = newDatabase();
  await db.papers.bulkPut(papers.map((one) => toStoredPaper(one, 'feed', now)));
  const whole = buildLists(papers);
  const records = (slots: number[], anew: ReadonlySet<number> = new Set()) =>
    neighbourRecords(db, whole.weighed, whole.lists, slots, anew, noPause);
  return { db, whole, records };
}

const slotOf = (id: string) => papers.findIndex((one) => one.id === id);

describe('the records of neighbours', () => {
  it('are the lists in their order, with titles and reasons, for the slots asked', async () => {
    const { whole, records } = await setUp();
    const made = await records([3, 7]);
    expect(made.map(({ id }) => id)).toEqual([papers[3]?.id, papers[7]?.id]);
    for (const { id, neighbours } of made) {
      expect(neighbours.map((neighbour) => neighbour.id)).toEqual(nearestIds(whole, id));
      expect(neighbours.every(({ title }) => title.startsWith('Invented'))).toBe(true);
      expect(neighbours.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    }
  });

  it('take over what an older record says of a pair, and read no paper for it', async () => {
    const { db, records } = await setUp();
    await db.neighbours.bulkPut(await records([3]));
    const read = vi.spyOn(db.papers, 'bulkGet');
    expect(await records([3])).toEqual(await db.neighbours.toArray());
    expect(read.mock.calls.flat(2)).toEqual([]);
  });

  it('say it anew where one of the two has come or changed', async () => {
    const { db, records } = await setUp();
    const [record] = await records([3]);
    const stale = record?.neighbours.map((neighbour) => ({ ...neighbour, title: 'As it was' })) ?? [];
    await db.neighbours.put({ id: record?.id ?? '', neighbours: stale });
    expect(await records([3], new Set([3]))).toEqual([record]);
    const changed = slotOf(record?.neighbours[4]?.id ?? '');
    const titles = (await records([3], new Set([changed])))[0]?.neighbours.map(({ title }) => title);
    expect(titles?.map((title) => title !== 'As it was').indexOf(true)).toBe(4);
    expect(titles?.filter((title) => title === 'As it was')).toHaveLength(9);
  });

  it('leave out a neighbour that is gone from the cache', async () => {
    const { db, whole, records } = await setUp();
    const gone = nearestIds(whole, (papers[3] as Paper).id)[2] as string;
    await db.papers.delete(gone);
    const [record] = await records([3]);
    expect(record?.neighbours).toHaveLength(9);
    expect(record?.neighbours.map(({ id }) => id)).not.toContain(gone);
  });

  it('of no slots are none', async () => {
    expect(await (await setUp()).records([])).toEqual([]);
  });
});
