import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { clearFeedCache } from '../../lib/store/papers';
import { appendRequests, maxRequests, type RequestRecord, readRequests } from '../../lib/store/request-log';
import { fillDisk, newDatabase, now } from './stored-papers';

const request = (at: number, more: Partial<RequestRecord> = {}): RequestRecord => ({
  at,
  method: 'GET',
  url: `https://huggingface.co/api/daily_papers?p=${at}`,
  purpose: 'feed',
  status: 200,
  ...more,
});
const timesOf = (records: RequestRecord[]) => records.map(({ at }) => at);

describe('the log of requests', () => {
  it('is empty at first', async () => {
    expect(await readRequests(newDatabase())).toEqual([]);
  });

  it('keeps what was told, newest first', async () => {
    const db = newDatabase();
    const failed = request(2, { status: undefined, failed: 'not reached', purpose: 'arxiv' });
    await appendRequests(db, [request(1)]);
    await appendRequests(db, [failed, request(3, { count: 12, purpose: 'images' })]);
    expect(await readRequests(db)).toEqual([
      request(3, { count: 12, purpose: 'images' }),
      failed,
      request(1),
    ]);
  });

  it('has a call that took long where it was made, and of two at one time the later told first', async () => {
    const db = newDatabase();
    await appendRequests(db, [request(5)]);
    await appendRequests(db, [request(4), request(5, { status: 404 })]);
    expect(await readRequests(db)).toEqual([request(5, { status: 404 }), request(5), request(4)]);
  });

  it('keeps the last fifty', async () => {
    const db = newDatabase();
    const many = Array.from({ length: maxRequests + 10 }, (_, number) => request(number));
    await appendRequests(db, many.slice(0, 30));
    await appendRequests(db, many.slice(30));
    expect(timesOf(await readRequests(db))).toEqual(timesOf(many.slice(10).toReversed()));
  });

  it('loses none of those that are told at once', async () => {
    const db = newDatabase();
    await Promise.all([1, 2, 3, 4].map((at) => appendRequests(db, [request(at)])));
    expect(timesOf(await readRequests(db))).toEqual([4, 3, 2, 1]);
  });

  it('cuts an endless address', async () => {
    const db = newDatabase();
    await appendRequests(db, [request(1, { url: `https://a.example/${'x'.repeat(9_000)}` })]);
    expect((await readRequests(db))[0]?.url).toHaveLength(2_000);
  });

  it('outlives a cleared cache', async () => {
    const db = newDatabase();
    await appendRequests(db, [request(now)]);
    await clearFeedCache(db);
    expect(await readRequests(db)).toEqual([request(now)]);
  });

  it('says so where nothing can be kept', async () => {
    const db = newDatabase();
    await db.open();
    const freeDisk = fillDisk();
    await expect(appendRequests(db, [request(1)])).rejects.toMatchObject({ code: 'disk-full' });
    freeDisk();
    await expect(appendRequests(db, [])).resolves.toBeUndefined();
  });
});
