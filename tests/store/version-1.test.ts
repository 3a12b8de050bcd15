// A database as version 1 leaves it on a reader's machine must be readable by every later version. The sample is frozen: a new
// version gets a sample of its own, and this one stays as it is.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { isKept } from '../../lib/papers/merge-entries';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { readIndexState } from '../../lib/store/index-store';
import { isKnownMiss } from '../../lib/store/missed-look-ups';
import { lookUp } from '../../lib/store/papers';
import { readList } from '../../lib/store/read-list';
import { listEntries } from '../../lib/store/reading-list';
import { callLog, readSyncState } from '../../lib/store/sync-state';
import { startIndexer } from '../upkeep/indexing';

const sample: Record<string, object[]> = JSON.parse(
  readFileSync(new URL('../fixtures/store/version-1.json', import.meta.url), 'utf8'),
);
const rows = (table: string) => sample[table] ?? [];

const fetchedAt = 1_781_265_600_000;

/** Creates version 1 without Dexie and without a word of today's schema. Dexie counts versions in tens. */
function createVersion1(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 10);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      const papers = db.createObjectStore('papers', { keyPath: 'id' });
      papers.createIndex('day', 'day');
      papers.createIndex('repositoryKey', 'repositoryKey');
      papers.createIndex('keywordKeys', 'keywordKeys', { multiEntry: true });
      db.createObjectStore('feedDays', { keyPath: 'day' });
      const entries = db.createObjectStore('readingEntries', { keyPath: 'id' });
      entries.createIndex('status', 'status');
      entries.createIndex('addedAt', 'addedAt');
      db.createObjectStore('state', { keyPath: 'key' });
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

let db: PaperglossDatabase;
let count = 0;

beforeEach(async () => {
  count += 1;
  const name = `version-1-${count}`;
  await createVersion1(name);
  db = openDatabase(name);
});

describe('a database of version 1', () => {
  it('opens with every row of the cache as it was', async () => {
    for (const table of ['papers', 'feedDays', 'state']) {
      const stored = await db.table(table).toArray();
      expect(stored).toHaveLength(rows(table).length);
      expect(stored).toEqual(expect.arrayContaining(rows(table)));
    }
  });

  it('still finds papers by id and repository', async () => {
    const found = await lookUp(db, [
      { kind: 'paper', id: '2401.00001' },
      { kind: 'repository', slug: 'Lumen-Inference/StopDraft' },
    ]);
    expect(found.map((papers) => papers.map(({ id }) => id))).toEqual([
      ['2401.00001'],
      ['2606.18203', '2606.17011'],
    ]);
  });

  it('is indexed when the background starts next, as it would be after a sync', async () => {
    const indexer = startIndexer(db);
    await indexer.resume();
    expect(indexer.failures).toEqual([]);
    expect(await indexer.find('confidence gated drafts')).toEqual(['2606.18203']);
    expect(await db.indexQueue.count()).toBe(0);
    expect((await readIndexState(db))?.papers).toBe(rows('papers').length);
    const related = await db.neighbours.get('2606.18203');
    expect(related?.neighbours.map(({ id }) => id)).toContain('2606.17011');
  });

  it('no longer has an index by keyword, which cost every write', async () => {
    await db.open();
    expect(db.papers.schema.indexes.map(({ name }) => name)).toEqual(['day', 'repositoryKey']);
    const native = db.backendDB().transaction('papers').objectStore('papers');
    expect([...native.indexNames]).toEqual(['day', 'repositoryKey']);
  });

  it('still shows its newest day', async () => {
    const list = await readList(db, { view: 'day' }, { now: fetchedAt, since: fetchedAt, rules: [] });
    expect(list).toMatchObject({ source: 'feed', day: '2026-06-12', previousDay: '2026-06-11', fetchedAt });
    expect(list.papers.map(({ id, status }) => [id, status])).toEqual([
      ['2606.18203', 'reading'],
      ['2606.18891', undefined],
    ]);
  });

  it('still has the whole reading list, newest first', async () => {
    const listed = await listEntries(db);
    expect(listed).toMatchObject(rows('readingEntries'));
    expect(listed.map(isKept)).toEqual(rows('readingEntries').map(() => true));
  });

  it('still knows how the sync went, its calls and its misses', async () => {
    expect(await readSyncState(db, fetchedAt)).toMatchObject({
      lastSuccessAt: fetchedAt,
      lastFailure: { code: 'offline' },
    });
    expect(await callLog(db).read()).toHaveLength(2);
    expect(await isKnownMiss(db, '2606.99999', fetchedAt + 1)).toBe(true);
    expect((await db.feedDays.get('2026-06-10'))?.failures).toBe(2);
  });
});
