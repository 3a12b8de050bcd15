// A database as version 3 leaves it on a reader's machine, and what becomes of it when it cannot be brought to today's shape. The sample
// was written by version 3 itself and is frozen: a new version gets a sample of its own, and this one stays as it is.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../lib/store/database';
import { readUpvoteHistories } from '../../lib/store/momentum';
import { readOldEntries } from '../../lib/store/old-entries';
import { listEntries, listRecords } from '../../lib/store/reading-list';
import { readRelated } from '../../lib/store/related-papers';
import { markOpened, markShown, readSeen } from '../../lib/store/seen-papers';
import { guarded } from '../../lib/store/store-error';

const sample: Record<string, object[]> = JSON.parse(
  readFileSync(new URL('../fixtures/store/version-3.json', import.meta.url), 'utf8'),
);
const rows = (table: string) => sample[table] ?? [];

/** Creates version 3 without Dexie and without a word of today's schema. Dexie counts versions in tens. */
function createVersion3(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 30);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      const papers = db.createObjectStore('papers', { keyPath: 'id' });
      papers.createIndex('day', 'day');
      papers.createIndex('repositoryKey', 'repositoryKey');
      db.createObjectStore('feedDays', { keyPath: 'day' });
      const entries = db.createObjectStore('readingEntries', { keyPath: 'id' });
      entries.createIndex('addedAt', 'addedAt');
      entries.createIndex('writtenAt', 'writtenAt');
      db.createObjectStore('removedEntries', { keyPath: 'id' }).createIndex('writtenAt', 'writtenAt');
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

/** What lies in a table, by whatever version; read without Dexie. */
function rowsIn(name: string, table: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(table).objectStore(table).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result);
      };
    };
  });
}

const opened = {
  '2401.00001': 1_781_352_003_000,
  '2606.17011': 1_781_352_003_000,
  '2606.18203': 1_781_265_600_000,
};

let name: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  name = `version-3-${count}`;
  await createVersion3(name);
});

describe('a database of version 3', () => {
  it('keeps which papers were opened, and when', async () => {
    const seen = await openDatabase(name).seenPapers.toArray();
    expect(seen).toEqual(Object.entries(opened).map(([id, openedAt]) => ({ id, openedAt })));
  });

  it('keeps everything else as it lies', async () => {
    const db = openDatabase(name);
    for (const table of Object.keys(sample).filter((one) => one !== 'seenPapers')) {
      expect(await db.table(table).toArray(), table).toEqual(rows(table));
    }
  });

  it('keeps the whole reading list, and what was removed from it', async () => {
    const db = openDatabase(name);
    expect((await listEntries(db)).map(({ id }) => id)).toEqual([
      '2606.17011',
      '2606.18203',
      '2606.18891',
      'hep-th/9901001',
    ]);
    expect((await listRecords(db)).map(({ id }) => id)).toContain('2401.00001');
  });

  it('says of related papers which were opened', async () => {
    expect(await readRelated(openDatabase(name), '2606.18203')).toMatchObject([
      { id: '2606.17011', seen: true, saved: true },
    ]);
  });

  it('has no momentum and no lists of the feed yet, and takes both', async () => {
    const db = openDatabase(name);
    expect(await readUpvoteHistories(db, [{ id: '2606.18203', day: '2026-06-12' }])).toEqual(new Map());
    expect(await db.feedLists.count()).toBe(0);
    await db.feedLists.put({ name: 'trending', paperIds: [], fetchedAt: 1 });
    await db.momentum.put({ day: '2026-06-12', paperIds: [], snapshots: [] });
    expect([await db.feedLists.count(), await db.momentum.count()]).toEqual([1, 1]);
  });

  it('goes on from what it had: the first time stays', async () => {
    const db = openDatabase(name);
    await markOpened(db, ['2606.18203'], 1_800_000_000_000);
    await markShown(db, [{ id: '2606.18203', upvotes: 300 }], 1_800_000_000_000, 1_800_000_000_001);
    expect(await db.seenPapers.get('2606.18203')).toMatchObject({
      openedAt: opened['2606.18203'],
      look: { upvotes: 300 },
    });
  });

  it('is the same when it is opened once more', async () => {
    const db = openDatabase(name);
    const seen = await db.seenPapers.toArray();
    db.close();
    expect(await openDatabase(name).seenPapers.toArray()).toEqual(seen);
  });
});

describe('a database of version 3 whose upgrade is broken off', () => {
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  beforeEach(() => {
    writes = 0;
    IDBObjectStore.prototype.put = function (...args: [unknown, IDBValidKey?]) {
      // Not at once: half of it is written by then.
      if (this.transaction.mode === 'versionchange' && ++writes > 1)
        throw new DOMException('the disk is gone', 'UnknownError');
      return put.apply(this, args);
    };
  });
  const mend = () => {
    IDBObjectStore.prototype.put = put;
  };
  afterEach(mend);
  const breakOff = () => guarded(() => openDatabase(name).seenPapers.count());

  it('says so', async () => {
    await expect(breakOff()).rejects.toMatchObject({ code: 'not-upgraded' });
    expect(writes).toBeGreaterThan(1);
  });

  it('is as it was, in every table', async () => {
    await breakOff().catch(() => undefined);
    for (const table of Object.keys(sample)) expect(await rowsIn(name, table), table).toEqual(rows(table));
  });

  it('still gives its reading list', async () => {
    await breakOff().catch(() => undefined);
    expect((await readOldEntries(name)).map(({ id }) => id)).toContain('2606.17011');
  });

  it('is brought up once the fault is gone, with nothing missing', async () => {
    await breakOff().catch(() => undefined);
    mend();
    expect(await readSeen(openDatabase(name), Object.keys(opened))).toEqual(new Set(Object.keys(opened)));
  });
});
