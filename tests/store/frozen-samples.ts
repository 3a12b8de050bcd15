// The frozen samples of every version of the database, and a way to put one in place without Dexie and without a word of today's
// schema. Tests nothing itself. A sample and its shape stay as they are: a new version gets its own.
import { readdirSync, readFileSync } from 'node:fs';

type Rows = Record<string, object[]>;
/** The key of a table, and what it is found by; a key with `++` counts up by itself, an index with `*` holds each item of a list. */
type Shape = Record<string, [key: string, ...indexes: string[]]>;

const folder = new URL('../fixtures/store/', import.meta.url);

const version1: Shape = {
  papers: ['id', 'day', 'repositoryKey', '*keywordKeys'],
  feedDays: ['day'],
  readingEntries: ['id', 'status', 'addedAt'],
  state: ['key'],
};
const version2: Shape = {
  ...version1,
  papers: ['id', 'day', 'repositoryKey'],
  neighbours: ['id'],
  indexQueue: ['++number'],
  indexParts: ['name'],
  seenPapers: ['id'],
};
const version3: Shape = {
  ...version2,
  readingEntries: ['id', 'addedAt', 'writtenAt'],
  removedEntries: ['id', 'writtenAt'],
};
const version4: Shape = {
  ...version3,
  momentum: ['day'],
  feedLists: ['name'],
  seenPapers: ['id', 'openedAt', 'dismissedAt'],
};
const shapes: Record<number, Shape> = { 1: version1, 2: version2, 3: version3, 4: version4 };

/** The versions of which there is a sample, oldest first. */
export const sampledVersions: number[] = readdirSync(folder)
  .flatMap((name) => Number(/^version-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN))
  .filter((version) => !Number.isNaN(version))
  .sort((one, other) => one - other);

export const readSample = (version: number): Rows =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, folder), 'utf8'));

export interface Sample {
  version: number;
  shape: Shape;
  rows: Rows;
}

/** Throws where the shape of that version is not written down here. */
export function sampleOf(version: number): Sample {
  const shape = shapes[version];
  if (!shape) throw new Error(`The shape of version ${version} is missing`);
  return { version, shape, rows: readSample(version) };
}

/** What the newest version keeps of a row: a seen paper of an earlier one had one time, which has got a name since. */
export const keptOf = (table: string, row: object): object =>
  table === 'seenPapers' && 'at' in row ? { id: Reflect.get(row, 'id'), openedAt: row.at } : row;

/** Puts a sample in place as the database `name`. Self-contained: it may also be run in a page of a browser. */
export async function putInPlace({ version, shape, rows, name }: Sample & { name: string }): Promise<void> {
  // Dexie counts versions in tens.
  const opening = indexedDB.open(name, version * 10);
  opening.onupgradeneeded = () => {
    for (const [table, [key, ...indexes]] of Object.entries(shape)) {
      const store = opening.result.createObjectStore(table, {
        keyPath: key.replace('++', ''),
        autoIncrement: key.startsWith('++'),
      });
      for (const index of indexes) {
        const path = index.replace('*', '');
        store.createIndex(path, path, { multiEntry: path !== index });
      }
    }
  };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const filling = db.transaction(Object.keys(shape), 'readwrite');
  for (const [table, ofTable] of Object.entries(rows))
    for (const row of ofTable) filling.objectStore(table).put(row);
  await new Promise((resolve, reject) => {
    filling.oncomplete = resolve;
    filling.onerror = () => reject(filling.error);
  });
  db.close();
}

/** Puts the sample of `version` in place as the database `name`. Throws as `sampleOf` does. */
export const createSampled = (version: number, name: string): Promise<void> =>
  putInPlace({ ...sampleOf(version), name });

/**
 * What lies in the database, of whatever version it is: its version, and every table's rows and indexes. Read without Dexie.
 * Self-contained as `putInPlace` is.
 */
export async function readWhole(name: string) {
  const finished = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await finished(indexedDB.open(name));
  const rows: Rows = {};
  const indexes: Record<string, string[]> = {};
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table);
    indexes[table] = [...store.indexNames];
    rows[table] = await finished(store.getAll());
  }
  const version = db.version / 10;
  db.close();
  return { version, rows, indexes };
}
