import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type PaperglossDatabase } from '../../lib/store/database';
import { estimateBytes, readStorageUse, storageKinds } from '../../lib/store/storage-use';

describe('the estimate of a value', () => {
  it.each<[what: string, value: unknown, bytes: number]>([
    ['a text', 'abcd', 6],
    ['a text of wide characters', '論文', 6],
    ['a number', 7, 8],
    ['a switch', true, 1],
    ['typed numbers', new Uint32Array(10), 42],
    ['a list', [1, 2], 18],
    ['an object, with the names of its fields', { ab: 1 }, 14],
    ['a map', new Map([['ab', 1]]), 14],
    ['a set', new Set(['ab']), 6],
    ['nothing', undefined, 1],
  ])('of %s', (_, value, bytes) => expect(estimateBytes(value)).toBe(bytes));

  it('is made of anything, circles too, and is never nothing', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(estimateBytes(circle)).toBe(2);
    fc.assert(
      fc.property(fc.anything({ withMap: true, withTypedArray: true, withDate: true }), (value) => {
        expect(estimateBytes(value)).toBeGreaterThan(0);
      }),
    );
  });

  it('grows with what is added', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, more) => {
        expect(estimateBytes([...texts, more])).toBe(estimateBytes(texts) + estimateBytes(more));
      }),
    );
  });
});

describe('what takes the room', () => {
  let db: PaperglossDatabase;
  beforeEach(() => {
    db = openDatabase(`use-${Math.random()}`);
  });
  afterEach(() => db.delete());

  const bytesOf = async (kind: string) =>
    (await readStorageUse(db)).find((use) => use.kind === kind)?.bytes ?? -1;

  it('is nothing in an empty store, for every kind', async () => {
    expect(await readStorageUse(db)).toEqual(storageKinds.map((kind) => ({ kind, bytes: 0 })));
  });

  it('is counted exactly where there are few rows', async () => {
    const rows = [
      { name: 'a', value: new Uint8Array(1_000) },
      { name: 'b', value: new Uint8Array(10) },
    ];
    await db.indexParts.bulkPut(rows);
    expect(await bytesOf('index')).toBe(estimateBytes(rows[0]) + estimateBytes(rows[1]));
  });

  it('is told from samples of the whole table where there are many', async () => {
    const rows = Array.from({ length: 1_000 }, (_, number) => ({
      id: `2401.${String(number).padStart(5, '0')}`,
      openedAt: number,
    }));
    await db.seenPapers.bulkPut(rows);
    expect(await bytesOf('seen')).toBe(1_000 * estimateBytes(rows[0]));
    await db.seenPapers.bulkUpdate(
      rows.slice(500).map(({ id }) => ({ key: id, changes: { title: 'x'.repeat(1_000) } as object })),
    );
    expect(await bytesOf('seen')).toBeGreaterThan(300_000);
    expect(await bytesOf('seen')).toBeLessThan(700_000);
  });

  it('is put down to what it is for', async () => {
    await db.state.put({ key: 'calls', value: [1, 2, 3] });
    await db.momentum.put({ day: '2026-11-25', paperIds: ['2401.00001'], snapshots: [] });
    expect(await bytesOf('other')).toBeGreaterThan(0);
    expect(await bytesOf('days')).toBeGreaterThan(0);
    expect(await bytesOf('papers')).toBe(0);
  });
});
