// A database of every version there ever was, brought to the newest: whole, and broken off at every single step of the way. What each
// version's own rows become is in version-1, -2 and -3.test.ts.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../lib/store/database';
import { readOldEntries } from '../../lib/store/old-entries';
import { listEntries } from '../../lib/store/reading-list';
import { guarded } from '../../lib/store/store-error';
import { createSampled, keptOf, readSample, readWhole, sampledVersions } from './frozen-samples';

const source = readFileSync(new URL('../../lib/store/database.ts', import.meta.url), 'utf8');
const named = [...source.matchAll(/\.version\((\d+)\)/g)].map(([, version]) => Number(version));
const newest = Math.max(...named);
const older = sampledVersions.filter((version) => version < newest);

type Step = 'throws' | 'aborts';
const steps = {
  createObjectStore: IDBDatabase.prototype,
  deleteObjectStore: IDBDatabase.prototype,
  createIndex: IDBObjectStore.prototype,
  deleteIndex: IDBObjectStore.prototype,
  getAll: IDBObjectStore.prototype,
  openCursor: IDBObjectStore.prototype,
  get: IDBObjectStore.prototype,
  put: IDBObjectStore.prototype,
  add: IDBObjectStore.prototype,
  delete: IDBObjectStore.prototype,
  clear: IDBObjectStore.prototype,
} as const;
const originals = Object.entries(steps).map(
  ([name, prototype]) => [name, prototype, Reflect.get(prototype, name)] as const,
);

function mend(): void {
  for (const [name, prototype, original] of originals) Reflect.set(prototype, name, original);
}
// Dexie says each time that it tries once more.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  mend();
  vi.restoreAllMocks();
});

/**
 * Has the step at this position of an upgrade fail, counted from 0, and all that follow: Dexie tries some failures once more. What comes
 * back tells how many steps were begun.
 */
function failAt(position: number, how: Step): () => number {
  let begun = 0;
  for (const [name, prototype, original] of originals) {
    Reflect.set(prototype, name, function (this: IDBDatabase | IDBObjectStore, ...args: unknown[]) {
      const transaction = 'transaction' in this && typeof this.transaction !== 'function' && this.transaction;
      if (transaction && transaction.mode !== 'versionchange') return Reflect.apply(original, this, args);
      if (begun++ < position) return Reflect.apply(original, this, args);
      // As the browser does when the disk fails or the process is on its way out.
      if (transaction && how === 'aborts') transaction.abort();
      throw new DOMException('It ended here', 'UnknownError');
    });
  }
  return () => begun;
}

let count = 0;
async function newSample(version: number): Promise<string> {
  count += 1;
  const name = `every-version-${count}`;
  await createSampled(version, name);
  return name;
}

/** Opens it as every part of the extension does, and leaves it again. */
async function bringUp(name: string): Promise<unknown> {
  const db = openDatabase(name);
  try {
    await guarded(() => db.readingEntries.count());
    return undefined;
  } catch (error) {
    return error;
  } finally {
    db.close();
  }
}

it('every version that the schema names has a sample, and no other', () => {
  expect(sampledVersions).toEqual(named);
  expect(named).toEqual(named.map((_, position) => position + 1));
});

describe.each(sampledVersions)('a database of version %i', (version) => {
  it('is brought to the newest, with the tables and indexes a new one has', async () => {
    const name = await newSample(version);
    expect(await bringUp(name)).toBeUndefined();
    const fresh = `fresh-${version}`;
    await bringUp(fresh);
    const there = await readWhole(name);
    const { indexes } = await readWhole(fresh);
    expect(there.version).toBe(newest);
    expect(there.indexes).toEqual(indexes);
  });

  it('keeps every row: what the reader wrote, what was fetched, and what was seen', async () => {
    const name = await newSample(version);
    const sample = readSample(version);
    await bringUp(name);
    const { rows } = await readWhole(name);
    for (const [table, before] of Object.entries(sample)) {
      expect(rows[table], table).toHaveLength(before.length);
      const kept = before.map((row) => keptOf(table, row));
      expect(rows[table], table).toEqual(
        expect.arrayContaining(kept.map((row) => expect.objectContaining(row))),
      );
    }
    const ids = (sample.readingEntries ?? []).map((entry) => Reflect.get(entry, 'id'));
    expect((await listEntries(openDatabase(name))).map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('can be opened by many at the same moment, and is brought up once', async () => {
    const name = await newSample(version);
    expect(await Promise.all(Array.from({ length: 5 }, () => bringUp(name)))).toEqual(
      Array(5).fill(undefined),
    );
    expect((await readWhole(name)).rows.readingEntries).toHaveLength(
      readSample(version).readingEntries?.length ?? 0,
    );
  });
});

describe.each(older)('a database of version %i whose way to the newest is broken off', (version) => {
  it.each<Step>(['throws', 'aborts'])(
    'at any step: it says so, is as it was, and is whole once the fault is gone (it %s)',
    async (how) => {
      const reference = await newSample(version);
      await bringUp(reference);
      const whole = await readWhole(reference);

      let tried = 0;
      for (let position = 0; ; position++) {
        const name = await newSample(version);
        const before = await readWhole(name);
        const begun = failAt(position, how);
        const failure = await bringUp(name);
        mend();
        // The last round fails nowhere: every step was tried.
        if (begun() <= position) break;
        tried++;
        const at = `step ${position} of version ${version}`;
        // Where it is the shape that failed the browser does not tell an upgrade from a database that cannot be opened.
        expect(failure, at).toMatchObject({
          name: 'StoreError',
          code: expect.stringMatching(/^(not-upgraded|unavailable)$/),
        });
        expect(await readWhole(name), at).toEqual(before);
        const old = (await readOldEntries(name)).map(({ id }) => id).sort();
        expect(old, at).toEqual(
          (before.rows.readingEntries ?? []).map((row) => Reflect.get(row, 'id')).sort(),
        );
        expect(await bringUp(name), at).toBeUndefined();
        expect(await readWhole(name), at).toEqual(whole);
      }
      expect(tried).toBeGreaterThanOrEqual(4);
    },
  );
});
