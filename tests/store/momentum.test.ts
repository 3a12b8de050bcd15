import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readUpvoteHistories, recordSnapshot } from '../../lib/store/momentum';
import { day as dayLength, hour, newDatabase, now } from './stored-papers';

const today = '2026-06-12';
const two = [
  { id: 'a', upvotes: 3 },
  { id: 'b', upvotes: 5 },
];

/** As `storeFeedDay` calls it: inside a transaction of its own. */
function record(
  db: ReturnType<typeof newDatabase>,
  day: string,
  papers: Parameters<typeof recordSnapshot>[2],
  at: number,
) {
  return db.transaction('rw', db.momentum, async () => recordSnapshot(db, day, papers, at));
}

describe('the upvotes of a day', () => {
  it('are kept with each look', async () => {
    const db = newDatabase();
    await record(db, today, two, now);
    await record(db, today, [{ id: 'a', upvotes: 8 }], now + hour);
    expect(await readUpvoteHistories(db, [{ id: 'a', day: today }])).toEqual(
      new Map([
        [
          'a',
          [
            { at: now, upvotes: 3 },
            { at: now + hour, upvotes: 8 },
          ],
        ],
      ]),
    );
  });

  const days: [day: string, kept: boolean][] = [
    ['2026-06-13', true],
    ['2026-06-12', true],
    ['2026-06-04', true],
    ['2026-06-03', false],
    ['2025-06-12', false],
  ];
  it.each(days)('of %s, on June 12, are kept: %s', async (day, kept) => {
    const db = newDatabase();
    await record(db, day, two, now);
    expect(await db.momentum.count()).toBe(kept ? 1 : 0);
  });

  it('are let be once the day is old: what is kept of it stays as it was', async () => {
    const db = newDatabase();
    await record(db, today, two, now);
    await record(db, today, two, now + 9 * dayLength);
    expect((await db.momentum.get(today))?.snapshots).toHaveLength(1);
  });

  it('are not kept where the feed tells none', async () => {
    const db = newDatabase();
    await record(db, today, [{ id: 'a' }], now);
    await record(db, today, [], now);
    expect(await db.momentum.count()).toBe(0);
  });

  it('are gone with the transaction that wanted to keep them', async () => {
    const db = newDatabase();
    const failing = db.transaction('rw', db.momentum, async () => {
      await recordSnapshot(db, today, two, now);
      throw new Error('the day could not be stored');
    });
    await expect(failing).rejects.toThrow('the day could not be stored');
    expect(await db.momentum.count()).toBe(0);
  });
});

describe('histories', () => {
  it('are read for papers of several days at once, each on its own day', async () => {
    const db = newDatabase();
    await record(db, today, two, now);
    await record(db, '2026-06-11', [{ id: 'c', upvotes: 1 }], now);
    const asked = [
      { id: 'a', day: today },
      { id: 'c', day: '2026-06-11' },
      { id: 'b', day: '2026-06-11' },
      { id: 'd', day: '2026-06-10' },
      { id: 'e' },
    ];
    expect([...(await readUpvoteHistories(db, asked)).keys()]).toEqual(['a', 'c']);
  });

  it('of no papers are none', async () => {
    expect(await readUpvoteHistories(newDatabase(), [])).toEqual(new Map());
  });
});
