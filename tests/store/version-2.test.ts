// A database as version 2 leaves it on a reader's machine, and what becomes of it when it cannot be brought to today's shape. The sample
// is frozen: a new version gets a sample of its own, and this one stays as it is.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeAt } from '../../lib/papers/hybrid-time';
import { openDatabase } from '../../lib/store/database';
import { followEntries } from '../../lib/store/follow-entries';
import { readOldEntries } from '../../lib/store/old-entries';
import { lookUp } from '../../lib/store/papers';
import { listEntries, savePapers } from '../../lib/store/reading-list';
import { createReadingListKeeper } from '../../lib/store/reading-list-keeper';
import { readSeen } from '../../lib/store/seen-papers';
import { guarded } from '../../lib/store/store-error';
import { at, entry } from './stored-papers';

const sample: Record<string, object[]> = JSON.parse(
  readFileSync(new URL('../fixtures/store/version-2.json', import.meta.url), 'utf8'),
);
const rows = (table: string) => sample[table] ?? [];

/** Creates version 2 without Dexie and without a word of today's schema. Dexie counts versions in tens. */
function createVersion2(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 20);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      const papers = db.createObjectStore('papers', { keyPath: 'id' });
      papers.createIndex('day', 'day');
      papers.createIndex('repositoryKey', 'repositoryKey');
      db.createObjectStore('feedDays', { keyPath: 'day' });
      const entries = db.createObjectStore('readingEntries', { keyPath: 'id' });
      entries.createIndex('status', 'status');
      entries.createIndex('addedAt', 'addedAt');
      db.createObjectStore('state', { keyPath: 'key' });
      db.createObjectStore('neighbours', { keyPath: 'id' });
      db.createObjectStore('indexQueue', { keyPath: 'number', autoIncrement: true });
      db.createObjectStore('indexParts', { keyPath: 'name' });
      db.createObjectStore('seenPapers', { keyPath: 'id' });
    };
    opening.onsuccess = () => {
      const db = opening.result;
      const filling = db.transaction(Object.keys(sample), 'readwrite');
      for (const table of Object.keys(sample)) {
        for (const row of rows(table)) filling.objectStore(table).put(row);
      }
      filling.oncomplete = () => {
        db.close();
        resolve();
      };
      filling.onerror = () => reject(filling.error);
    };
  });
}

let name: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  name = `version-2-${count}`;
  await createVersion2(name);
});

describe('a database of version 2', () => {
  it('keeps the whole reading list, newest first', async () => {
    const listed = await listEntries(openDatabase(name));
    expect(listed).toMatchObject(rows('readingEntries'));
    expect(listed.every(({ stars }) => stars === 0)).toBe(true);
  });

  it('gives every field that was changed the one time that is known, and no time to the others', async () => {
    const [done, untouched, reading] = await listEntries(openDatabase(name));
    const changed = timeAt(1_781_265_600_000);
    expect(done?.times).toMatchObject({ status: changed, note: changed, tags: { decoding: changed } });
    expect(Object.keys(untouched?.times ?? {}).sort()).toEqual(['added', 'paper', 'tags']);
    expect(reading?.times.status).toBe(timeAt(1_781_000_000_001));
  });

  it('gives the same entry on every machine, so that two of them agree', async () => {
    await createVersion2(`${name}-other`);
    expect(await listEntries(openDatabase(name))).toEqual(await listEntries(openDatabase(`${name}-other`)));
  });

  it('keeps cache, index and what was seen', async () => {
    const db = openDatabase(name);
    const [found] = await lookUp(db, [{ kind: 'repository', slug: 'lumen-inference/stopdraft' }]);
    expect(found?.map(({ id }) => id)).toContain('2606.18203');
    expect(await db.neighbours.count()).toBe(1);
    expect([...(await readSeen(db, ['2606.18203']))]).toEqual(['2606.18203']);
  });

  it('is changed like any other afterwards', async () => {
    const db = openDatabase(name);
    const { entries } = await savePapers(db, ['2606.18203'], at(Date.now()));
    expect(entries).toMatchObject([{ status: 'done', note: 'Section 4.\nAsk Yuki.' }]);
  });
});

describe('a database of version 2 that cannot be brought up', () => {
  const { put } = IDBObjectStore.prototype;
  beforeEach(() => {
    IDBObjectStore.prototype.put = function (...args: [unknown, IDBValidKey?]) {
      if (this.transaction.mode === 'versionchange')
        throw new DOMException('the disk is gone', 'UnknownError');
      return put.apply(this, args);
    };
  });
  const mend = () => {
    IDBObjectStore.prototype.put = put;
  };
  afterEach(mend);

  it('says so, to whoever asks and whoever saves', async () => {
    const db = openDatabase(name);
    await expect(guarded(() => db.readingEntries.toArray())).rejects.toMatchObject({ code: 'not-upgraded' });
    await expect(savePapers(db, ['2606.18203'], at(0))).rejects.toMatchObject({ code: 'not-upgraded' });
  });

  it('says so to the keeper, before anything is changed', async () => {
    const mirror = { get: async () => ({}), set: vi.fn(), remove: vi.fn() };
    const keeper = createReadingListKeeper({ db: openDatabase(name), mirror, now: () => 0 });
    await expect(keeper.save(['2606.18203'])).rejects.toMatchObject({ code: 'not-upgraded' });
    await expect(keeper.merge([entry('2606.18203')])).rejects.toMatchObject({ code: 'not-upgraded' });
    expect(mirror.set).not.toHaveBeenCalled();
  });

  it('tells a page that follows the list', async () => {
    const failures: unknown[] = [];
    followEntries(
      openDatabase(name),
      () => expect.unreachable(),
      (error) => failures.push(error),
    );
    await expect.poll(() => failures).toMatchObject([{ code: 'not-upgraded' }]);
  });

  it('is still readable as it was', async () => {
    await guarded(() => openDatabase(name).readingEntries.count()).catch(() => undefined);
    expect(await readOldEntries(name)).toMatchObject(rows('readingEntries'));
  });

  it('is brought up once the fault is gone, with nothing missing', async () => {
    await guarded(() => openDatabase(name).readingEntries.count()).catch(() => undefined);
    mend();
    expect(await listEntries(openDatabase(name))).toMatchObject(rows('readingEntries'));
  });

  it('of which there is none has no old entries', async () => {
    expect(await readOldEntries('no such database')).toEqual([]);
  });
});
