import { describe, expect, it } from 'vitest';
import type { DailyList } from '../../lib/store/daily-list';
import { keepListSnapshot, readListSnapshot, type SnapshotStorage } from '../../lib/store/list-snapshot';

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

const list: DailyList = {
  source: 'feed',
  day: '2026-06-12',
  papers: [
    {
      id: '2606.10001',
      title: 'A title',
      abstract: '',
      authors: ['Ada One'],
      keywords: [],
      fetchedAt: 1,
      origin: 'feed',
      status: 'to-read',
    },
  ],
  fetchedAt: 1,
  sync: { lastSuccessAt: 1, running: { day: '2026-06-12', since: 1, done: 0, planned: 2 } },
  failure: { code: 'timeout', detail: 'too slow' },
};

describe('the picture of the last list', () => {
  it('shows the papers again, without what was true for a moment only', () => {
    const storage = memory();
    keepListSnapshot(storage, list);
    const { failure, ...lasting } = list;
    expect(readListSnapshot(storage)).toEqual({ ...lasting, sync: {} });
  });

  it('is not there before the first list', () => expect(readListSnapshot(memory())).toBeUndefined());

  it.each([
    '',
    'null',
    '[]',
    '{"version":0,"list":{"papers":[]}}',
    '{"version":1}',
    '{"version":1,"list":7}',
  ])('is not taken from %j', (stored) => {
    const storage = memory();
    storage.setItem('popup-list', stored);
    expect(readListSnapshot(storage)).toBeUndefined();
  });

  it('goes when there is no room for the next one, so that nothing old is shown', () => {
    const storage = memory(1000);
    keepListSnapshot(storage, list);
    keepListSnapshot(storage, {
      ...list,
      papers: Array.from({ length: 50 }, () => list.papers[0] ?? never()),
    });
    expect(readListSnapshot(storage)).toBeUndefined();
  });
});

function never(): never {
  throw new Error('there is a paper');
}
