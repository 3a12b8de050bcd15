import { describe, expect, it } from 'vitest';
import {
  keepListSnapshot,
  type ListSnapshot,
  readListSnapshot,
  type SnapshotStorage,
} from '../../lib/store/list-snapshot';

function memory(room = Number.POSITIVE_INFINITY): SnapshotStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
}

const madeBy = '1.2.3 en';
const snapshot: ListSnapshot = { madeBy, theme: 'dark', html: '<div class="popup"></div>' };

describe('the picture of the last list', () => {
  it('is read as it was kept', () => {
    const storage = memory();
    keepListSnapshot(storage, snapshot);
    expect(readListSnapshot(storage, madeBy)).toEqual(snapshot);
  });

  it('is not there before the first list', () => {
    expect(readListSnapshot(memory(), madeBy)).toBeUndefined();
  });

  it.each(['1.2.4 en', '1.2.3 de'])('of another version or language is not shown to %s', (other) => {
    const storage = memory();
    keepListSnapshot(storage, snapshot);
    expect(readListSnapshot(storage, other)).toBeUndefined();
  });

  it.each([
    '',
    'null',
    '7',
    '[]',
    '{"version":1,"list":{"papers":[]}}',
    '{"madeBy":"1.2.3 en"}',
    '{"madeBy":"1.2.3 en","theme":"dark","html":7}',
  ])('is not taken from %j', (stored) => {
    const storage = memory();
    storage.setItem('popup-list', stored);
    expect(readListSnapshot(storage, madeBy)).toBeUndefined();
  });

  it('takes a theme nobody knows for that of the system', () => {
    const storage = memory();
    storage.setItem('popup-list', JSON.stringify({ ...snapshot, theme: '"><b>' }));
    expect(readListSnapshot(storage, madeBy)?.theme).toBe('auto');
  });

  it('goes when there is no room for the next one, so that nothing old is shown', () => {
    const storage = memory(200);
    keepListSnapshot(storage, snapshot);
    keepListSnapshot(storage, { ...snapshot, html: 'x'.repeat(500) });
    expect(readListSnapshot(storage, madeBy)).toBeUndefined();
  });

  it('goes when there is no list to be shown any more', () => {
    const storage = memory();
    keepListSnapshot(storage, snapshot);
    keepListSnapshot(storage, undefined);
    expect(readListSnapshot(storage, madeBy)).toBeUndefined();
  });
});
