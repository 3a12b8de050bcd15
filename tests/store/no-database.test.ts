// A browser without IndexedDB, as Node without the stand-in for it is one.
import { describe, expect, it } from 'vitest';
import { readDailyList } from '../../lib/store/daily-list';
import { newDatabase, now, savePaper } from './stored-papers';

describe('a browser that gives no database', () => {
  it('is told as such by what writes', async () => {
    const failed = savePaper(newDatabase(), '2606.00001', now);
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  });

  it('leaves the popup a list that says so', async () => {
    expect(await readDailyList(newDatabase(), undefined, now)).toMatchObject({
      source: 'none',
      papers: [],
      sync: {},
      failure: { code: 'internal', detail: 'This window of the browser keeps no data.' },
    });
  });
});
