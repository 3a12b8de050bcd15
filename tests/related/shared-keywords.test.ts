import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseFeedItems } from '../../lib/feed/feed-schema';
import type { StoredPaper } from '../../lib/papers/paper';
import { findRelated } from '../../lib/related/shared-keywords';
import type { PaperglossDatabase } from '../../lib/store/database';
import { storeFeedDay } from '../../lib/store/feed-days';
import { toStoredPaper } from '../../lib/store/papers';
import { savePaper } from '../../lib/store/reading-list';
import { newDatabase, now, paper } from '../store/stored-papers';

let db: PaperglossDatabase;
beforeEach(() => {
  db = newDatabase();
});

const put = (...papers: ReturnType<typeof paper>[]) =>
  db.papers.bulkPut(papers.map((one) => toStoredPaper(one, 'feed', now)));

async function relatedTo(id: string, limit?: number) {
  const stored = await db.papers.get(id);
  return findRelated(db, stored as StoredPaper, limit);
}

const idsOf = (related: { id: string }[]) => related.map(({ id }) => id);

const fill = (count: number, keyword: string, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    paper(`2501.${String(10_000 + from + index)}`, { keywords: [keyword], day: '2025-01-15' }),
  );

describe('papers related to one', () => {
  it('are those of its repository first, then those with its keywords, each with the reason', async () => {
    await put(
      paper('2606.00001', { repository: 'Ada/Code', keywords: ['KV Cache', 'Decoding', 'LLMs'] }),
      paper('2606.00002', { keywords: ['kv cache', 'decoding'] }),
      paper('2606.00003', { repository: 'ada/code' }),
      paper('2606.00004', { keywords: ['weather'] }),
    );
    expect(await relatedTo('2606.00001')).toEqual([
      {
        id: '2606.00003',
        title: 'Title of 2606.00003',
        reason: { kind: 'repository', repository: 'Ada/Code' },
        saved: false,
      },
      {
        id: '2606.00002',
        title: 'Title of 2606.00002',
        reason: { kind: 'keywords', keywords: ['KV Cache', 'Decoding'] },
        saved: false,
      },
    ]);
  });

  it('share rare keywords rather than common ones, and name the rarest first', async () => {
    await put(
      ...fill(50, 'common'),
      paper('2606.00001', { keywords: ['common', 'rare', 'other'] }),
      paper('2606.00002', { keywords: ['rare', 'common'] }),
      paper('2606.00003', { keywords: ['common', 'other'] }),
      paper('2606.00004', { keywords: ['other'] }),
    );
    const related = await relatedTo('2606.00001');
    expect(idsOf(related).slice(0, 3)).toEqual(['2606.00002', '2606.00003', '2606.00004']);
    expect(related[0]?.reason).toEqual({ kind: 'keywords', keywords: ['rare', 'common'] });
  });

  it('of equal weight are the newest', async () => {
    await put(
      paper('2606.00009', { keywords: ['k'], day: '2026-06-12' }),
      paper('2606.00003', { keywords: ['k'], day: '2026-06-10' }),
      paper('2606.00002', { keywords: ['k'], day: '2026-06-11' }),
      paper('2606.00004', { keywords: ['k'], publishedAt: '2026-06-09' }),
    );
    expect(idsOf(await relatedTo('2606.00009'))).toEqual(['2606.00002', '2606.00003', '2606.00004']);
  });

  it('are five at most, and fewer where fewer are wanted', async () => {
    await put(...fill(20, 'k'));
    expect(await relatedTo('2501.10000')).toHaveLength(5);
    expect(await relatedTo('2501.10000', 2)).toHaveLength(2);
  });

  it('of one repository leave room for others, but fill it where there are none', async () => {
    const siblings = Array.from({ length: 6 }, (_, index) =>
      paper(`2606.0010${index}`, { repository: 'Ada/Code', keywords: index === 0 ? ['k'] : [] }),
    );
    await put(...siblings);
    expect(idsOf(await relatedTo('2606.00100'))).toHaveLength(5);
    await put(...fill(5, 'k'));
    const kinds = (await relatedTo('2606.00100')).map(({ reason }) => reason.kind);
    expect(kinds).toEqual(['repository', 'repository', 'repository', 'keywords', 'keywords']);
  });

  it('are named once, although repository and keywords agree', async () => {
    await put(
      paper('2606.00001', { repository: 'Ada/Code', keywords: ['k'] }),
      paper('2606.00002', { repository: 'Ada/Code', keywords: ['k'] }),
    );
    expect(idsOf(await relatedTo('2606.00001'))).toEqual(['2606.00002']);
  });

  it('carry the mark of the reading list', async () => {
    await put(paper('2606.00001', { keywords: ['k'] }), paper('2606.00002', { keywords: ['k'] }));
    await savePaper(db, '2606.00002', now);
    expect(await relatedTo('2606.00001')).toMatchObject([{ id: '2606.00002', saved: true }]);
  });

  it('are none for a paper without repository and keywords, or that no other resembles', async () => {
    await put(paper('2606.00001'), paper('2606.00002', { keywords: ['alone'] }), paper('2606.00003'));
    expect(await relatedTo('2606.00001')).toEqual([]);
    expect(await relatedTo('2606.00002')).toEqual([]);
  });

  it('are found for a paper that is not stored', async () => {
    await put(paper('2606.00002', { keywords: ['k'] }));
    const foreign = toStoredPaper(paper('2606.00001', { keywords: ['K'] }), 'feed', now);
    expect(await findRelated(db, foreign)).toMatchObject([{ id: '2606.00002', reason: { keywords: ['K'] } }]);
  });
});

describe('a keyword of very many papers', () => {
  it('is no relation on its own', async () => {
    await put(...fill(300, 'llms'), paper('2606.00001', { keywords: ['LLMs'] }));
    expect(await relatedTo('2606.00001')).toEqual([]);
  });

  it('is one together with another, newest first, when nothing rarer relates', async () => {
    await put(
      ...fill(300, 'llms'),
      ...fill(300, 'decoding', 1_000),
      paper('2606.00001', { keywords: ['LLMs', 'Decoding'] }),
      paper('2606.00002', { keywords: ['LLMs', 'Decoding'] }),
    );
    const related = await relatedTo('2606.00001');
    expect(idsOf(related)).toEqual(['2606.00002']);
    expect(related[0]?.reason).toEqual({ kind: 'keywords', keywords: ['LLMs', 'Decoding'] });
  });

  it('is never read to its end', async () => {
    await put(...fill(3_000, 'llms'), paper('2606.00001', { keywords: ['LLMs'] }));
    const limits: unknown[] = [];
    const read = IDBIndex.prototype.getAllKeys;
    IDBIndex.prototype.getAllKeys = function (...parameters: Parameters<typeof read>) {
      // Dexie hands in either (query, count) or one object of both.
      const [query, count] = parameters;
      limits.push(count ?? Reflect.get(Object(query), 'count'));
      return read.apply(this, parameters);
    };
    let steps = 0;
    const step = IDBCursor.prototype.continue;
    IDBCursor.prototype.continue = function (key) {
      steps += 1;
      return step.call(this, key);
    };
    await relatedTo('2606.00001');
    IDBIndex.prototype.getAllKeys = read;
    IDBCursor.prototype.continue = step;
    expect(limits).toEqual([201, 40]);
    expect(steps).toBeLessThan(100);
  });
});

it('finds neighbours that make sense among the made-up days', async () => {
  for (const day of ['2026-06-10', '2026-06-11', '2026-06-12']) {
    const json = readFileSync(new URL(`../fixtures/feed/${day}.json`, import.meta.url), 'utf8');
    await storeFeedDay(db, {
      day,
      papers: parseFeedItems(JSON.parse(json)).papers,
      rejected: 0,
      fetchedAt: now,
    });
  }
  const related = await relatedTo('2606.18203');
  expect(related).toHaveLength(5);
  expect(related[0]).toMatchObject({ id: '2606.17011', reason: { kind: 'repository' } });
  expect(related[1]).toMatchObject({ reason: { kind: 'keywords' } });
  expect(idsOf(related)).toContain('2606.15634');
});
