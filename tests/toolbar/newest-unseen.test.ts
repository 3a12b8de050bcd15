import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readNewestUnseen } from '../../lib/toolbar/newest-unseen';
import { newDatabase, now } from '../store/stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});
afterEach(() => db.delete());

const feedDay = (day: string, ...paperIds: string[]) => ({ day, paperIds, fetchedAt: now, rejected: 0 });

describe('the unseen papers of the newest day', () => {
  it('are those neither shown nor opened; a dismissal is no look', async () => {
    await db.feedDays.put(feedDay('2026-06-12', 'a', 'b', 'c', 'd'));
    await db.seenPapers.bulkPut([
      { id: 'a', shownAt: now },
      { id: 'c', openedAt: now },
      { id: 'd', dismissedAt: now },
    ]);
    expect(await readNewestUnseen(db)).toEqual({ day: '2026-06-12', paperIds: ['b', 'd'] });
  });

  it('are those of the newest day that has papers', async () => {
    await db.feedDays.bulkPut([
      feedDay('2026-06-10', 'old'),
      feedDay('2026-06-11', 'newest'),
      feedDay('2026-06-12'),
    ]);
    expect(await readNewestUnseen(db)).toEqual({ day: '2026-06-11', paperIds: ['newest'] });
  });

  it('are none of an older day where the newest has been seen', async () => {
    await db.feedDays.bulkPut([feedDay('2026-06-10', 'old'), feedDay('2026-06-11', 'newest')]);
    await db.seenPapers.put({ id: 'newest', shownAt: now });
    expect(await readNewestUnseen(db)).toEqual({ day: '2026-06-11', paperIds: [] });
  });

  it('are unknown where no day is cached', async () => {
    expect(await readNewestUnseen(db)).toBeUndefined();
  });
});
