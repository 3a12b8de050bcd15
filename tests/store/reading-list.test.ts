import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../../lib/papers/merge-entries';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { clearFeedCache, toStoredPaper } from '../../lib/store/papers';
import {
  changeEntries,
  importPapers,
  listEntries,
  listRecords,
  mergeIntoList,
  removeEntries,
  restoreEntries,
  savePapers,
  untitledIds,
} from '../../lib/store/reading-list';
import { guarded } from '../../lib/store/store-error';
import { readingEntries } from './arbitrary-entries';
import { at, entry, fillDisk, newDatabase, now, paper, savePaper, setStatus } from './stored-papers';

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

const kept = async (id: string) => (await listEntries(db)).find((one) => one.id === id);

describe('saving a paper', () => {
  it('copies what the list needs of it, and notes what was known of it then', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    expect(saved).toMatchObject({
      id: '2606.00001',
      title: 'Title of 2606.00001',
      authors: ['Ada Lindqvist'],
      publishedAt: '2026-06-11',
      repository: 'Ada/Code',
      status: 'to-read',
      stars: 0,
      tags: [],
      note: '',
      addedAt: now,
      changedAt: now,
      whenSaved: { at: now, cached: true, upvotes: 3, hasCode: true, hasSummary: false },
      removed: [],
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
    expect((await savePapers(db, ['2606.00001'], at(now + 1), true)).entries).toEqual([saved]);
  });

  it('that is not in the cache is refused where only cached ones may be saved, and none of the others either', async () => {
    const failed = savePapers(db, ['2606.00001', '2606.99999'], at(now), true);
    await expect(failed).rejects.toMatchObject({ name: 'StoreError', code: 'not-cached' });
    expect(await listEntries(db)).toEqual([]);
  });

  it('that is not in the cache saves it by its id, and its title is still to be learned', async () => {
    await savePaper(db, '2606.00001', now);
    const saved = await savePaper(db, '2606.99999', now);
    expect(saved).toMatchObject({ title: '', authors: [], whenSaved: { cached: false } });
    expect(await untitledIds(db)).toEqual(['2606.99999']);
  });

  it('several times in one message saves it once', async () => {
    const { entries } = await savePapers(db, ['2606.00001', '2606.00001'], at(now));
    expect(entries).toHaveLength(1);
  });

  it('once more after it was removed begins anew', async () => {
    await savePaper(db, '2606.00001', now);
    const change = { status: 'done', stars: 2, note: 'old', addTags: ['old'] } as const;
    await changeEntries(db, [{ id: '2606.00001', change: { ...change, addTags: ['old'] } }], at(now + 1));
    await removeEntries(db, ['2606.00001'], now + 2);
    const again = await savePaper(db, '2606.00001', now + 3);
    expect(again).toMatchObject({ status: 'to-read', stars: 0, note: '', tags: [], addedAt: now + 3 });
    expect(await listEntries(db)).toEqual([again]);
  });
});

describe('a change of an entry', () => {
  it('has the time of the change, and leaves everything else', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    const changed = await setStatus(db, '2606.00001', 'reading', now + 5);
    expect(changed).toMatchObject({ status: 'reading', changedAt: now + 5, addedAt: now, note: saved.note });
    expect(await listEntries(db)).toEqual([changed]);
  });

  it('of a cached paper that is not on the list saves it', async () => {
    expect(await setStatus(db, '2606.00002', 'done', now)).toMatchObject({ status: 'done', addedAt: now });
    await expect(setStatus(db, '2606.99999', 'done', now)).rejects.toMatchObject({ code: 'not-cached' });
  });

  it('of one that was removed meanwhile brings it back: nothing that was typed is lost', async () => {
    await savePaper(db, '2606.00001', now);
    await removeEntries(db, ['2606.00001'], now + 1);
    await changeEntries(db, [{ id: '2606.00001', change: { note: 'typed' } }], at(now + 2));
    expect(await kept('2606.00001')).toMatchObject({ note: 'typed' });
  });

  it('asked for twice in one message is made twice', async () => {
    await savePaper(db, '2606.00001', now);
    const changes = [{ stars: 2 as const }, { note: 'n' }].map((change) => ({ id: '2606.00001', change }));
    expect(await changeEntries(db, changes, at(now + 1))).toMatchObject([{ stars: 2, note: 'n' }]);
    expect(await kept('2606.00001')).toMatchObject({ stars: 2, note: 'n' });
  });

  it('is made for all entries or for none', async () => {
    await savePaper(db, '2606.00001', now);
    const failed = changeEntries(
      db,
      ['2606.00001', '2606.99999'].map((id) => ({ id, change: { stars: 3 } })),
      at(now + 1),
    );
    await expect(failed).rejects.toMatchObject({ code: 'not-cached' });
    expect(await kept('2606.00001')).toMatchObject({ stars: 0 });
  });
});

describe('removing an entry', () => {
  it('gives it back, so that it can be restored as it was', async () => {
    await savePaper(db, '2606.00001', now);
    const done = await setStatus(db, '2606.00001', 'done', now + 1);
    const removed = await removeEntries(db, ['2606.00001'], now + 2);
    expect(removed).toMatchObject([{ id: '2606.00001', status: 'done' }]);
    expect(await listEntries(db)).toEqual([]);
    expect(await removeEntries(db, ['2606.00001'], now + 3)).toEqual([]);
    await restoreEntries(db, removed, at(now + 4));
    const { saved: _saved, removed: _removed, ...before } = done;
    expect(await kept('2606.00001')).toMatchObject(before);
  });

  it('and restoring it loses nothing of what was saved anew meanwhile', async () => {
    const removed = entry('2606.00001', { note: 'mine', tags: ['a'], addedAt: now - 9, changedAt: now - 5 });
    await savePaper(db, '2606.00001', now);
    await restoreEntries(db, [removed], at(now + 1));
    expect(await kept('2606.00001')).toMatchObject({ tags: ['a'], note: 'mine', addedAt: now });
  });
});

it('lists what was added last first', async () => {
  await savePaper(db, '2606.00001', now);
  await savePaper(db, '2606.00002', now + 1);
  expect((await listEntries(db)).map(({ id }) => id)).toEqual(['2606.00002', '2606.00001']);
  expect((await listEntries(db, 1)).map(({ id }) => id)).toEqual(['2606.00002']);
});

describe('merging entries into the list', () => {
  it('adds what is new and merges what is there', async () => {
    await savePaper(db, '2606.00001', now);
    const incoming = [
      entry('2606.00001', { status: 'done', changedAt: now + 1 }),
      entry('2606.00002'),
      entry('2606.00002', { tags: ['twice'] }),
    ];
    const changed = await mergeIntoList(db, incoming, at(now + 2));
    expect(changed.map(({ id }) => id)).toEqual(['2606.00001', '2606.00002']);
    expect(await kept('2606.00001')).toMatchObject({ status: 'done' });
    expect(await kept('2606.00002')).toMatchObject({ tags: ['twice'] });
  });

  it('takes a paper off where the other copy was removed in knowledge of this one', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    await mergeIntoList(db, [{ ...saved, removed: saved.saved }], at(now));
    expect(await listEntries(db)).toEqual([]);
  });

  it('brings back what was removed here only where that is asked for, as for a file', async () => {
    const saved = await savePaper(db, '2606.00001', now);
    await removeEntries(db, ['2606.00001'], now + 1);
    await mergeIntoList(db, [saved], at(now + 2));
    expect(await listEntries(db)).toEqual([]);
    await mergeIntoList(db, [saved], at(now + 3), true);
    expect(await kept('2606.00001')).toMatchObject({ title: saved.title });
    expect(await mergeIntoList(db, [saved], at(now + 4), true)).toEqual([]);
  });

  it('gives what comes without a title the cached one', async () => {
    await mergeIntoList(db, [entry('2606.00002', { title: '', authors: [] })], at(now));
    expect(await kept('2606.00002')).toMatchObject({ title: 'Title of 2606.00002' });
  });

  it('once more changes nothing, and the order does not matter', async () => {
    const shuffled = fc
      .array(readingEntries, { maxLength: 4 })
      .chain((lists) =>
        fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
      );
    const inOrder = async (lists: ReadingEntry[][]) => {
      const list = newDatabase();
      for (const entries of lists) await mergeIntoList(list, entries, at(now));
      const result = await listRecords(list);
      const repeated = await mergeIntoList(list, lists.flat(), at(now + 1));
      list.close();
      expect(repeated).toEqual([]);
      return result;
    };
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lists, reordered]) => {
        const once = await inOrder(lists);
        expect(await inOrder(reordered)).toEqual(once);
        expect(await inOrder([...lists, ...reordered])).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });
});

describe('importing papers of another program', () => {
  it('saves them as cached, with what was decided there', async () => {
    const change = { status: 'done', addTags: ['from Zotero'] } as const;
    await importPapers(
      db,
      [{ id: '2606.00001', title: 'As the file has it', change: { ...change, addTags: ['from Zotero'] } }],
      at(now),
    );
    expect(await kept('2606.00001')).toMatchObject({
      title: 'Title of 2606.00001',
      status: 'done',
      tags: ['from Zotero'],
      whenSaved: { cached: true },
    });
  });

  it('after they were removed here compares with what is known of them now', async () => {
    await savePaper(db, '2606.00001', now);
    await removeEntries(db, ['2606.00001'], now + 1);
    await importPapers(db, [{ id: '2606.00001', change: {} }], at(now + 2));
    expect(await kept('2606.00001')).toMatchObject({ whenSaved: { at: now + 2, upvotes: 3 } });
  });

  it('stores them as they would be read from a file, so that nothing seems to have changed', async () => {
    await importPapers(db, [{ id: '2606.00001', change: { addTags: ['b', 'a'] } }], at(now));
    const imported = await kept('2606.00001');
    expect(JSON.stringify(imported)).toBe(JSON.stringify(imported && settled(imported)));
  });

  it('a second time changes nothing', async () => {
    const papers = [{ id: '2606.99999', title: 'Unheard of', authors: ['A'], change: { note: 'n' } }];
    expect(await importPapers(db, papers, at(now))).toHaveLength(1);
    expect(await importPapers(db, papers, at(now + 1))).toEqual([]);
  });
});

describe('two tabs at once', () => {
  it('lose neither of two saves, nor two changes of one entry', async () => {
    const other = openDatabase(db.name);
    await Promise.all([savePaper(db, '2606.00001', now), savePaper(other, '2606.00002', now)]);
    expect(await db.readingEntries.count()).toBe(2);
    const tagged = entry('2606.00001', { tags: ['from a file'] });
    await Promise.all([
      setStatus(db, '2606.00001', 'done', now + 1),
      mergeIntoList(other, [tagged], at(now)),
    ]);
    expect(await kept('2606.00001')).toMatchObject({ status: 'done', tags: ['from a file'] });
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
    ['restoring', () => restoreEntries(db, [entry('2606.00003')], at(now))],
    ['importing', () => mergeIntoList(db, [entry('2606.00003'), entry('2606.00004')], at(now))],
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
