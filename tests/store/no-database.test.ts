// A browser without IndexedDB, as Node without the stand-in for it is one.
import { describe, expect, it } from 'vitest';
import { readList } from '../../lib/store/read-list';
import { newDatabase, now, savePaper } from './stored-papers';

describe('a browser that gives no database', () => {
  it('is told as such by what writes', async () => {
    const failed = savePaper(newDatabase(), '2606.00001', now);
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  });

  it.each([
    { view: 'day', day: '2026-06-12' },
    { view: 'week', week: '2026-W24' },
    { view: 'trending' },
    { view: 'for-you' },
  ] as const)('leaves the popup a list that says so: %j', async (query) => {
    expect(await readList(newDatabase(), query, { now, since: now, rules: [] })).toMatchObject({
      query,
      source: 'none',
      papers: [],
      sync: {},
      failure: { code: 'unavailable', detail: 'This window of the browser keeps no data.' },
    });
  });
});
