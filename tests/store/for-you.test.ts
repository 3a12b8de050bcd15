import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import type { PaperglossDatabase } from '../../lib/store/database';
import { readForYou, resetForYou } from '../../lib/store/for-you';
import { readList } from '../../lib/store/read-list';
import { changeEntries, removeEntries } from '../../lib/store/reading-list';
import { markOpened, setDismissed } from '../../lib/store/seen-papers';
import { at, day, fillDisk, hour, newDatabase, now, paper, savePaper, setStatus } from './stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});

const dayBefore = (days: number) => new Date(now - days * day).toISOString().slice(0, 10);

/** A feed day with these papers. */
async function cacheDay(daysAgo: number, papers: Paper[]) {
  const feedDay = dayBefore(daysAgo);
  await db.feedDays.put({
    day: feedDay,
    paperIds: papers.map(({ id }) => id),
    fetchedAt: now - day,
    rejected: 0,
  });
  await db.papers.bulkPut(
    papers.map((one, place) => ({
      ...one,
      day: feedDay,
      rank: place + 1,
      rankOf: papers.length,
      fetchedAt: now - day,
      origin: 'feed' as const,
    })),
  );
}

const near = (id: string, ...ids: string[]) =>
  db.neighbours.put({ id, neighbours: ids.map((other) => ({ id: other, title: other, reasons: [] })) });

const read = (turnedAt?: number) => readForYou(db, { now, since: now - hour, rules: [], turnedAt });
const idsOf = async (turnedAt?: number) => (await read(turnedAt)).papers.map(({ id }) => id);

const [mine, one, two, three] = ['2606.00001', '2606.00002', '2606.00003', '2606.00004'] as const;

/** The reader's own paper is of long ago; two papers of today are near it, a third is not. */
async function cacheWorld() {
  await cacheDay(100, [paper(mine)]);
  await cacheDay(0, [paper(one, { abstract: 'Long.', summary: 'Short.' }), paper(two), paper(three)]);
  await near(mine, one, two);
}

describe('the papers for the reader', () => {
  it('are none in an empty cache', async () => {
    await savePaperOf(mine);
    expect(await read()).toMatchObject({ query: { view: 'for-you' }, source: 'none', papers: [] });
  });

  /** Saved with what the list keeps of it, whether it is cached or not. */
  async function savePaperOf(id: string) {
    await db.papers.put({ ...paper(id), fetchedAt: now, origin: 'arxiv' });
    await savePaper(db, id, now - day);
  }

  it('are none before the reader has done anything', async () => {
    await cacheWorld();
    expect(await read()).toMatchObject({ source: 'none', papers: [] });
  });

  it('are rows as in every list, with a place and reasons, the nearest first', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    const { source, papers } = await read();
    expect(source).toBe('feed');
    expect(papers).toMatchObject([
      { id: one, rank: 1, abstract: '', summary: 'Short.', unseen: true },
      { id: two, rank: 2 },
    ]);
    expect(papers.map(({ reasons }) => reasons)).toEqual(
      [1, 2].map(() => [{ kind: 'saved', id: mine, title: `Title of ${mine}` }]),
    );
  });

  it('are the same through the one way to all lists', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    const list = await readList(db, { view: 'for-you' }, { now, since: now - hour, rules: [] });
    expect(list).toEqual(await read());
  });

  it('come from what was opened, too', async () => {
    await cacheWorld();
    await markOpened(db, [mine], now - day);
    expect((await read()).papers[0]?.reasons).toMatchObject([{ kind: 'opened', id: mine }]);
  });

  it('come from a saved paper that is no longer cached, by the title the list keeps', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await db.papers.delete(mine);
    expect((await read()).papers[0]?.reasons).toMatchObject([{ id: mine, title: `Title of ${mine}` }]);
  });

  it('come from keywords', async () => {
    const keywords = ['speculative decoding'];
    await cacheDay(100, [paper(mine, { keywords })]);
    await cacheDay(0, [paper(one), paper(two, { keywords }), paper(three)]);
    await savePaper(db, mine, now - day);
    expect((await read()).papers).toMatchObject([
      { id: two, reasons: [{ kind: 'keyword', keyword: 'speculative decoding' }] },
    ]);
  });

  it('do not come from what was dropped, dismissed or taken off the list', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await setStatus(db, mine, 'dropped', now - hour);
    expect(await idsOf()).toEqual([]);
    await setStatus(db, mine, 'to-read', now - hour + 1);
    expect(await idsOf()).toEqual([one, two]);
    await removeEntries(db, [mine], now - 1);
    expect(await idsOf()).toEqual([]);
    await setDismissed(db, mine, true, now - 1);
    expect(await idsOf()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['dismissed', () => setDismissed(db, mine, true, now - 200 * day)],
    [
      'dropped',
      async () => {
        await savePaper(db, mine, now - 200 * day);
        await setStatus(db, mine, 'dropped', now - 200 * day);
      },
    ],
  ])('do not come from what was %s long ago and opened since', async (_, act) => {
    await cacheWorld();
    await act();
    await markOpened(db, [mine], now - 1);
    expect(await idsOf()).toEqual([]);
  });

  it('come first from what was starred', async () => {
    await cacheDay(100, [paper(mine), paper('2606.00009')]);
    await cacheDay(0, [paper(one), paper(two)]);
    await near(mine, one);
    await near('2606.00009', two);
    await savePaper(db, mine, now - day);
    await savePaper(db, '2606.00009', now - day);
    await changeEntries(db, [{ id: '2606.00009', change: { stars: 3 } }], at(now - hour));
    expect(await idsOf()).toEqual([two, one]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['saved', (id) => savePaper(db, id, now - 2 * hour)],
    ['opened', (id) => markOpened(db, [id], now - 2 * hour)],
    ['dismissed', (id) => setDismissed(db, id, true, now - 2 * hour)],
  ])('leave out what was %s', async (_, act) => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await act(one);
    expect(await idsOf()).not.toContain(one);
    expect(await idsOf()).toContain(two);
  });

  it('are of the newest fifteen cached days that have papers', async () => {
    await cacheDay(100, [paper(mine)]);
    const ids = Array.from({ length: 17 }, (_, place) => `2606.001${String(place).padStart(2, '0')}`);
    for (const [place, id] of ids.entries()) {
      await cacheDay(place * 2, [paper(id, { keywords: [] })]);
      await cacheDay(place * 2 + 1, []);
      await near(id, mine);
    }
    await savePaper(db, mine, now - day);
    expect((await idsOf()).toSorted()).toEqual(ids.slice(0, 15));
  });

  it('are forty at most', async () => {
    const ids = Array.from({ length: 60 }, (_, place) => `2606.01${String(place).padStart(3, '0')}`);
    await cacheDay(100, [paper(mine)]);
    await cacheDay(
      0,
      ids.map((id) => paper(id)),
    );
    for (const id of ids) await near(id, mine);
    await savePaper(db, mine, now - day);
    expect(await idsOf()).toHaveLength(40);
  });
});

describe('while the reader looks at the list', () => {
  const turnedAt = now - hour;

  it('what is saved or opened stays where it is, and changes nothing', async () => {
    await cacheWorld();
    await near(two, three);
    await savePaper(db, mine, now - day);
    await markOpened(db, [one], now - 1);
    await savePaper(db, two, now - 1);
    expect(await idsOf(turnedAt)).toEqual([one, two]);
    expect((await read(turnedAt)).papers).toMatchObject([{ seen: true }, { status: 'to-read' }]);
    expect(await idsOf()).toEqual([three]);
  });

  it('what is dismissed goes, and comes back in its place', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await setDismissed(db, one, true, now - 1);
    expect(await idsOf(turnedAt)).toEqual([two]);
    await setDismissed(db, one, false, now);
    expect(await idsOf(turnedAt)).toEqual([one, two]);
  });

  it('what was opened before and is saved now counts as opened', async () => {
    await cacheWorld();
    await markOpened(db, [mine], now - day);
    await savePaper(db, mine, now - 1);
    expect((await read(turnedAt)).papers[0]?.reasons).toMatchObject([{ kind: 'opened', id: mine }]);
  });
});

describe('beginning afresh', () => {
  it('makes nothing count that was done before, and keeps what was handled out', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await markOpened(db, [one], now - 2 * hour);
    await setDismissed(db, three, true, now - 2 * hour);
    await resetForYou(db, now - hour);
    expect(await idsOf()).toEqual([]);
    expect(await db.readingEntries.count()).toBe(1);

    await db.papers.put({ ...paper('2606.00009'), fetchedAt: now, origin: 'feed' });
    await near('2606.00009', one, two, three);
    await savePaper(db, '2606.00009', now - 1);
    expect(await idsOf()).toEqual([two, three]);
  });

  it('begins afresh for whoever looks at the list, too', async () => {
    await cacheWorld();
    await savePaper(db, mine, now - day);
    await resetForYou(db, now);
    expect(await idsOf(now - hour)).toEqual([]);
  });

  it('says that the disk is full, and changes nothing', async () => {
    await setDismissed(db, one, true, now - hour);
    const empty = fillDisk();
    try {
      await expect(resetForYou(db, now)).rejects.toMatchObject({ name: 'StoreError', code: 'disk-full' });
    } finally {
      empty();
    }
    expect(await db.seenPapers.get(one)).toMatchObject({ dismissedAt: now - hour });
  });
});
