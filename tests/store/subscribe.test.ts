import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { DailyList } from '../../lib/store/daily-list';
import { storeFeedDay } from '../../lib/store/feed-days';
import { readList } from '../../lib/store/read-list';
import { listEntries } from '../../lib/store/reading-list';
import { markShown } from '../../lib/store/seen-papers';
import { subscribe } from '../../lib/store/subscribe';
import { callLog, writeSyncState } from '../../lib/store/sync-state';
import { newDatabase, now, paper, savePaper } from './stored-papers';

const never = (error: unknown) => {
  throw error;
};

describe('a page that follows a query', () => {
  it('is told now and after every change, until it stops following', async () => {
    const db = newDatabase();
    await storeFeedDay(db, { day: '2026-06-12', papers: [paper('2606.00001')], rejected: 0, fetchedAt: now });
    const seen: number[] = [];
    const stop = subscribe(
      () => listEntries(db),
      (entries) => seen.push(entries.length),
      never,
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await savePaper(db, '2606.00001', now);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    stop();
    const told = seen.length;
    await db.readingEntries.clear();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(told);
  });

  it('sees the daily list grow, marks of all kinds and the sync, but not every call of the feed', async () => {
    const db = newDatabase();
    const day = { day: '2026-06-12', rejected: 0, fetchedAt: now };
    let told = 0;
    let last: DailyList | undefined;
    const stop = subscribe(
      () => readList(db, { view: 'day' }, { now, since: now, rules: [] }),
      (list) => {
        told += 1;
        last = list;
      },
      never,
    );
    await vi.waitFor(() => expect(last?.source).toBe('none'));
    await storeFeedDay(db, { ...day, papers: [paper('2606.00001')] });
    await vi.waitFor(() => expect(last?.papers).toHaveLength(1));
    await savePaper(db, '2606.00001', now);
    await vi.waitFor(() => expect(last?.papers[0]?.status).toBe('to-read'));
    await markShown(db, [{ id: '2606.00001', upvotes: 1 }], 0, now - 1);
    await vi.waitFor(() => expect(last?.papers[0]?.unseen).toBeUndefined());
    await writeSyncState(db, { lastSuccessAt: now });
    await vi.waitFor(() => expect(last?.sync.lastSuccessAt).toBe(now));
    const before = told;
    await callLog(db).write([now]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(before);
    stop();
  });

  it('is told when the query fails', async () => {
    const failed = vi.fn();
    const stop = subscribe(() => Promise.reject(new Error('broken')), never, failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('broken')));
    stop();
  });
});
