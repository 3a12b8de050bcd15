import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { followCachedFacts, readCachedFacts } from '../../lib/store/cached-facts';
import { storePapers } from '../../lib/store/papers';
import { newDatabase, now, paper, savePaper } from './stored-papers';

const never = (error: unknown) => {
  throw error;
};

describe('what the cache knows of papers on the list', () => {
  it('is told of those that are cached', async () => {
    const db = newDatabase();
    await storePapers(
      db,
      [
        paper('2606.00001', { upvotes: 3, repository: 'a/b', stars: 7, summary: 'So.', day: '2026-06-12' }),
        paper('2606.00002'),
        paper('2606.00003'),
      ],
      now,
    );
    const facts = await readCachedFacts(db, ['2606.00001', '2606.00002', '2606.00009']);
    expect(Object.fromEntries(facts)).toEqual({
      '2606.00001': {
        upvotes: 3,
        repository: 'a/b',
        stars: 7,
        hasSummary: true,
        day: '2026-06-12',
        origin: 'feed',
      },
      '2606.00002': { hasSummary: false, origin: 'feed' },
    });
  });

  it('asks for nothing that is not cached, however long the list', async () => {
    const db = newDatabase();
    await storePapers(db, [paper('2606.00001')], now);
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const ids = Array.from({ length: 10_000 }, (_, index) => `2606.${10_000 + index}`);
    const facts = await readCachedFacts(db, [...ids, '2606.00001']);
    expect([...facts.keys()]).toEqual(['2606.00001']);
    expect(get.mock.calls.length).toBeLessThanOrEqual(1);
    get.mockRestore();
  });

  it('is followed: what is cached, changed and saved later is told, too', async () => {
    const db = newDatabase();
    await storePapers(db, [paper('2606.00001', { upvotes: 1 })], now);
    await savePaper(db, '2606.00001', now);
    let facts = new Map<string, { upvotes?: number }>();
    const stop = followCachedFacts(db, (told) => (facts = told), never);
    await vi.waitFor(() => expect(facts.get('2606.00001')?.upvotes).toBe(1));
    await storePapers(db, [paper('2606.00001', { upvotes: 9 })], now);
    await vi.waitFor(() => expect(facts.get('2606.00001')?.upvotes).toBe(9));
    await savePaper(db, '2606.00002', now);
    await storePapers(db, [paper('2606.00002', { upvotes: 4 })], now);
    await vi.waitFor(() => expect(facts.get('2606.00002')?.upvotes).toBe(4));
    stop();
  });
});
