import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaperglossDatabase } from '../../lib/store/database';
import { listEntries } from '../../lib/store/reading-list';
import {
  type MirrorArea,
  mirrorEntries,
  restoreFromMirror,
  unmirrorEntry,
} from '../../lib/store/reading-list-mirror';
import { entry, newDatabase, now } from './stored-papers';

/** The browser's `storage.local` for what the mirror needs of it: values are copied, as there. */
function storageArea(items: Record<string, unknown> = {}): MirrorArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async (keys) =>
      structuredClone(
        keys === null
          ? items
          : Object.fromEntries(keys.flatMap((key) => (key in items ? [[key, items[key]]] : []))),
      ),
    async set(changed) {
      Object.assign(items, structuredClone(changed));
    },
    async remove(keys) {
      for (const key of keys) delete items[key];
    },
  };
}

let db: PaperglossDatabase;
let area: ReturnType<typeof storageArea>;
beforeEach(() => {
  db = newDatabase();
  area = storageArea({ settings: { version: 1 } });
});

describe('the mirror of the reading list', () => {
  it('has one key an entry, beside what else is stored there', async () => {
    await mirrorEntries(area, [entry('2606.00001'), entry('hep-th/9901001')]);
    await mirrorEntries(area, [entry('2606.00001', { status: 'done' })]);
    await unmirrorEntry(area, 'hep-th/9901001');
    expect(area.items).toEqual({
      settings: { version: 1 },
      'reading/2606.00001': entry('2606.00001', { status: 'done' }),
    });
  });

  it('brings the list back when the database was wiped', async () => {
    await mirrorEntries(area, [entry('2606.00001', { note: 'mine' }), entry('2606.00002')]);
    expect(await restoreFromMirror(db, area)).toBe(2);
    expect(await listEntries(db)).toHaveLength(2);
    expect((await db.readingEntries.get('2606.00001'))?.note).toBe('mine');
  });

  it('leaves a list that is there as it is, removed entries included', async () => {
    await db.readingEntries.put(entry('2606.00001', { changedAt: now + 1 }));
    await mirrorEntries(area, [entry('2606.00001'), entry('2606.00002')]);
    expect(await restoreFromMirror(db, area)).toBe(0);
    expect(await listEntries(db)).toEqual([entry('2606.00001', { changedAt: now + 1 })]);
  });

  it('gets what a crash between the two writes kept from it', async () => {
    await db.readingEntries.bulkPut([
      entry('2606.00001'),
      entry('2606.00002', { status: 'done', changedAt: now + 1 }),
    ]);
    await mirrorEntries(area, [entry('2606.00002')]);
    await restoreFromMirror(db, area);
    expect(area.items).toMatchObject({
      'reading/2606.00001': entry('2606.00001'),
      'reading/2606.00002': { status: 'done' },
    });
  });

  it('that is empty or damaged restores what can be restored', async () => {
    expect(await restoreFromMirror(db, area)).toBe(0);
    area.items['reading/2606.00001'] = { id: '2606.00001' };
    area.items['reading/x'] = 'nonsense';
    area.items['reading/2606.00002'] = entry('2606.00002');
    expect(await restoreFromMirror(db, area)).toBe(1);
    expect(await listEntries(db)).toEqual([entry('2606.00002')]);
  });
});
