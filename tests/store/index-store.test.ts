import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { extendIndex } from '../../lib/related/extend-index';
import { emptyNearest } from '../../lib/related/nearest';
import type { PackedIndex } from '../../lib/related/packed-index';
import { emptyIndex, emptySequences } from '../../lib/related/paper-index';
import type { PaperglossDatabase } from '../../lib/store/database';
import {
  IndexMoved,
  type IndexParts,
  indexKey,
  loadIndexPart,
  queueForIndex,
  readIndexProgress,
  readIndexQueue,
  readIndexState,
  saveIndex,
  saveNeighbours,
  startIndexOver,
} from '../../lib/store/index-store';
import { clearFeedCache, toStoredPaper } from '../../lib/store/papers';
import { newDatabase, now, paper } from './stored-papers';

const ids = ['2606.00001', '2606.00002'];
const names = ['index', 'sequences', 'lists'] as const;

function parts(...added: string[]): IndexParts {
  const extension = extendIndex(emptyIndex(), emptySequences());
  for (const id of added)
    extension.add(paper(id, { title: `On ${id}`, abstract: 'Draft models, verified.' }));
  const lists = emptyNearest(added.length);
  lists.nearest.slots[0] = 1;
  lists.nearest.scores[0] = 0.3;
  return { ...extension.finish(), lists };
}

const change = (written: Partial<IndexParts>, more: object = {}) => ({
  parts: written,
  state: { papers: ids.length, changed: 2, refreshedAt: now },
  ...more,
});

async function saved() {
  const db = newDatabase();
  const written = parts(...ids);
  const revision = await saveIndex(db, 0, change(written));
  return { db, written, revision };
}

async function loadAll(db: PaperglossDatabase) {
  const loaded = await Promise.all(names.map((name) => loadIndexPart(db, name)));
  return Object.fromEntries(names.map((name, position) => [name, loaded[position]?.value]));
}

async function changePart(db: PaperglossDatabase, name: keyof IndexParts, edit: (value: never) => unknown) {
  const stored = await db.indexParts.get(name);
  await db.indexParts.put({ name, value: edit(stored?.value as never) });
}

async function changeState(db: PaperglossDatabase, fields: object) {
  await db.state.put({ key: indexKey, value: { ...(await readIndexState(db)), ...fields } });
}

/** Everything the index has in the database. */
const everything = (db: PaperglossDatabase) =>
  Promise.all([
    db.state.toArray(),
    db.indexParts.toArray(),
    db.indexQueue.toArray(),
    db.neighbours.toArray(),
  ]);

describe('a saved index', () => {
  it('is loaded as it was, part by part', async () => {
    const { db, written } = await saved();
    expect(await loadAll(db)).toEqual(written);
  });

  it('tells its state without being loaded', async () => {
    const { db, revision } = await saved();
    const state = await readIndexState(db);
    expect(state).toMatchObject({ revision, papers: 2, changed: 2, refreshedAt: now });
    expect((await loadIndexPart(db, 'lists'))?.state).toEqual(state);
  });

  it('is none before anything was saved', async () => {
    expect(await loadAll(newDatabase())).toEqual({});
    expect(await readIndexState(newDatabase())).toBeUndefined();
  });

  it('keeps the parts that were not written again', async () => {
    const { db, written, revision } = await saved();
    const lists = emptyNearest(2);
    expect(await saveIndex(db, revision, change({ lists }))).toBe(revision + 1);
    expect(await loadAll(db)).toEqual({ ...written, lists });
  });

  it('takes neighbours and rows of the queue with it', async () => {
    const db = newDatabase();
    await queueForIndex(db, ids);
    const [row] = await readIndexQueue(db, 0, 1);
    await queueForIndex(db, ['2606.00003']);
    const neighbours = [{ id: '2606.00001', neighbours: [] }];
    const more = { neighbours, done: [row?.number] };
    await saveIndex(db, 0, change(parts(...ids), more));
    expect(await db.neighbours.toArray()).toEqual(neighbours);
    expect((await readIndexQueue(db, 0, 9)).map((queued) => queued.ids)).toEqual([['2606.00003']]);
  });
});

describe('a stored index that is not whole is not loaded:', () => {
  type Edit = (value: never) => unknown;
  const changedNumber = (array: Uint8Array | Uint32Array) =>
    array.map((value, at) => (at === 1 ? value + 1 : value));
  const broken: [what: string, part: keyof IndexParts, edit: Edit][] = [
    [
      'a changed posting',
      'index',
      (index: PackedIndex) => ({ ...index, postingSteps: changedNumber(index.postingSteps) }),
    ],
    ['a changed day', 'index', (index: PackedIndex) => ({ ...index, days: index.days.map(() => 9) })],
    ['a paper too few', 'index', (index: PackedIndex) => ({ ...index, ids: index.ids.slice(1) })],
    [
      'a cut array',
      'index',
      (index: PackedIndex) => ({ ...index, postingCounts: index.postingCounts.slice(0, -1) }),
    ],
    ['an array that is gone', 'index', ({ titles: _, ...rest }: PackedIndex) => rest],
    [
      'a cut dictionary',
      'index',
      (index: PackedIndex) => ({
        ...index,
        dictionary: { ...index.dictionary, bytes: index.dictionary.bytes.slice(1) },
      }),
    ],
    [
      'a changed term',
      'sequences',
      (sequences: IndexParts['sequences']) => ({ ...sequences, bytes: changedNumber(sequences.bytes) }),
    ],
    [
      'cut terms',
      'sequences',
      (sequences: IndexParts['sequences']) => ({ ...sequences, bytes: sequences.bytes.slice(0, -1) }),
    ],
    [
      'a neighbour that is another',
      'lists',
      ({ nearest, closest }: IndexParts['lists']) => ({
        closest,
        nearest: { ...nearest, slots: changedNumber(nearest.slots) },
      }),
    ],
    [
      'a changed score',
      'lists',
      ({ nearest, closest }: IndexParts['lists']) => ({
        closest,
        nearest: { ...nearest, scores: nearest.scores.map((score) => score / 2) },
      }),
    ],
    ['lists of other papers', 'lists', () => emptyNearest(3)],
    ['nothing', 'lists', () => undefined],
    ['a text', 'sequences', () => 'sequences'],
  ];
  it.each(broken)('%s (%s)', async (_what, part, edit) => {
    const { db, written } = await saved();
    await changePart(db, part, edit);
    expect(await loadAll(db)).toEqual({ ...written, [part]: undefined });
  });

  it('a missing part', async () => {
    const { db, written } = await saved();
    await db.indexParts.delete('sequences');
    expect(await loadAll(db)).toEqual({ ...written, sequences: undefined });
  });

  const states: [what: string, fields: object][] = [
    ['one of an older format', { format: 0 }],
    ['one of a newer format', { format: 99 }],
    ['one with another number of papers', { papers: 3 }],
  ];
  it.each(states)('%s', async (_what, fields) => {
    const { db } = await saved();
    await changeState(db, fields);
    expect(await loadAll(db)).toEqual({});
  });

  it('a part of another revision', async () => {
    const { db, revision } = await saved();
    const older = await db.indexParts.get('sequences');
    const newer = parts('2606.00001', '2606.00003.7');
    await saveIndex(db, revision, change(newer));
    if (older) await db.indexParts.put(older);
    expect(await loadAll(db)).toEqual({ ...newer, sequences: undefined });
  });
});

describe('a save made from an index that is not the newest', () => {
  it('is refused and leaves everything as it was', async () => {
    const { db, revision } = await saved();
    await queueForIndex(db, ids);
    await db.neighbours.put({ id: '2606.00001', neighbours: [] });
    const before = await everything(db);
    const rows = await readIndexQueue(db, 0, 1);
    const stale = change(parts('2606.00009'), {
      neighbours: [{ id: '2606.00009', neighbours: [] }],
      done: rows.map(({ number }) => number),
    });
    for (const other of [revision - 1, revision + 1]) {
      await expect(saveIndex(db, other, stale)).rejects.toBeInstanceOf(IndexMoved);
      const neighbours = saveNeighbours(db, other, [], ['2606.00001']);
      await expect(neighbours).rejects.toBeInstanceOf(IndexMoved);
    }
    expect(await everything(db)).toEqual(before);
  });

  it('is refused after the index was cleared or started over, too', async () => {
    for (const move of [clearFeedCache, startIndexOver]) {
      const { db, revision } = await saved();
      await move(db);
      await expect(saveIndex(db, revision, change(parts(...ids)))).rejects.toBeInstanceOf(IndexMoved);
      expect(await loadAll(db)).toEqual({});
    }
  });
});

describe('neighbours saved before their index is', () => {
  it('are there, those of papers that are gone are not, and the index stays as it is', async () => {
    const { db, written, revision } = await saved();
    await db.neighbours.bulkPut(['2606.00001', '2606.00009'].map((id) => ({ id, neighbours: [] })));
    const neighbours = [{ id: '2606.00002', neighbours: [] }];
    await saveNeighbours(db, revision, neighbours, ['2606.00009']);
    expect(await db.neighbours.toCollection().primaryKeys()).toEqual(ids);
    expect(await loadAll(db)).toEqual(written);
    expect((await readIndexState(db))?.revision).toBe(revision);
  });
});

describe('starting over', () => {
  async function withPapers(count: number) {
    const db = newDatabase();
    const stored = Array.from({ length: count }, (_, number) => `26${10 + (number % 2)}.${10_000 + number}`);
    await db.papers.bulkPut(stored.map((id) => toStoredPaper(paper(id), 'feed', now)));
    return { db, stored };
  }

  it('queues every paper once, whatever was queued before', async () => {
    const { db, stored } = await withPapers(1_201);
    await queueForIndex(db, stored.slice(0, 3));
    await startIndexOver(db);
    const queued = (await readIndexQueue(db, 0, 9_999)).flatMap((row) => row.ids);
    expect(queued.toSorted()).toEqual(stored.toSorted());
  });

  it('forgets the index and keeps the neighbours until they are found anew', async () => {
    const { db, revision } = await saved();
    const neighbours = { id: '2606.00001', neighbours: [] };
    await db.neighbours.put(neighbours);
    expect(await startIndexOver(db)).toBe(revision + 1);
    expect(await loadAll(db)).toEqual({});
    expect(await db.neighbours.toArray()).toEqual([neighbours]);
  });

  it('queues nothing where there are no papers', async () => {
    const { db } = await withPapers(0);
    await startIndexOver(db);
    expect(await db.indexQueue.count()).toBe(0);
  });
});

describe('the queue', () => {
  it('is read in order, by as many rows as hold the papers asked for', async () => {
    const db = newDatabase();
    for (const row of [['a', 'b'], ['c'], ['d'], ['e']]) await queueForIndex(db, row);
    const read = async (papers: number) =>
      (await readIndexQueue(db, 0, papers)).map((row) => row.ids.join(''));
    expect(await read(1)).toEqual(['ab']);
    expect(await read(3)).toEqual(['ab', 'c']);
    expect(await read(99)).toEqual(['ab', 'c', 'd', 'e']);
    const [, second] = await readIndexQueue(db, 0, 3);
    const rest = await readIndexQueue(db, second?.number ?? 0, 99);
    expect(rest.map((row) => row.ids.join(''))).toEqual(['d', 'e']);
  });

  it('gets no row for no papers', async () => {
    const db = newDatabase();
    await queueForIndex(db, []);
    expect(await db.indexQueue.count()).toBe(0);
  });
});

describe('progress', () => {
  async function cached(count: number) {
    const db = newDatabase();
    const stored = Array.from({ length: count }, (_, number) => `2606.${10_000 + number}`);
    await db.papers.bulkPut(stored.map((id) => toStoredPaper(paper(id), 'feed', now)));
    return db;
  }

  it('is told while papers are queued: how many the index has, of those cached', async () => {
    const db = await cached(5);
    await startIndexOver(db);
    expect(await readIndexProgress(db)).toEqual({ done: 0, of: 5 });
    const [row] = await readIndexQueue(db, 0, 1);
    await queueForIndex(db, ['2606.10004']);
    const revision = (await readIndexState(db))?.revision ?? 0;
    await saveIndex(db, revision, change(parts(...ids), { done: [row?.number] }));
    expect(await readIndexProgress(db)).toEqual({ done: 2, of: 5 });
  });

  it('is none where nothing is queued, or nothing is missing', async () => {
    const db = await cached(2);
    expect(await readIndexProgress(db)).toBeUndefined();
    await saveIndex(db, 0, change(parts(...ids)));
    await queueForIndex(db, ['2606.10000']);
    expect(await readIndexProgress(db)).toBeUndefined();
  });
});
