import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeEntry } from '../../lib/papers/entry-changes';
import type { PaperglossDatabase } from '../../lib/store/database';
import { listEntries } from '../../lib/store/reading-list';
import {
  completeMirror,
  type MirrorArea,
  mirrorEntries,
  restoreFromMirror,
  unmirrorEntries,
} from '../../lib/store/reading-list-mirror';
import { at, entry, newDatabase, now, storedEntry } from './stored-papers';

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
    await unmirrorEntries(area, ['hep-th/9901001']);
    expect(area.items).toEqual({
      settings: { version: 1 },
      'reading/2606.00001': entry('2606.00001', { status: 'done' }),
    });
  });

  it('brings the list back when the database was wiped', async () => {
    await mirrorEntries(area, [entry('2606.00001', { note: 'mine' }), entry('2606.00002')]);
    expect(await restoreFromMirror(db, area, now)).toBe(2);
    expect(await listEntries(db)).toHaveLength(2);
    expect((await db.readingEntries.get('2606.00001'))?.note).toBe('mine');
  });

  it('leaves a list that is there as it is, removed entries included', async () => {
    await db.readingEntries.put(storedEntry('2606.00001', { changedAt: now + 1 }));
    await mirrorEntries(area, [entry('2606.00001'), entry('2606.00002')]);
    expect(await restoreFromMirror(db, area, now)).toBe(0);
    expect(await listEntries(db)).toEqual([entry('2606.00001', { changedAt: now + 1 })]);
  });

  it('does not bring back what the store says was removed', async () => {
    await db.removedEntries.put(storedEntry('2606.00001'));
    await mirrorEntries(area, [entry('2606.00001'), entry('2606.00002')]);
    await restoreFromMirror(db, area, now);
    expect((await listEntries(db)).map(({ id }) => id)).toEqual(['2606.00002']);
  });

  it('gets what a crash between the two writes kept from it, and loses what was removed then', async () => {
    const done = changeEntry(entry('2606.00002'), { status: 'done' }, at(now + 1));
    await db.readingEntries.bulkPut([storedEntry('2606.00001'), { ...done, writtenAt: now }]);
    await db.removedEntries.put(storedEntry('2606.00003'));
    await mirrorEntries(area, [entry('2606.00002'), entry('2606.00003')]);
    await completeMirror(db, area, now);
    expect(area.items).toEqual({
      settings: { version: 1 },
      'reading/2606.00001': entry('2606.00001'),
      'reading/2606.00002': done,
    });
  });

  it('is not emptied by an empty list, which may be a lost one', async () => {
    await mirrorEntries(area, [entry('2606.00001')]);
    await completeMirror(db, area, now);
    expect(area.items).toHaveProperty(['reading/2606.00001']);
    expect(await listEntries(db)).toEqual([entry('2606.00001')]);
  });

  it('brings back what was lost, also beside what was saved before anybody noticed', async () => {
    const saved = storedEntry('2606.00002', { addedAt: now + 1, changedAt: now + 1 });
    const read = area.get;
    area.get = async (keys) => {
      await db.readingEntries.put(saved);
      return read(keys);
    };
    await mirrorEntries(area, [entry('2606.00001', { note: 'mine' })]);
    expect(await restoreFromMirror(db, area, now)).toBe(1);
    expect((await listEntries(db)).map(({ id }) => id)).toEqual(['2606.00002', '2606.00001']);
  });

  it('brings back at the start of the browser what is missing in a list that is there', async () => {
    await db.readingEntries.put(storedEntry('2606.00002'));
    await mirrorEntries(area, [entry('2606.00001', { note: 'mine' }), entry('2606.00002')]);
    await completeMirror(db, area, now);
    expect(await db.readingEntries.get('2606.00001')).toMatchObject({ note: 'mine' });
    expect(Object.keys(area.items)).toContain('reading/2606.00001');
  });

  it('and the list end up with the changes of both, whichever of them was left behind', async () => {
    const known = storedEntry('2606.00001', { note: 'of the list', changedAt: now + 1 });
    await db.readingEntries.put(known);
    await mirrorEntries(area, [entry('2606.00001', { status: 'done', changedAt: now + 2 })]);
    await completeMirror(db, area, now);
    const [listed] = await listEntries(db);
    expect(listed).toMatchObject({ note: 'of the list', status: 'done' });
    expect(area.items['reading/2606.00001']).toEqual(listed);
  });

  it('that agrees with the list is neither written nor read into it', async () => {
    await db.readingEntries.put(storedEntry('2606.00001'));
    await mirrorEntries(area, [entry('2606.00001')]);
    const before = await db.readingEntries.toArray();
    const set = vi.spyOn(area, 'set');
    await completeMirror(db, area, now + 1);
    expect(set).not.toHaveBeenCalled();
    expect(await db.readingEntries.toArray()).toEqual(before);
  });

  it('of an earlier version is read, too', async () => {
    const { id, title, authors, status, tags, note, addedAt, changedAt } = entry('2606.00001', {
      note: 'old',
    });
    area.items[`reading/${id}`] = { id, title, authors, status, tags, note, addedAt, changedAt };
    await restoreFromMirror(db, area, now);
    expect(await listEntries(db)).toEqual([entry('2606.00001', { note: 'old' })]);
  });

  it('that is empty or damaged restores what can be restored', async () => {
    expect(await restoreFromMirror(db, area, now)).toBe(0);
    area.items['reading/2606.00001'] = { id: '2606.00001' };
    area.items['reading/x'] = 'nonsense';
    area.items['reading/2606.00002'] = entry('2606.00002');
    expect(await restoreFromMirror(db, area, now)).toBe(1);
    expect(await listEntries(db)).toEqual([entry('2606.00002')]);
  });
});
