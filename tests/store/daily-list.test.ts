import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DailyList } from '../../lib/store/daily-list';
import type { PaperglossDatabase } from '../../lib/store/database';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { storePaper, toStoredPaper } from '../../lib/store/papers';
import { readList } from '../../lib/store/read-list';
import { markShown } from '../../lib/store/seen-papers';
import { writeSyncState } from '../../lib/store/sync-state';
import { hour, newDatabase, now, paper, savePaper, setStatus } from './stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});

const store = (day: string, ...papers: ReturnType<typeof paper>[]) =>
  storeFeedDay(db, { day, papers, rejected: 0, fetchedAt: now });

const readDay = (asked?: string) =>
  readList(db, asked ? { view: 'day', day: asked } : { view: 'day' }, { now, since: now, rules: [] });

const ids = ({ papers }: DailyList) => papers.map(({ id }) => id);
const failure = { code: 'feed-failed', detail: 'It is down.' } as const;

describe('the list of the newest day', () => {
  it('is that of the newest day with papers, best first, with places and saved marks', async () => {
    await store('2026-06-10', paper('2606.00009'));
    await store('2026-06-11', paper('2606.00001', { upvotes: 3 }), paper('2606.00002', { upvotes: 5 }));
    await store('2026-06-12');
    await savePaper(db, '2606.00001', now);
    await setStatus(db, '2606.00001', 'done', now);
    const list = await readDay();
    expect(list).toMatchObject({
      query: { view: 'day', day: '2026-06-11' },
      source: 'feed',
      day: '2026-06-11',
      previousDay: '2026-06-10',
      fetchedAt: now,
    });
    expect(list.nextDay).toBeUndefined();
    expect(list.papers.map(({ id, rank, status }) => [id, rank, status])).toEqual([
      ['2606.00002', 1, undefined],
      ['2606.00001', 2, 'done'],
    ]);
  });

  it('carries an abstract only where there is no summary', async () => {
    const abstract = 'What was done.';
    await store(
      '2026-06-11',
      paper('2606.00001', { abstract, upvotes: 2 }),
      paper('2606.00002', { abstract, summary: 'In short.' }),
    );
    const { papers } = await readDay();
    expect(papers.map((row) => [row.summary, row.abstract])).toEqual([
      [undefined, abstract],
      ['In short.', ''],
    ]);
    expect(papers[0]).not.toHaveProperty('repositoryKey');
    expect(papers[0]).not.toHaveProperty('rankOf');
  });

  it('is that of an empty day where no day has papers', async () => {
    await store('2026-06-12');
    expect(await readDay()).toEqual({
      query: { view: 'day', day: '2026-06-12' },
      source: 'feed',
      day: '2026-06-12',
      papers: [],
      fetchedAt: now,
      sync: {},
    });
  });
});

describe('the list of a day that was asked for', () => {
  it('names the nearest days with papers on both sides', async () => {
    await store('2026-06-05', paper('2606.00001'));
    await store('2026-06-08', paper('2606.00002'));
    await store('2026-06-09');
    await store('2026-06-10', paper('2606.00003'));
    await recordDayFailure(db, '2026-06-11', failure, now);
    await store('2026-06-12', paper('2606.00004'));
    const list = await readDay('2026-06-10');
    expect(ids(list)).toEqual(['2606.00003']);
    expect([list.previousDay, list.nextDay]).toEqual(['2026-06-08', '2026-06-12']);
  });

  it('and has no papers says when that was found out', async () => {
    await store('2026-06-11');
    expect(await readDay('2026-06-11')).toMatchObject({
      source: 'feed',
      papers: [],
      fetchedAt: now,
    });
  });

  it('and is not cached says so, and still shows the way to others', async () => {
    await store('2026-06-12', paper('2606.00004'));
    const list = await readDay('2026-06-10');
    expect(list).toMatchObject({ source: 'none', day: '2026-06-10', papers: [], nextDay: '2026-06-12' });
    expect(list.fetchedAt).toBeUndefined();
  });

  it('and never arrived says why', async () => {
    await recordDayFailure(db, '2026-06-11', failure, now);
    const list = await readDay('2026-06-11');
    expect(list).toMatchObject({ source: 'none', day: '2026-06-11', papers: [], failure });
    expect(list.fetchedAt).toBeUndefined();
  });

  it('and failed to be fetched again shows what is there and why', async () => {
    await store('2026-06-11', paper('2606.00001'));
    await recordDayFailure(db, '2026-06-11', failure, now);
    const list = await readDay('2026-06-11');
    expect(list).toMatchObject({ source: 'feed', fetchedAt: now, failure });
    expect(ids(list)).toEqual(['2606.00001']);
  });
});

describe('before the first day has arrived', () => {
  const starter = (id: string, publishedAt?: string) =>
    toStoredPaper(paper(id, { publishedAt, summary: 'S.' }), 'starter', now);

  it('the starter feed stands in, newest first', async () => {
    await db.papers.bulkPut([
      starter('2401.00001', '2024-01-02'),
      starter('2509.00001', '2025-09-30'),
      starter('2401.00002'),
    ]);
    await storePaper(db, paper('2606.00001'), now);
    const list = await readDay();
    expect(list).toMatchObject({ query: { view: 'day' }, source: 'starter' });
    expect(list.day).toBeUndefined();
    expect(ids(list)).toEqual(['2509.00001', '2401.00001', '2401.00002']);
  });

  it('it stands in, too, when the first day failed or was empty', async () => {
    await db.papers.put(starter('2401.00001'));
    await store('2026-06-11');
    await recordDayFailure(db, '2026-06-12', failure, now);
    expect(await readDay()).toMatchObject({ source: 'starter', failure });
  });

  it('it gives way to the first papers', async () => {
    await db.papers.put(starter('2401.00001'));
    await store('2026-06-12', paper('2606.00001'));
    const list = await readDay();
    expect(list.source).toBe('feed');
    expect(ids(list)).toEqual(['2606.00001']);
  });

  it('an empty store has nothing to say', async () => {
    expect(await readDay()).toEqual({ query: { view: 'day' }, source: 'none', papers: [], sync: {} });
  });
});

it('carries the marks of the reader', async () => {
  await store('2026-06-12', paper('2606.00001', { upvotes: 9, title: 'On caches' }), paper('2606.00002'));
  await markShown(db, [{ id: '2606.00001', upvotes: 4 }], 0, now - hour);
  const rules = [{ kind: 'keyword', text: 'caches' }] as const;
  const { papers } = await readList(db, { view: 'day' }, { now, since: now, rules });
  expect(papers).toMatchObject([{ gained: 5, watched: rules[0] }, { unseen: true }]);
});

it('says how the sync is doing', async () => {
  const running = { day: '2026-06-12', since: now, done: 1, planned: 22 };
  await writeSyncState(db, { running });
  expect((await readDay()).sync).toEqual({ running });
});
