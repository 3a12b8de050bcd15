import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceOf } from '../../lib/papers/hybrid-time';
import type { PaperglossDatabase } from '../../lib/store/database';
import { toStoredPaper } from '../../lib/store/papers';
import { listEntries } from '../../lib/store/reading-list';
import { createReadingListKeeper, type ReadingListKeeper } from '../../lib/store/reading-list-keeper';
import type { MirrorArea } from '../../lib/store/reading-list-mirror';
import { entry, fillDisk, newDatabase, now, paper } from './stored-papers';

let db: PaperglossDatabase;
let items: Record<string, unknown>;
let mirror: MirrorArea;
let keeper: ReadingListKeeper;
const onChange = vi.fn();
const onMirrorFailure = vi.fn();

const keeperOf = (area: MirrorArea) =>
  createReadingListKeeper({ db, mirror: area, now: () => now, onChange, onMirrorFailure });

beforeEach(async () => {
  vi.clearAllMocks();
  db = newDatabase();
  items = {};
  mirror = {
    get: async () => items,
    set: async (changed) => void Object.assign(items, changed),
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  };
  keeper = keeperOf(mirror);
  await db.papers.bulkPut([
    toStoredPaper(paper('2606.00001'), 'feed', now),
    toStoredPaper(paper('2606.00002'), 'feed', now),
  ]);
});

/** By then everybody has been told of what was answered before. */
const told = () => new Promise((resolve) => setTimeout(resolve, 0));
afterEach(told);

const settledMirror = () => expect.poll(() => Object.keys(items).sort());

describe('the keeper of the reading list', () => {
  it('tells the mirror and whoever follows of every change', async () => {
    await keeper.save(['2606.00001', '2606.00002']);
    await settledMirror().toEqual(['reading/2606.00001', 'reading/2606.00002']);
    await keeper.remove(['2606.00001']);
    await settledMirror().toEqual(['reading/2606.00002']);
    expect(onChange.mock.calls.map(([changed, from]) => [changed.length, from])).toEqual([
      [2, 'reader'],
      [1, 'reader'],
    ]);
  });

  it('answers first and tells then', async () => {
    await keeper.save(['2606.00001']);
    expect(onChange).not.toHaveBeenCalled();
    expect(items).toEqual({});
    await settledMirror().toEqual(['reading/2606.00001']);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('tells nobody where nothing changed', async () => {
    await keeper.save(['2606.00001']);
    await keeper.save(['2606.00001']);
    await keeper.remove(['2606.00002']);
    await told();
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('says of what came from elsewhere that it did, so that it is not sent back', async () => {
    await keeper.merge([entry('2606.00003')]);
    await keeper.describe([{ id: '2606.00003', title: 'New', authors: [] }]);
    await told();
    expect(onChange.mock.calls.map(([, from]) => from)).toEqual(['merge', 'merge']);
  });

  it('keeps a save whose mirror could not be written, and says so', async () => {
    const broken = keeperOf({ ...mirror, set: () => Promise.reject(new Error('no room')) });
    await broken.save(['2606.00001']);
    await expect.poll(() => onMirrorFailure.mock.calls.length).toBe(1);
    expect(await listEntries(db)).toHaveLength(1);
  });

  it('goes on with the mirror after a failure', async () => {
    const set = vi.fn(mirror.set).mockRejectedValueOnce(new Error('busy'));
    const shaky = keeperOf({ ...mirror, set });
    await shaky.save(['2606.00001']);
    await shaky.save(['2606.00002']);
    await settledMirror().toEqual(['reading/2606.00002']);
  });

  it('writes the changes of one entry to the mirror in their order, however long each takes', async () => {
    let first = true;
    const set: MirrorArea['set'] = async (changed) => {
      const slow = first;
      first = false;
      if (slow) await new Promise((resolve) => setTimeout(resolve, 20));
      await mirror.set(changed);
    };
    const slowly = keeperOf({ ...mirror, set });
    await slowly.save(['2606.00001']);
    await slowly.change([{ id: '2606.00001', change: { status: 'done' } }]);
    await expect.poll(() => items['reading/2606.00001']).toMatchObject({ status: 'done' });
  });

  it('gives this machine one name, which outlives the worker', async () => {
    const [one] = await keeper.save(['2606.00001']);
    const [two] = await keeperOf(mirror).save(['2606.00002']);
    expect(deviceOf(one?.saved[0] ?? '')).toMatch(/^[0-9a-z]{4}$/);
    expect(deviceOf(two?.saved[0] ?? '')).toBe(deviceOf(one?.saved[0] ?? ''));
  });

  it('refuses on a full disk, and works again when there is room', async () => {
    const emptyDisk = fillDisk();
    await expect(keeper.save(['2606.00001'])).rejects.toMatchObject({ code: 'disk-full' });
    emptyDisk();
    expect(await keeper.save(['2606.00001'])).toHaveLength(1);
    await told();
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('counts what was new and what was there', async () => {
    await keeper.save(['2606.00001']);
    const tagged = entry('2606.00001', { tags: ['a'] });
    expect(await keeper.merge([tagged, entry('2606.00003')])).toEqual({ added: 1, merged: 1 });
    expect(await keeper.merge([tagged, entry('2606.00003')])).toEqual({ added: 0, merged: 0 });
  });
});
