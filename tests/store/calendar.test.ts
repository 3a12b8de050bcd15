import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readCachedRange, readCalendar } from '../../lib/store/calendar';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { newDatabase, now, paper } from './stored-papers';

const failure = { code: 'offline', detail: '' } as const;

async function filled() {
  const db = newDatabase();
  const store = (day: string, ...upvotes: number[]) => {
    const papers = upvotes.map((count, index) => paper(`2606.0000${index}`, { upvotes: count }));
    return storeFeedDay(db, { day, papers, rejected: 0, fetchedAt: now });
  };
  await store('2026-05-29', 1);
  await store('2026-06-01', 5, 7);
  await store('2026-06-02');
  await store('2026-06-30', 2);
  await store('2026-07-01', 3);
  await recordDayFailure(db, '2026-06-03', failure, now);
  await db.feedDays.put({ day: '2026-06-04', paperIds: ['2606.00001'], fetchedAt: now, rejected: 0 });
  return db;
}

describe('the calendar of a month', () => {
  it('has its cached days, first to last, with papers and upvotes, and none that never arrived', async () => {
    expect(await readCalendar(await filled(), '2026-06')).toEqual([
      { day: '2026-06-01', papers: 2, upvotes: 12 },
      { day: '2026-06-02', papers: 0, upvotes: 0 },
      // Stored by a version that did not count upvotes.
      { day: '2026-06-04', papers: 1 },
      { day: '2026-06-30', papers: 1, upvotes: 2 },
    ]);
  });

  it('has nothing of a month of which nothing is cached', async () => {
    expect(await readCalendar(await filled(), '2026-08')).toEqual([]);
  });

  it('of what is no month is refused', async () => {
    await expect(readCalendar(newDatabase(), '2026-13')).rejects.toThrow(RangeError);
  });
});

describe('the cached range', () => {
  it('goes from the first to the last day that arrived', async () => {
    const db = await filled();
    await recordDayFailure(db, '2026-05-01', failure, now);
    await recordDayFailure(db, '2026-07-02', failure, now);
    expect(await readCachedRange(db)).toEqual({ first: '2026-05-29', last: '2026-07-01' });
  });

  it('of an empty cache is none', async () => {
    expect(await readCachedRange(newDatabase())).toBeUndefined();
  });
});
