import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { clearFeedCache } from '../../lib/store/papers';
import { clearDismissed, markOpened, markShown, readSeen, setDismissed } from '../../lib/store/seen-papers';
import { fillDisk, hour, newDatabase, now } from './stored-papers';

const id = '2606.00001';

describe('papers the reader has opened', () => {
  it('are remembered, those asked about and no others', async () => {
    const db = newDatabase();
    await markOpened(db, [id, '2606.00002'], now);
    expect(await readSeen(db, ['2606.00002', '2606.00009'])).toEqual(new Set(['2606.00002']));
    expect(await readSeen(db, [])).toEqual(new Set());
  });

  it('keep the first time', async () => {
    const db = newDatabase();
    await markOpened(db, [id], now);
    await markOpened(db, [id, '2606.00002'], now + 1);
    expect(await db.seenPapers.toArray()).toEqual([
      { id, openedAt: now },
      { id: '2606.00002', openedAt: now + 1 },
    ]);
  });

  it('may be named twice, and by two pages at once', async () => {
    const db = newDatabase();
    await Promise.all([markOpened(db, [id, id], now), markOpened(db, [id], now + 1)]);
    expect(await db.seenPapers.toArray()).toEqual([{ id, openedAt: now }]);
  });

  it('are none where none are named', async () => {
    const db = newDatabase();
    await markOpened(db, [], now);
    expect(await db.seenPapers.count()).toBe(0);
  });

  it('are not those that were only shown or dismissed', async () => {
    const db = newDatabase();
    await markShown(db, [{ id }], now, now);
    await setDismissed(db, '2606.00002', true, now);
    expect(await readSeen(db, [id, '2606.00002'])).toEqual(new Set());
  });

  it('are forgotten when the cache is cleared: where a reader has been is theirs to take back', async () => {
    const db = newDatabase();
    await markOpened(db, [id], now);
    await clearFeedCache(db);
    expect(await readSeen(db, [id])).toEqual(new Set());
  });

  it('are exactly those that were marked, whatever is asked', async () => {
    const db = newDatabase();
    const ids = fc.array(fc.constantFrom(id, '2606.00002', 'hep-th/9901001', 'constructor'));
    const marked = new Set<string>();
    await fc.assert(
      fc.asyncProperty(ids, ids, async (seen, asked) => {
        await markOpened(db, seen, now);
        for (const one of seen) marked.add(one);
        expect(await readSeen(db, asked)).toEqual(new Set(asked.filter((one) => marked.has(one))));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a question about many papers', () => {
  const many = Array.from({ length: 500 }, (_, number) => `2607.${String(number).padStart(5, '0')}`);

  it('is answered as one about each of them', async () => {
    const db = newDatabase();
    const opened = many.filter((_, number) => number % 7 === 0);
    await markOpened(db, [...opened, '2606.00009'], now);
    await markShown(
      db,
      many.map((one) => ({ id: one })),
      now,
      now,
    );
    await setDismissed(db, '2607.00001', true, now);
    expect(await readSeen(db, many)).toEqual(new Set(opened));
    expect(await readSeen(db, many.slice(0, 10))).toEqual(new Set(opened.slice(0, 2)));
  });

  it('costs one request', async () => {
    const db = newDatabase();
    await db.open();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    await readSeen(db, many);
    expect(get).not.toHaveBeenCalled();
    get.mockRestore();
  });
});

describe('a paper that is shown in a list', () => {
  const visit = now - hour;
  const shown = async (looks: [upvotes: number | undefined, since: number, at: number][]) => {
    const db = newDatabase();
    for (const [upvotes, since, at] of looks) await markShown(db, [{ id, upvotes }], since, at);
    return db.seenPapers.get(id);
  };

  it('for the first time has that time and one look', async () => {
    expect(await shown([[7, visit, now]])).toEqual({ id, shownAt: now, look: { at: now, upvotes: 7 } });
  });

  it('and has no upvotes is noted without any', async () => {
    expect(await shown([[undefined, visit, now]])).toEqual({ id, shownAt: now, look: { at: now } });
  });

  it('twice on one visit is looked at once', async () => {
    const twice = await shown([
      [7, visit, now],
      [9, visit, now + 1],
    ]);
    expect(twice).toEqual(await shown([[7, visit, now]]));
  });

  it('on a later visit keeps the look of the one before, and the first time', async () => {
    const looks = await shown([
      [7, visit, now],
      [9, now + hour, now + hour + 1],
      [12, now + 2 * hour, now + 2 * hour + 1],
    ]);
    expect(looks).toEqual({
      id,
      shownAt: now,
      lookBefore: { at: now + hour + 1, upvotes: 9 },
      look: { at: now + 2 * hour + 1, upvotes: 12 },
    });
  });

  it('is looked at anew where the last look lies in the future: a clock was wrong', async () => {
    const looks = await shown([
      [7, visit, now + 99 * hour],
      [9, visit, now],
    ]);
    expect(looks?.look).toEqual({ at: now, upvotes: 9 });
  });

  it('stays opened and dismissed', async () => {
    const db = newDatabase();
    await markOpened(db, [id], now);
    await setDismissed(db, id, true, now + 1);
    await markShown(db, [{ id, upvotes: 3 }], now + 2, now + 3);
    await markOpened(db, [id], now + 4);
    expect(await db.seenPapers.get(id)).toEqual({
      id,
      openedAt: now,
      dismissedAt: now + 1,
      shownAt: now + 3,
      look: { at: now + 3, upvotes: 3 },
    });
  });

  it('may be one of none, and named twice', async () => {
    const db = newDatabase();
    await markShown(db, [], visit, now);
    await markShown(
      db,
      [
        { id, upvotes: 1 },
        { id, upvotes: 2 },
      ],
      visit,
      now,
    );
    expect(await db.seenPapers.toArray()).toEqual([{ id, shownAt: now, look: { at: now, upvotes: 2 } }]);
  });

  it('tells the look of the last visit, however often it is shown on this one', async () => {
    const visits = fc.array(fc.record({ upvotes: fc.nat(999), times: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(visits, async (all) => {
        const db = newDatabase();
        for (const [number, { upvotes, times }] of all.entries()) {
          const since = now + number * hour;
          for (let time = 0; time < times; time++) {
            await markShown(db, [{ id, upvotes: upvotes + time }], since, since + time);
          }
        }
        const seen = await db.seenPapers.get(id);
        expect(seen?.look?.upvotes).toBe(all.at(-1)?.upvotes);
        expect(seen?.lookBefore?.upvotes).toBe(all.at(-2)?.upvotes);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a dismissed paper', () => {
  it('keeps the time, and can be wanted again', async () => {
    const db = newDatabase();
    await markOpened(db, [id], now);
    await setDismissed(db, id, true, now + 1);
    await setDismissed(db, id, true, now + 2);
    expect(await db.seenPapers.get(id)).toEqual({ id, openedAt: now, dismissedAt: now + 1 });
    await setDismissed(db, id, false, now + 3);
    expect(await db.seenPapers.get(id)).toEqual({ id, openedAt: now });
  });

  it('that never was one leaves no trace when it is wanted again', async () => {
    const db = newDatabase();
    await setDismissed(db, id, false, now);
    expect(await db.seenPapers.count()).toBe(0);
  });

  it('is wanted again, as all are, when dismissals are cleared; what was opened stays', async () => {
    const db = newDatabase();
    await markOpened(db, [id], now);
    await setDismissed(db, id, true, now);
    await setDismissed(db, '2606.00002', true, now);
    await clearDismissed(db);
    expect((await db.seenPapers.toArray()).filter(({ dismissedAt }) => dismissedAt)).toEqual([]);
    expect(await readSeen(db, [id])).toEqual(new Set([id]));
  });
});

describe('where nothing can be kept', () => {
  it('marks are forgotten without an error, and a dismissal says so', async () => {
    const db = newDatabase();
    await db.open();
    const freeDisk = fillDisk();
    try {
      await expect(markOpened(db, [id], now)).resolves.toBeUndefined();
      await expect(markShown(db, [{ id }], now, now)).resolves.toBeUndefined();
      await expect(setDismissed(db, id, true, now)).rejects.toMatchObject({ code: 'disk-full' });
    } finally {
      freeDisk();
    }
    expect(await db.seenPapers.count()).toBe(0);
    db.close();
    await expect(markOpened(db, [id], now)).resolves.toBeUndefined();
  });
});
