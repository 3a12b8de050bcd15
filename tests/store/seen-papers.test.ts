import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearFeedCache } from '../../lib/store/papers';
import { markSeen, readSeen } from '../../lib/store/seen-papers';
import { fillDisk, newDatabase, now } from './stored-papers';

describe('papers the reader has been to', () => {
  it('are remembered, those asked about and no others', async () => {
    const db = newDatabase();
    await markSeen(db, ['2606.00001', '2606.00002'], now);
    expect(await readSeen(db, ['2606.00002', '2606.00009'])).toEqual(new Set(['2606.00002']));
    expect(await readSeen(db, [])).toEqual(new Set());
  });

  it('keep the first time', async () => {
    const db = newDatabase();
    await markSeen(db, ['2606.00001'], now);
    await markSeen(db, ['2606.00001', '2606.00002'], now + 1);
    expect(await db.seenPapers.toArray()).toEqual([
      { id: '2606.00001', at: now },
      { id: '2606.00002', at: now + 1 },
    ]);
  });

  it('may be named twice, and by two pages at once', async () => {
    const db = newDatabase();
    await Promise.all([
      markSeen(db, ['2606.00001', '2606.00001'], now),
      markSeen(db, ['2606.00001'], now + 1),
    ]);
    expect(await db.seenPapers.toArray()).toEqual([{ id: '2606.00001', at: now }]);
  });

  it('are none where none are named', async () => {
    const db = newDatabase();
    await markSeen(db, [], now);
    expect(await db.seenPapers.count()).toBe(0);
  });

  it('are forgotten when the cache is cleared: where a reader has been is theirs to take back', async () => {
    const db = newDatabase();
    await markSeen(db, ['2606.00001'], now);
    await clearFeedCache(db);
    expect(await readSeen(db, ['2606.00001'])).toEqual(new Set());
  });

  it('are exactly those that were marked, whatever is asked', async () => {
    const db = newDatabase();
    const ids = fc.array(fc.constantFrom('2606.00001', '2606.00002', 'hep-th/9901001', 'constructor'));
    const marked = new Set<string>();
    await fc.assert(
      fc.asyncProperty(ids, ids, async (seen, asked) => {
        await markSeen(db, seen, now);
        for (const id of seen) marked.add(id);
        expect(await readSeen(db, asked)).toEqual(new Set(asked.filter((id) => marked.has(id))));
      }),
      { numRuns: 20 },
    );
  });

  it('are forgotten without an error where nothing can be kept', async () => {
    const db = newDatabase();
    await db.open();
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const freeDisk = fillDisk();
    try {
      await expect(markSeen(db, ['2606.00001'], now)).resolves.toBeUndefined();
    } finally {
      freeDisk();
      IDBObjectStore.prototype.add = add;
    }
    expect(await readSeen(db, ['2606.00001'])).toEqual(new Set());
    db.close();
    await expect(markSeen(db, ['2606.00001'], now)).resolves.toBeUndefined();
  });
});
