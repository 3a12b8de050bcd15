// The index in the database: its parts as they are, and the queue of papers it has not seen. What the parts mean is the business of
// lib/related; here they are kept together and told from broken ones.

import { isWhole, sumOfIndex, sumOfLists, sumOfSequences } from '../related/check-index';
import type { NearestLists } from '../related/nearest';
import { type PackedIndex, packIndex, unpackIndex } from '../related/packed-index';
import type { PaperIndex, Sequences } from '../related/paper-index';
import type { PaperglossDatabase, StoredNeighbours } from './database';
import { readState } from './state';
import { guarded } from './store-error';

/** Raised whenever what the index holds, or how, changes: an older one is made anew. */
const format = 1;

export const indexKey = 'index';

export interface IndexParts {
  index: PaperIndex;
  sequences: Sequences;
  lists: NearestLists;
}

type PartName = keyof IndexParts;

/** As they are stored. */
type StoredParts = Omit<IndexParts, 'index'> & { index: PackedIndex };

const sums: { [Part in PartName]: (part: StoredParts[Part]) => number } = {
  index: sumOfIndex,
  sequences: sumOfSequences,
  lists: sumOfLists,
};

const unpack: { [Part in PartName]: (part: StoredParts[Part]) => IndexParts[Part] } = {
  index: unpackIndex,
  sequences: (sequences) => sequences,
  lists: (lists) => lists,
};

/** What is known of the index without loading it. */
export interface IndexState {
  format: number;
  /** Counts the times it was written: parts of two times do not belong together. */
  revision: number;
  papers: number;
  sums: Record<PartName, number>;
  /** Papers that came, changed or went since all lists were last made anew. */
  changed: number;
  /** When that was, ms since 1970. */
  refreshedAt: number;
  /** How far the lists are on their way to being made anew; absent where nothing is under way. */
  refresh?: RefreshPlace;
}

export interface RefreshPlace {
  list: keyof NearestLists;
  slot: number;
}

const noIndex: Omit<IndexState, 'revision'> = {
  format: 0,
  papers: 0,
  sums: { index: 0, sequences: 0, lists: 0 },
  changed: 0,
  refreshedAt: 0,
};

/** Somebody else has written, cleared or started the index over meanwhile. */
export class IndexMoved extends Error {
  override readonly name = 'IndexMoved';
}

export const readIndexState = (db: PaperglossDatabase): Promise<IndexState | undefined> =>
  readState<IndexState | undefined>(db, indexKey, undefined);

/** Undefined where there is none, an older one, or one that is broken. */
export async function loadIndexPart<Part extends PartName>(
  db: PaperglossDatabase,
  part: Part,
): Promise<{ value: IndexParts[Part]; state: IndexState } | undefined> {
  const read = db.transaction('r', db.state, db.indexParts, async () =>
    Promise.all([readIndexState(db), db.indexParts.get(part)]),
  );
  // A large value may be lost with its file while all others are there.
  const [state, stored] = await read.catch(() => []);
  if (state?.format !== format || !stored) return undefined;
  const value = stored.value as StoredParts[Part];
  if (!isWhole(value, state.papers, state.sums[part], sums[part])) return undefined;
  return { value: unpack[part](value), state };
}

export interface IndexChange {
  /** The parts that changed; all of them where papers came or went. */
  parts: Partial<IndexParts>;
  neighbours?: StoredNeighbours[];
  /** Rows of the queue that are done with. */
  done?: readonly number[];
  state: Pick<IndexState, 'papers' | 'changed' | 'refreshedAt' | 'refresh'>;
}

/**
 * Writes the index, all or nothing. `revision`: what it was made from. Returns the new one. Rejects with IndexMoved where that is not
 * the newest any more, and with StoreError.
 */
export function saveIndex(db: PaperglossDatabase, revision: number, change: IndexChange): Promise<number> {
  const { neighbours = [], done = [], state } = change;
  const { index, ...others } = change.parts;
  const stored: Partial<StoredParts> = { ...others, ...(index && { index: packIndex(index) }) };
  return guarded(() =>
    db.transaction('rw', db.state, db.indexParts, db.indexQueue, db.neighbours, async () => {
      const before = await checkRevision(db, revision);
      const names = Object.keys(stored) as PartName[];
      const sumsNow = Object.fromEntries(names.map((name) => [name, sumOfPart(name, stored)]));
      const next: IndexState = {
        ...state,
        format,
        revision: revision + 1,
        sums: { ...noIndex.sums, ...before?.sums, ...sumsNow },
      };
      await Promise.all([
        db.state.put({ key: indexKey, value: next }),
        db.indexParts.bulkPut(names.map((name) => ({ name, value: stored[name] }))),
        db.indexQueue.bulkDelete([...done]),
        db.neighbours.bulkPut(neighbours),
      ]);
      return next.revision;
    }),
  );
}

/**
 * Writes neighbours alone, and takes out those of papers that are gone. Rejects with IndexMoved where `revision` is not the newest any
 * more, and with StoreError.
 */
export function saveNeighbours(
  db: PaperglossDatabase,
  revision: number,
  neighbours: StoredNeighbours[],
  removed: readonly string[],
): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.state, db.neighbours, async () => {
      await checkRevision(db, revision);
      await Promise.all([db.neighbours.bulkDelete([...removed]), db.neighbours.bulkPut(neighbours)]);
    }),
  );
}

async function checkRevision(db: PaperglossDatabase, revision: number): Promise<IndexState | undefined> {
  const state = await readIndexState(db);
  if ((state?.revision ?? 0) !== revision) throw new IndexMoved();
  return state;
}

const sumOfPart = <Part extends PartName>(name: Part, parts: Partial<StoredParts>): number =>
  sums[name](parts[name] as StoredParts[Part]);

/** Papers a row of the queue names; few enough to be read at once. */
const queuedTogether = 500;

/** Notes papers that came, changed or went, for the index to look at. Part of the transaction it is called in. */
export async function queueForIndex(db: PaperglossDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.indexQueue.add({ ids: [...ids] });
}

/** Forgets the index and queues every paper there is. Neighbours stay until they are found anew. Returns the revision. */
export function startIndexOver(db: PaperglossDatabase): Promise<number> {
  return guarded(() =>
    db.transaction('rw', db.papers, db.state, db.indexParts, db.indexQueue, async () => {
      const [ids, before] = await Promise.all([db.papers.toCollection().primaryKeys(), readIndexState(db)]);
      // Whoever started it over, or cleared it, has left everything there is in the queue.
      if (before?.format === noIndex.format) return before.revision;
      const revision = (before?.revision ?? 0) + 1;
      const rows = Array.from({ length: Math.ceil(ids.length / queuedTogether) }, (_, row) => ({
        ids: ids.slice(row * queuedTogether, (row + 1) * queuedTogether),
      }));
      await Promise.all([db.indexParts.clear(), db.indexQueue.clear()]);
      await Promise.all([db.indexQueue.bulkAdd(rows), writeNoIndex(db, revision)]);
      return revision;
    }),
  );
}

export const indexTables = (db: PaperglossDatabase) => [db.indexParts, db.indexQueue, db.neighbours];

/** Forgets index, queue and neighbours, as part of the transaction it is called in. */
export async function clearIndex(db: PaperglossDatabase): Promise<void> {
  const before = await readIndexState(db);
  await Promise.all([
    db.indexParts.clear(),
    db.indexQueue.clear(),
    db.neighbours.clear(),
    writeNoIndex(db, (before?.revision ?? 0) + 1),
  ]);
}

/** That there is none is written down, too, so that whoever still works on the old one notices. */
async function writeNoIndex(db: PaperglossDatabase, revision: number): Promise<void> {
  const none: IndexState = { ...noIndex, revision };
  await db.state.put({ key: indexKey, value: none });
}

/** What stands in the queue after row `after`, oldest first: rows of at least `papers` papers together, where there are so many. */
export async function readIndexQueue(db: PaperglossDatabase, after: number, papers: number) {
  const rows: { number: number; ids: string[] }[] = [];
  let count = 0;
  await db.indexQueue
    .where('number')
    .above(after)
    .until(() => count >= papers)
    .each((row) => {
      rows.push(row);
      count += row.ids.length;
    });
  return rows;
}

/** While papers are queued: how many of those cached the index has; `held`: how many one that is not written yet has. */
export async function readIndexProgress(
  db: PaperglossDatabase,
  held = 0,
): Promise<{ done: number; of: number } | undefined> {
  const [queued, state] = await Promise.all([db.indexQueue.count(), readIndexState(db)]);
  if (queued === 0) return undefined;
  const of = await db.papers.count();
  const done = Math.max(held, state?.papers ?? 0);
  return done < of ? { done, of } : undefined;
}
