import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';
import { loadIndexPart, readIndexState } from '../../lib/store/index-store';
import { newDatabase, now } from '../store/stored-papers';
import { onEachWrite, readWholeIndex, startIndexer } from './indexing';
import { arrived, inventPapers, spreadOverDays } from './invented-papers';

const papers = inventPapers(14);
const killed = new Error('The browser ended the worker.');

afterEach(() => vi.restoreAllMocks());

/** Each look at a clock takes its time, so that there are many slices, and many steps that are written down. */
function slowClocks() {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 10));
  let wall = now;
  return () => (wall += 700);
}

async function stored(days = 2): Promise<PaperglossDatabase> {
  const db = newDatabase();
  for (const day of spreadOverDays(papers, days)) await storeFeedDay(db, day);
  return db;
}

async function undisturbed() {
  const db = await stored();
  await startIndexer(db, { now: slowClocks() }).bringUpToDate();
  return readWholeIndex(db);
}

describe('a worker that is killed', () => {
  it('at any write, leaves what the next one ends as if nothing had been', async () => {
    const whole = await undisturbed();
    let deaths = 0;
    for (let last = 1, survived = false; !survived; last += 2) {
      const db = await stored();
      let writes = 0;
      const restore = onEachWrite(() => {
        writes += 1;
        if (writes >= last) throw killed;
      });
      const dying = startIndexer(db, { now: slowClocks() });
      await dying.bringUpToDate().finally(restore);
      survived = dying.failures.length === 0;
      deaths += dying.failures.length;
      const next = startIndexer(db, { now: slowClocks() });
      await next.resume();
      expect(next.failures).toEqual([]);
      expect([last, await readWholeIndex(db)]).toEqual([last, whole]);
    }
    expect(deaths).toBeGreaterThan(10);
  }, 60_000);

  it('in any pause, leaves what the next one ends as if nothing had been', async () => {
    const whole = await undisturbed();
    let deaths = 0;
    for (let last = 1, survived = false; !survived; last++) {
      const db = await stored();
      let pauses = 0;
      const dying = startIndexer(db, {
        now: slowClocks(),
        pause: async () => {
          pauses += 1;
          if (pauses >= last) throw killed;
        },
      });
      await dying.bringUpToDate();
      survived = dying.failures.length === 0;
      deaths += dying.failures.length;
      await startIndexer(db, { now: slowClocks() }).resume();
      expect([last, await readWholeIndex(db)]).toEqual([last, whole]);
    }
    expect(deaths).toBeGreaterThan(10);
  }, 60_000);

  it('again and again gets there all the same, as long as one lives to write', async () => {
    const whole = await undisturbed();
    const db = await stored();
    let deaths = 0;
    for (let lives = 0; lives < 200; lives++) {
      let pauses = 0;
      const worker = startIndexer(db, {
        now: slowClocks(),
        pause: async () => {
          pauses += 1;
          if (pauses > 6 + lives) throw killed;
        },
      });
      await worker.resume();
      deaths += worker.failures.length;
      if (worker.failures.length === 0) break;
    }
    expect(deaths).toBeGreaterThan(1);
    expect(await readWholeIndex(db)).toEqual(whole);
  }, 60_000);

  it('leaves a stored index that can be loaded, also when called for more in the middle', async () => {
    const fresh = inventPapers(20).slice(14);
    for (let last = 1, survived = false; !survived; last += 2) {
      const db = await stored();
      await startIndexer(db).bringUpToDate();
      // As a worker leaves it that was killed before its refresh.
      await db.state.put({ key: 'index', value: { ...(await readIndexState(db)), changed: 14 } });
      await storeFeedDay(db, arrived('2026-03-09', fresh));
      let writes = 0;
      const restore = onEachWrite(() => {
        writes += 1;
        if (writes >= last) throw killed;
      });
      let isCalled = false;
      const dying = startIndexer(db, {
        now: slowClocks(),
        pause: async () => {
          if (!isCalled) void dying.bringUpToDate();
          isCalled = true;
        },
      });
      await dying.takeQueued().finally(restore);
      survived = dying.failures.length === 0;
      const parts = (['index', 'sequences', 'lists'] as const).map((name) => loadIndexPart(db, name));
      const isWhole = (await Promise.all(parts)).every((part) => part !== undefined);
      expect([last, isWhole]).toEqual([last, true]);
    }
  }, 60_000);

  it('is not the only one: two workers on one database end with one index', async () => {
    const whole = await undisturbed();
    const db = await stored();
    const workers = [startIndexer(db), startIndexer(db)];
    await Promise.all(workers.map((worker) => worker.bringUpToDate()));
    expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await readWholeIndex(db)).toEqual(whole);
  });
});

describe('a stored index that cannot be used', () => {
  type Harm = (db: PaperglossDatabase) => Promise<unknown>;
  const harms: [what: string, harm: Harm][] = [
    [
      'is of an older format',
      async (db) => db.state.put({ key: 'index', value: { ...(await readIndexState(db)), format: 0 } }),
    ],
    ['has lost a part', (db) => db.indexParts.delete('index')],
    ['has lost its terms', (db) => db.indexParts.delete('sequences')],
    ['has lost its lists', (db) => db.indexParts.delete('lists')],
    ['has something else for a part', (db) => db.indexParts.put({ name: 'index', value: 'nothing' })],
    ['does not say what it is', (db) => db.state.delete('index')],
  ];

  async function harmed(harm: Harm) {
    const db = await stored();
    const whole = startIndexer(db);
    await whole.bringUpToDate();
    const before = await readWholeIndex(db);
    await harm(db);
    return { db, before };
  }

  it.each(harms)('because it %s is made anew', async (_what, harm) => {
    const { db, before } = await harmed(harm);
    const indexer = startIndexer(db);
    await indexer.bringUpToDate();
    expect(indexer.failures).toEqual([]);
    expect(await readWholeIndex(db)).toEqual(before);
  });

  it('is made anew when somebody searches, and found again afterwards', async () => {
    const { db } = await harmed((broken) => broken.indexParts.delete('index'));
    const indexer = startIndexer(db);
    const { id, title } = papers[0] as Paper;
    expect(await indexer.find(title)).toEqual([]);
    await indexer.bringUpToDate();
    expect(await indexer.find(title)).toEqual([id]);
  });

  it('because it cannot even be read is made anew, too', async () => {
    const { db, before } = await harmed(async () => {});
    const get = db.indexParts.get.bind(db.indexParts);
    const reading = vi
      .spyOn(db.indexParts, 'get')
      .mockImplementation(((name: string) =>
        name === 'lists'
          ? Promise.reject(new Error('Failed to read large IndexedDB value'))
          : get(name)) as never);
    const indexer = startIndexer(db);
    await indexer.bringUpToDate();
    reading.mockRestore();
    expect(indexer.failures).toEqual([]);
    expect(await readWholeIndex(db)).toEqual(before);
  });

  it('says how far the new one is', async () => {
    const { db } = await harmed((broken) => broken.indexParts.delete('index'));
    const seen: unknown[] = [];
    const indexer = startIndexer(db, {
      now: slowClocks(),
      pause: async () => void seen.push(await indexer.progress()),
    });
    await indexer.bringUpToDate();
    expect(seen[0]).toEqual({ done: 0, of: papers.length });
    expect(await indexer.progress()).toBeUndefined();
  });
});
