import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../lib/papers/target';
import { recordDayFailure, storeFeedDay } from '../../lib/store/feed-days';
import { storeFeedList } from '../../lib/store/feed-lists';
import { isKnownMiss, recordMiss } from '../../lib/store/missed-look-ups';
import {
  clearFeedCache,
  dropBeyondHorizon,
  lookUp,
  storeArxivPapers,
  storePaper,
  toStoredPaper,
} from '../../lib/store/papers';
import { listEntries } from '../../lib/store/reading-list';
import { markShown } from '../../lib/store/seen-papers';
import { callLog, readSyncState, writeSyncState } from '../../lib/store/sync-state';
import { day as dayLength, fillDisk, newDatabase, now, paper, savePaper } from './stored-papers';

const friday = '2026-06-12';

async function storeOn(db: ReturnType<typeof newDatabase>, day: string, ...ids: string[]) {
  const papers = ids.map((id) => paper(id));
  await storeFeedDay(db, { day, papers, rejected: 0, fetchedAt: Date.parse(`${day}T12:00:00Z`) });
}

describe('a look-up', () => {
  async function filled() {
    const db = newDatabase();
    await db.papers.bulkPut([
      toStoredPaper(paper('2606.00001', { repository: 'Ada/Code', upvotes: 3 }), 'feed', now),
      toStoredPaper(paper('2606.00002', { repository: 'ada/code', upvotes: 8 }), 'feed', now),
      toStoredPaper(paper('2606.00003'), 'starter', now),
    ]);
    return db;
  }
  const idsOf = (found: { id: string }[][]) => found.map((papers) => papers.map(({ id }) => id));

  it('answers each target in the order asked, misses and repetitions included', async () => {
    const targets: Target[] = [
      { kind: 'paper', id: '2606.00003' },
      { kind: 'repository', slug: 'nobody/nothing' },
      { kind: 'paper', id: '2606.99999' },
      { kind: 'repository', slug: 'Ada/CODE' },
      { kind: 'paper', id: '2606.00001' },
      { kind: 'paper', id: '2606.00003' },
    ];
    expect(idsOf(await lookUp(await filled(), targets))).toEqual([
      ['2606.00003'],
      [],
      [],
      ['2606.00002', '2606.00001'],
      ['2606.00001'],
      ['2606.00003'],
    ]);
  });

  it('of nothing is nothing', async () => {
    expect(await lookUp(await filled(), [])).toEqual([]);
  });

  it('agrees with one look-up a target, for any targets', async () => {
    const db = await filled();
    const target = fc.oneof(
      fc
        .constantFrom('2606.00001', '2606.00002', '2606.00003', '2606.00009')
        .map((id) => ({ kind: 'paper', id })),
      fc
        .constantFrom('ada/code', 'ADA/code', 'a/b', 'constructor')
        .map((slug) => ({ kind: 'repository', slug })),
    ) as fc.Arbitrary<Target>;
    await fc.assert(
      fc.asyncProperty(fc.array(target, { maxLength: 20 }), async (targets) => {
        const alone = await Promise.all(targets.map(async (one) => (await lookUp(db, [one]))[0]));
        expect(await lookUp(db, targets)).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a paper that was looked up on its own', () => {
  it('is stored like one of a day, without rank', async () => {
    const db = newDatabase();
    await storePaper(db, paper('2606.00001', { repository: 'A/B', day: '2025-01-15' }), now);
    expect(await db.papers.get('2606.00001')).toEqual({
      ...paper('2606.00001', { repository: 'A/B', day: '2025-01-15' }),
      repositoryKey: 'a/b',
      fetchedAt: now,
      origin: 'feed',
    });
  });

  it('keeps the place and the facts its day gave it, and takes what is newer', async () => {
    const db = newDatabase();
    const known = paper('2606.00001', { upvotes: 3, comments: 4, summary: 'Known.' });
    await storeFeedDay(db, { day: friday, papers: [known], rejected: 0, fetchedAt: now });
    await storePaper(db, paper('2606.00001', { upvotes: 9, comments: undefined, day: undefined }), now + 1);
    expect(await db.papers.get('2606.00001')).toMatchObject({
      day: friday,
      rank: 1,
      rankOf: 1,
      upvotes: 9,
      comments: 4,
      summary: 'Known.',
      fetchedAt: now + 1,
    });
    expect(await db.papers.where('day').equals(friday).count()).toBe(1);
  });

  it('replaces a starter paper as a whole', async () => {
    const db = newDatabase();
    await db.papers.put(toStoredPaper(paper('2606.00001', { summary: 'Starter.' }), 'starter', 0));
    await storePaper(db, paper('2606.00001'), now);
    const stored = await db.papers.get('2606.00001');
    expect(stored?.origin).toBe('feed');
    expect(stored?.summary).toBeUndefined();
  });
});

describe('papers arXiv told about', () => {
  const idsQueued = async (db: ReturnType<typeof newDatabase>) =>
    (await db.indexQueue.toArray()).flatMap(({ ids }) => ids);

  it('are cached as such, found by repository, and queued for the index', async () => {
    const db = newDatabase();
    await storeArxivPapers(db, [paper('2606.00001', { repository: 'Ada/Code' })], now);
    const [found] = await lookUp(db, [{ kind: 'repository', slug: 'ada/code' }]);
    expect(found).toMatchObject([{ id: '2606.00001', origin: 'arxiv', fetchedAt: now }]);
    expect(await idsQueued(db)).toEqual(['2606.00001']);
  });

  it.each(['feed', 'starter', 'arxiv'] as const)('leave what is cached from %s as it is', async (origin) => {
    const db = newDatabase();
    const known = toStoredPaper(paper('2606.00001', { summary: 'Known.', upvotes: 3 }), origin, now);
    await db.papers.put(known);
    await storeArxivPapers(db, [paper('2606.00001'), paper('2606.00002')], now + 1);
    expect(await db.papers.get('2606.00001')).toEqual(known);
    expect(await db.papers.count()).toBe(2);
    expect(await idsQueued(db)).toEqual(['2606.00002']);
  });

  it('are replaced as a whole by what the feed says later', async () => {
    const db = newDatabase();
    await storeArxivPapers(db, [paper('2606.00001', { abstract: 'Of arXiv.' })], now);
    await storePaper(db, paper('2606.00001', { upvotes: 9 }), now + 1);
    expect(await db.papers.get('2606.00001')).toMatchObject({ origin: 'feed', upvotes: 9, abstract: '' });
  });

  it('fail loudly on a full disk', async () => {
    const db = newDatabase();
    await db.open();
    const emptyDisk = fillDisk();
    const storing = storeArxivPapers(db, [paper('2606.00001')], now);
    await expect(storing).rejects.toMatchObject({ code: 'disk-full' });
    emptyDisk();
    expect(await db.papers.count()).toBe(0);
  });
});

describe('clearing the cache', () => {
  it('forgets all that came from the feed, and counts the papers', async () => {
    const db = newDatabase();
    await storeOn(db, friday, '2606.00001', '2606.00002');
    await writeSyncState(db, { lastSuccessAt: now });
    await recordMiss(db, '2606.00009', () => now);
    await storeFeedList(db, { view: 'trending' }, [paper('2606.00001', { upvotes: 1 })], now);
    await db.momentum.put({ day: friday, paperIds: [], snapshots: [] });
    await markShown(db, [{ id: '2606.00001' }], 0, now);
    expect(await clearFeedCache(db)).toBe(2);
    expect(await db.papers.count()).toBe(0);
    for (const table of [db.feedDays, db.feedLists, db.momentum, db.seenPapers]) {
      expect(await table.count()).toBe(0);
    }
    expect(await readSyncState(db, now)).toEqual({});
    expect(await isKnownMiss(db, '2606.00009', now)).toBe(false);
  });

  it('leaves the reading list and the log of calls', async () => {
    const db = newDatabase();
    await storeOn(db, friday, '2606.00001');
    const saved = await savePaper(db, '2606.00001', now);
    await callLog(db).write([now]);
    await clearFeedCache(db);
    expect(await listEntries(db)).toEqual([saved]);
    expect(await callLog(db).read()).toEqual([now]);
  });
});

describe('the horizon', () => {
  it('takes days and papers from before it, and nothing else', async () => {
    const db = newDatabase();
    await storeOn(db, '2026-05-12', '2605.00001', '2605.00002');
    await storeOn(db, '2026-05-13', '2605.00003');
    await storeOn(db, friday, '2606.00001');
    await recordDayFailure(db, '2026-05-11', { code: 'offline', detail: '' }, 0);
    await db.papers.put(toStoredPaper(paper('2401.00001'), 'starter', 0));
    const saved = await savePaper(db, '2605.00001', now);
    expect(await dropBeyondHorizon(db, 30, now)).toBe(2);
    expect(await db.feedDays.toCollection().primaryKeys()).toEqual(['2026-05-13', friday]);
    expect(await db.papers.toCollection().primaryKeys()).toEqual(['2401.00001', '2605.00003', '2606.00001']);
    expect(await listEntries(db)).toEqual([saved]);
  });

  it('leaves what a reader has asked for from before it, for a day', async () => {
    const db = newDatabase();
    const papers = [paper('2501.00001')];
    await storeFeedDay(db, { day: '2025-01-15', papers, rejected: 0, fetchedAt: now });
    await storePaper(db, paper('2501.00002', { day: '2025-01-16' }), now);
    expect(await dropBeyondHorizon(db, 30, now + dayLength - 1)).toBe(0);
    expect(await db.feedDays.count()).toBe(1);
    expect(await dropBeyondHorizon(db, 30, now + dayLength)).toBe(2);
    expect(await db.feedDays.count()).toBe(0);
  });

  it('takes the upvotes of days as they went once these have come to rest', async () => {
    const db = newDatabase();
    for (const day of ['2026-06-02', '2026-06-03', friday]) {
      await db.momentum.put({ day, paperIds: [], snapshots: [] });
    }
    await dropBeyondHorizon(db, 30, now);
    expect(await db.momentum.toCollection().primaryKeys()).toEqual(['2026-06-03', friday]);
  });

  it('takes lists that nobody has asked for in 60 days', async () => {
    const db = newDatabase();
    await storeFeedList(db, { view: 'week', week: '2026-W01' }, [], now - 60 * dayLength - 1);
    await storeFeedList(db, { view: 'week', week: '2026-W02' }, [], now - 60 * dayLength);
    await dropBeyondHorizon(db, 30, now);
    expect(await db.feedLists.toCollection().primaryKeys()).toEqual(['week=2026-W02']);
  });

  it('takes a list with its papers, because a part of it would pass for all; what is trending goes on without', async () => {
    const db = newDatabase();
    const old = paper('2501.00001', { day: '2025-01-15' });
    const young = paper('2606.00001', { day: friday });
    await storeFeedList(db, { view: 'month', month: '2025-01' }, [old], now);
    await storeFeedList(db, { view: 'month', month: '2026-06' }, [young], now);
    await storeFeedList(db, { view: 'trending' }, [young, old], now);
    expect(await dropBeyondHorizon(db, 30, now + dayLength - 1)).toBe(0);
    expect(await db.feedLists.count()).toBe(3);
    expect(await dropBeyondHorizon(db, 30, now + dayLength)).toBe(1);
    expect(await db.feedLists.toCollection().primaryKeys()).toEqual(['month=2026-06', 'trending']);
  });
});
