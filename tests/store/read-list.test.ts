import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../../lib/papers/list-query';
import { storeFeedDay } from '../../lib/store/feed-days';
import { storeFeedList } from '../../lib/store/feed-lists';
import { readList } from '../../lib/store/read-list';
import { newDatabase, now, paper } from './stored-papers';

const context = { now, since: now, rules: [] };

describe('the list a page asks for', () => {
  it.each<[ListQuery, ListQuery, string[]]>([
    [{ view: 'day' }, { view: 'day', day: '2026-06-12' }, ['2606.00001']],
    [{ view: 'day', day: '2026-06-11' }, { view: 'day', day: '2026-06-11' }, []],
    [{ view: 'week', week: '2026-W24' }, { view: 'week', week: '2026-W24' }, ['2606.00001']],
    [{ view: 'month', month: '2026-06' }, { view: 'month', month: '2026-06' }, ['2606.00001']],
    [{ view: 'trending' }, { view: 'trending' }, ['2606.00002']],
    [{ view: 'for-you' }, { view: 'for-you' }, []],
  ])('as %j is that one', async (asked, query, ids) => {
    const db = newDatabase();
    await storeFeedDay(db, { day: '2026-06-12', papers: [paper('2606.00001')], rejected: 0, fetchedAt: now });
    await storeFeedList(db, { view: 'trending' }, [paper('2606.00002')], now);
    const list = await readList(db, asked, context);
    expect(list.query).toEqual(query);
    expect(list.papers.map(({ id }) => id)).toEqual(ids);
  });

  it('rejects where something else than the browser fails', async () => {
    const db = newDatabase();
    const list: ListQuery = { view: 'month', month: 'June' };
    await expect(readList(db, list, context)).rejects.toThrow(RangeError);
  });
});
