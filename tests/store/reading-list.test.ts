import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { clearFeedCache, toStoredPaper } from '../../lib/store/papers';
import {
  importEntries,
  listEntries,
  removeEntry,
  restoreEntry,
  savePaper,
  setStatus,
} from '../../lib/store/reading-list';
import { guarded } from '../../lib/store/store-error';
import { readingEntries } from './arbitrary-entries';
import { entry, fillDisk, newDatabase, now, paper } from './stored-papers';

let db: PaperglossDatabase;
let emptyDisk = () => {};
beforeEach(async () => {
  db = newDatabase();
  const known = paper('2606.00001', {
    authors: ['Ada Lindqvist'],
    publishedAt: '2026-06-11',
    repository: 'Ada/Code',
    upvotes: 3,
  });
  await db.papers.bulkPut([known, paper('2606.00002')].map((one) => toStoredPaper(one, 'feed', now)));
});
afterEach(() => emptyDisk());

describe('saving a paper', () => {
  it('copies what the list needs of it', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    expect(saved).toEqual({
      id: '2606.00001',
      title: 'Title of 2606.00001',
      authors: ['Ada Lindqvist'],
      publishedAt: '2026-06-11',
      repository: 'Ada/Code',
      status: 'to-read',
      tags: [],
      note: '',
      addedAt: now,
      changedAt: now,
    });
    expect(await listEntries(db)).toEqual([saved]);
  });

  it('again changes nothing', async () => {
    await savePaper(db, '2606.00001', now);
    const done = await setStatus(db, '2606.00001', 'done', now + 1);
    expect(await savePaper(db, '2606.00001', now + 2)).toEqual(done);
    expect(await listEntries(db)).toEqual([done]);
  });

  it('works for an entry whose paper has left the cache', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    await clearFeedCache(db);
    expect(await savePaper(db, '2606.00001', now + 1)).toEqual(saved);
  });

  it('that is not in the cache is refused as such', async () => {
    const failed = savePaper(db, '2606.99999', now);
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'not-cached' });
    expect(await listEntries(db)).toEqual([]);
  });
});

describe('the status of an entry', () => {
  it('is changed with the time of the change, and nothing else', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    const changed = await setStatus(db, '2606.00001', 'reading', now + 5);
    expect(changed).toEqual({ ...saved, status: 'reading', changedAt: now + 5 });
    expect(await listEntries(db)).toEqual([changed]);
  });

  it('of a cached paper that is not in the list saves it', async () => {
    expect(await setStatus(db, '2606.00002', 'done', now)).toMatchObject({ status: 'done', addedAt: now });
    await expect(setStatus(db, '2606.99999', 'done', now)).rejects.toMatchObject({ code: 'not-cached' });
  });
});

describe('removing an entry', () => {
  it('gives it back, so that it can be restored as it was', async () => {
    await savePaper(db, '2606.00001', now);
    const done = await setStatus(db, '2606.00001', 'done', now + 1);
    expect(await removeEntry(db, '2606.00001')).toEqual(done);
    expect(await listEntries(db)).toEqual([]);
    expect(await removeEntry(db, '2606.00001')).toBeUndefined();
    expect(await restoreEntry(db, done)).toEqual(done);
    expect(await listEntries(db)).toEqual([done]);
  });

  it('and restoring it loses nothing of what was saved anew meanwhile', async () => {
    const removed = entry('2606.00001', { note: 'mine', tags: ['a'], addedAt: now - 9, changedAt: now - 5 });
    await savePaper(db, '2606.00001', now);
    expect(await restoreEntry(db, removed)).toMatchObject({ tags: ['a'], addedAt: now - 9, changedAt: now });
  });
});

it('lists what was added last first', async () => {
  await savePaper(db, '2606.00001', now);
  await savePaper(db, '2606.00002', now + 1);
  expect((await listEntries(db)).map(({ id }) => id)).toEqual(['2606.00002', '2606.00001']);
});

describe('an import', () => {
  it('adds what is new, merges what is there, and counts both', async () => {
    await savePaper(db, '2606.00001', now);
    const incoming = [
      entry('2606.00001', { status: 'done', changedAt: now + 1 }),
      entry('2606.00002'),
      entry('2606.00002', { tags: ['twice'] }),
    ];
    expect(await importEntries(db, incoming)).toEqual({ added: 1, merged: 1 });
    expect((await db.readingEntries.get('2606.00001'))?.status).toBe('done');
    expect((await db.readingEntries.get('2606.00002'))?.tags).toEqual(['twice']);
  });

  it('of the same entries once more changes nothing, and their order does not matter', async () => {
    const shuffled = fc
      .array(readingEntries, { maxLength: 4 })
      .chain((lists) =>
        fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
      );
    const inOrder = async (lists: ReadingEntry[][]) => {
      const list = newDatabase();
      for (const entries of lists) await importEntries(list, entries);
      const result = await list.readingEntries.toArray();
      list.close();
      return result;
    };
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lists, reordered]) => {
        const once = await inOrder(lists);
        expect(await inOrder(reordered)).toEqual(once);
        expect(await inOrder([...lists, ...reordered])).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });
});

describe('two tabs at once', () => {
  it('lose neither of two saves, nor two changes of one entry', async () => {
    const other = openDatabase(db.name);
    await Promise.all([savePaper(db, '2606.00001', now), savePaper(other, '2606.00002', now)]);
    expect(await db.readingEntries.count()).toBe(2);
    const tagged = entry('2606.00001', { tags: ['from a file'], changedAt: 0 });
    await Promise.all([setStatus(db, '2606.00001', 'done', now + 1), importEntries(other, [tagged])]);
    expect(await db.readingEntries.get('2606.00001')).toMatchObject({
      status: 'done',
      tags: ['from a file'],
    });
    other.close();
  });

  it('save one paper once', async () => {
    const other = openDatabase(db.name);
    const [one, two] = await Promise.all([
      savePaper(db, '2606.00001', now),
      savePaper(other, '2606.00001', now + 1),
    ]);
    expect(one).toEqual(two);
    other.close();
  });
});

describe('a full disk', () => {
  it.each([
    ['saving', () => savePaper(db, '2606.00002', now)],
    ['changing', () => setStatus(db, '2606.00001', 'done', now)],
    ['restoring', () => restoreEntry(db, entry('2606.00003'))],
    ['importing', () => importEntries(db, [entry('2606.00003'), entry('2606.00004')])],
  ])('makes %s fail loudly, and leaves the list intact', async (_name, write) => {
    const saved = await savePaper(db, '2606.00001', now);
    emptyDisk = fillDisk();
    await expect(write()).rejects.toMatchObject({ name: 'StoreError', code: 'disk-full' });
    emptyDisk();
    expect(await listEntries(db)).toEqual([saved]);
  });

  it('is recognised inside the error of an aborted transaction, too', async () => {
    const quota = new DOMException('no room', 'QuotaExceededError');
    const aborted = new Dexie.AbortError('aborted', new Dexie.UnknownError('unknown', quota));
    await expect(guarded(() => Promise.reject(aborted))).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('is not seen in other errors, which pass as they are', async () => {
    for (const error of [new Error('other'), 'text', undefined]) {
      await expect(guarded(() => Promise.reject(error))).rejects.toBe(error);
    }
  });
});
