import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';
import { readIndexState } from '../../lib/store/index-store';
import { clearFeedCache, dropBeyondHorizon } from '../../lib/store/papers';
import { day as dayLength, newDatabase, now } from '../store/stored-papers';
import { countWrites, readWholeIndex, startIndexer } from './indexing';
import { arrived, inventPapers, spreadOverDays } from './invented-papers';
import { readLists } from './list-drift';

const papers = inventPapers(48);
const tomorrow = () => now + dayLength;

async function storeAll(db: PaperglossDatabase, stored: readonly Paper[] = papers, days = 3) {
  for (const one of spreadOverDays(stored, days)) await storeFeedDay(db, one);
}

async function indexed(stored: readonly Paper[] = papers) {
  const db = newDatabase();
  await storeAll(db, stored);
  const indexer = startIndexer(db);
  await indexer.bringUpToDate();
  return { db, indexer };
}

/** The invented word of a title that no other paper has. */
const ownWord = ({ title }: Paper) => title.split(' ')[0] ?? '';

// Many runs of the whole upkeep in one test, on machines that do other things beside.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.restoreAllMocks());

describe('papers that were stored', () => {
  it('are found by a word of their titles', async () => {
    const { indexer } = await indexed();
    for (const one of papers) expect((await indexer.find(`"${ownWord(one)}"`))[0]).toBe(one.id);
    expect(indexer.failures).toEqual([]);
  });

  it('are found by a worker that has just started, without any upkeep', async () => {
    const { db } = await indexed();
    const cold = startIndexer(db);
    expect(await countWrites(() => cold.find('speculative'))).toBe(0);
    expect(await cold.find(`"${ownWord(papers[3] as Paper)}"`)).toEqual([papers[3]?.id]);
  });

  it('have neighbours, each one there, another one, once, and for a reason', async () => {
    const { db } = await indexed();
    const ids = papers.map(({ id }) => id);
    const records = await db.neighbours.toArray();
    expect(records.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const { id, neighbours } of records) {
      const others = neighbours.map((neighbour) => neighbour.id);
      expect(others).toHaveLength(10);
      expect(new Set(others).size).toBe(10);
      expect(others).not.toContain(id);
      expect(neighbours.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
      expect(neighbours.map(({ title }) => title)).toEqual(
        others.map((other) => papers.find((one) => one.id === other)?.title),
      );
    }
  });

  it('are compared with any text a page has', async () => {
    const { indexer } = await indexed();
    const [own] = papers as [Paper];
    const asked = { id: '', title: 'A page about drafts', abstract: own.abstract };
    const nearest = await indexer.nearestTo(asked, 3);
    expect(nearest).toHaveLength(3);
    expect(nearest.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    const ofItself = await indexer.nearestTo(own, 20);
    expect(ofItself.map(({ id }) => id)).not.toContain(own.id);
  });
});

describe('a paper that changed', () => {
  const [first, second, ...others] = papers as [Paper, Paper, ...Paper[]];
  const again = async (db: PaperglossDatabase, ...changed: Paper[]) =>
    storeFeedDay(db, arrived('2026-03-04', changed));

  it('is found by its new abstract, and by the old one no more', async () => {
    const { db, indexer } = await indexed();
    await again(db, { ...first, abstract: 'Nothing but zebrafish.' });
    await indexer.bringUpToDate();
    expect(await indexer.find('zebrafish')).toEqual([first.id]);
    const oldWord = first.abstract.split(' ').at(-1) as string;
    expect(await indexer.find(`"${oldWord}"`)).not.toContain(first.id);
  });

  it('is found by a summary that came late', async () => {
    const { db, indexer } = await indexed();
    expect(await indexer.find('zebrafish')).toEqual([]);
    await again(db, { ...second, summary: 'Zebrafish, in short.' });
    await indexer.bringUpToDate();
    expect(await indexer.find('zebrafish')).toEqual([second.id]);
  });

  it('is found by a worker that has just started, too', async () => {
    const { db, indexer } = await indexed();
    await again(db, { ...first, abstract: 'Nothing but zebrafish.' });
    await indexer.bringUpToDate();
    expect(await startIndexer(db).find('zebrafish')).toEqual([first.id]);
  });

  it.for([1, 160])(
    'leaves the same index as one that never knew it otherwise (%i at once)',
    async (count) => {
      const many = inventPapers(200);
      const { db, indexer } = await indexed(many);
      const altered = inventPapers(200, 7).slice(0, count);
      const changed = altered.map((other, position) => ({ ...other, id: many[position]?.id as string }));
      await again(db, ...changed);
      await indexer.bringUpToDate();
      const later = startIndexer(db, { now: tomorrow });
      await later.bringUpToDate();
      const fresh = newDatabase();
      await fresh.papers.bulkPut(await db.papers.toArray());
      await startIndexer(fresh).resume();
      expect(await readLists(db)).toEqual(await readLists(fresh));
    },
  );

  it.for([1, 160])('is shown by its new title in the lists of others (%i at once)', async (count) => {
    const many = inventPapers(200);
    const { db, indexer } = await indexed(many);
    const renamed = many.slice(0, count).map((one) => ({ ...one, title: `Renamed ${one.title}` }));
    await again(db, ...renamed);
    await indexer.bringUpToDate();
    const titles = new Map((await db.papers.toArray()).map(({ id, title }) => [id, title]));
    const shown = (await db.neighbours.toArray()).flatMap(({ neighbours }) => neighbours);
    expect(shown.filter(({ id, title }) => title !== titles.get(id)).length).toBe(0);
  });

  it('that went is gone from results at once, and from lists after the next refresh', async () => {
    const { db, indexer } = await indexed();
    await db.papers.where('id').notEqual(first.id).modify({ fetchedAt: tomorrow() });
    await db.papers.update(first.id, { day: '2025-01-01', fetchedAt: 0 });
    expect(await dropBeyondHorizon(db, 365, now)).toBe(1);
    await indexer.takeQueued();
    expect(await indexer.find(`"${ownWord(first)}"`)).toEqual([]);
    expect(await db.neighbours.get(first.id)).toBeUndefined();
    await startIndexer(db, { now: tomorrow }).bringUpToDate();
    expect([...(await readLists(db)).values()].flat()).not.toContain(first.id);
  });

  it('that went leaves lists too short to be filled up again, too', async () => {
    const few = [first, second, ...others.slice(0, 3)];
    const { db, indexer } = await indexed(few);
    expect([...(await readLists(db)).values()].flat()).toContain(first.id);
    await db.papers.update(first.id, { day: '2025-01-01', fetchedAt: 0 });
    await dropBeyondHorizon(db, 365, now);
    await indexer.bringUpToDate();
    expect([...(await readLists(db)).values()].flat()).not.toContain(first.id);
  });
});

describe('bringing up to date', () => {
  it('writes nothing where there is nothing to do', async () => {
    const { db, indexer } = await indexed();
    expect(await countWrites(indexer.bringUpToDate)).toBe(0);
    const cold = startIndexer(db);
    expect(await countWrites(cold.resume)).toBe(0);
    expect(await countWrites(cold.bringUpToDate)).toBe(0);
  });

  it('of a day that came again as it was changes neither index nor lists', async () => {
    const { db, indexer } = await indexed();
    const before = await readWholeIndex(db);
    await storeAll(db);
    await indexer.bringUpToDate();
    expect(await readWholeIndex(db)).toEqual(before);
  });

  it('of an empty cache is an empty index', async () => {
    const db = newDatabase();
    const indexer = startIndexer(db);
    expect(await countWrites(indexer.resume)).toBe(0);
    await indexer.bringUpToDate();
    expect(await indexer.find('anything')).toEqual([]);
    expect(await indexer.nearestTo({ id: '', title: 'A title', abstract: 'An abstract.' }, 5)).toEqual([]);
    expect(await indexer.progress()).toBeUndefined();
    expect(indexer.failures).toEqual([]);
  });

  it('twice at once runs once', async () => {
    const db = newDatabase();
    await storeAll(db);
    const indexer = startIndexer(db);
    const twice = () => Promise.all([indexer.bringUpToDate(), indexer.bringUpToDate()]);
    const writes = await countWrites(twice);
    const other = newDatabase();
    await storeAll(other);
    expect(writes).toBe(await countWrites(startIndexer(other).bringUpToDate));
    expect(await readWholeIndex(db)).toEqual(await readWholeIndex(other));
    expect(indexer.failures).toEqual([]);
  });

  it('takes in what is queued while it is at work, before it is over', async () => {
    const [late, ...early] = papers as [Paper, ...Paper[]];
    const db = newDatabase();
    await storeAll(db, early.slice(0, 4), 1);
    let waiting: Promise<void> | undefined;
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 30));
    const indexer = startIndexer(db, {
      pause: async () => {
        if (waiting) return;
        waiting = storeFeedDay(db, arrived('2026-03-09', [late])).then(() => indexer.bringUpToDate());
      },
    });
    await indexer.bringUpToDate();
    await waiting;
    expect(await indexer.find(`"${ownWord(late)}"`)).toEqual([late.id]);
    expect(await readIndexState(db)).toMatchObject({ papers: 5 });
    expect(await db.indexQueue.count()).toBe(0);
  });

  it('is in the way of no day that is stored while it starts', async () => {
    const [late, ...early] = papers as [Paper, ...Paper[]];
    for (let turns = 0; turns < 20; turns++) {
      const db = newDatabase();
      await storeAll(db, early.slice(0, 4), 1);
      const indexer = startIndexer(db);
      void indexer.takeQueued();
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      await storeFeedDay(db, arrived('2026-03-09', [late]));
      await indexer.takeQueued();
      expect(indexer.failures).toEqual([]);
      expect([turns, await indexer.find(`"${ownWord(late)}"`)]).toEqual([turns, [late.id]]);
    }
  });

  it('takes in what is queued, and leaves writing the index for later, while more is on its way', async () => {
    const { db, indexer } = await indexed();
    const fresh = inventPapers(52).slice(48);
    await storeFeedDay(db, arrived('2026-03-09', fresh));
    await indexer.takeQueued();
    const [newest] = fresh as [Paper];
    expect(await indexer.find(`"${ownWord(newest)}"`)).toEqual([newest.id]);
    expect((await db.neighbours.get(newest.id))?.neighbours).toHaveLength(10);
    await indexer.bringUpToDate();
    expect(await readIndexState(db)).toMatchObject({ papers: 52, changed: 0, refreshedAt: now });
    expect(await db.indexQueue.count()).toBe(0);
  });

  it('by a worker that has just started takes in what the last one did not get to write', async () => {
    const { db, indexer } = await indexed();
    const fresh = inventPapers(52).slice(48);
    await storeFeedDay(db, arrived('2026-03-09', fresh));
    await indexer.takeQueued();
    const next = startIndexer(db);
    await next.resume();
    for (const one of fresh) expect(await next.find(`"${ownWord(one)}"`)).toEqual([one.id]);
    expect(await readWholeIndex(db)).toMatchObject({ papers: 52, queued: 0 });
  });

  it('makes way for others in between, a slice at a time', async () => {
    const db = newDatabase();
    const many = inventPapers(2_000);
    await storeAll(db, many, 40);
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => time++);
    const pause = vi.fn(async () => {});
    const indexer = startIndexer(db, { pause });
    await indexer.takeQueued();
    const [looks, pauses] = [time, pause.mock.calls.length];
    expect(looks).toBeGreaterThan(many.length);
    // Every look at the clock takes 1 ms here: one pause for 25 of them at the most.
    expect(pauses).toBeGreaterThan(looks / 30);
    expect(indexer.failures).toEqual([]);
    const last = many.at(-1) as Paper;
    expect(await indexer.find(`"${ownWord(last)}"`)).toEqual([last.id]);
  }, 30_000);
});

describe('a question while the index changes', () => {
  /** An indexer that holds a part of the index, which another one has rewritten since. */
  async function overtaken() {
    const { db } = await indexed();
    const asked = startIndexer(db);
    await asked.find('speculative');
    await db.papers.delete((papers[0] as Paper).id);
    await db.indexQueue.add({ ids: [(papers[0] as Paper).id] });
    await startIndexer(db).bringUpToDate();
    return { asked, fresh: startIndexer(db) };
  }

  it('about words that follow each other is answered from one index, not from parts of two', async () => {
    const { asked, fresh } = await overtaken();
    const phrase = `"${papers[5]?.title.split(' ').slice(1, 4).join(' ')}"`;
    expect(await fresh.find(phrase)).toContain(papers[5]?.id);
    expect(await asked.find(phrase)).toEqual(await fresh.find(phrase));
  });

  it('about a page is answered from one index, not from parts of two', async () => {
    const { asked, fresh } = await overtaken();
    const page = { id: '', title: 'A page', abstract: papers[7]?.abstract ?? '' };
    expect(await asked.nearestTo(page, 5)).toEqual(await fresh.nearestTo(page, 5));
  });
});

describe('a clear in the middle of the work', () => {
  it('ends with an empty index, wherever it comes', async () => {
    for (let clearedAt = 1; clearedAt < 60; clearedAt += 4) {
      const db = newDatabase();
      await storeAll(db, papers.slice(0, 12));
      let time = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => (time += 30));
      let pauses = 0;
      const indexer = startIndexer(db, {
        pause: async () => {
          pauses += 1;
          if (pauses !== clearedAt) return;
          await clearFeedCache(db);
          indexer.forget();
        },
      });
      await indexer.bringUpToDate();
      expect(pauses).toBeGreaterThanOrEqual(clearedAt);
      expect(indexer.failures).toEqual([]);
      expect(await indexer.find('speculative')).toEqual([]);
      expect(await db.neighbours.count()).toBe(0);
      expect(await db.indexQueue.count()).toBe(0);
      expect(await startIndexer(db).find('speculative')).toEqual([]);
    }
  });
});
