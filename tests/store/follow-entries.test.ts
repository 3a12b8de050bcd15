import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaperglossDatabase } from '../../lib/store/database';
import { type FollowedList, followEntries } from '../../lib/store/follow-entries';
import { changeEntries, mergeIntoList, removeEntries, restoreEntries } from '../../lib/store/reading-list';
import { at, entry, newDatabase, now, storedEntry } from './stored-papers';

let db: PaperglossDatabase;
let lists: FollowedList[];
let end = () => {};
beforeEach(() => {
  db = newDatabase();
  lists = [];
});
afterEach(() => end());

const idOf = (position: number) => `2606.${String(position + 1).padStart(5, '0')}`;

async function fill(count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, position) => {
    const time = now + position;
    return { ...storedEntry(idOf(position), { addedAt: time, changedAt: time }), writtenAt: time };
  });
  await db.readingEntries.bulkPut(entries);
}

function follow(): void {
  end = followEntries(
    db,
    (list) => lists.push(list),
    (error) => expect.unreachable(String(error)),
  );
}

const last = () => lists.at(-1);
const ids = () => last()?.entries.map(({ id }) => id);

describe('following the reading list', () => {
  it('gives the entries saved last first, then the whole list', async () => {
    await fill(200);
    follow();
    await expect.poll(() => lists.length).toBe(2);
    expect(lists[0]).toMatchObject({ complete: false });
    expect(lists[0]?.entries[0]?.id).toBe(idOf(199));
    expect(last()?.entries).toHaveLength(200);
    expect(last()?.complete).toBe(true);
  });

  it('of an empty list says so', async () => {
    follow();
    await expect.poll(() => last()).toEqual({ entries: [], complete: true });
  });

  it('reads after a change what was written since, and not the list', async () => {
    await fill(200);
    follow();
    await expect.poll(() => last()?.entries.length).toBe(200);
    const read = vi.fn();
    db.readingEntries.hook('reading', (row) => {
      read();
      return row;
    });
    await changeEntries(db, [{ id: idOf(3), change: { stars: 2 } }], at(now + 1_000));
    await expect.poll(() => last()?.entries.find(({ id }) => id === idOf(3))?.stars).toBe(2);
    expect(last()?.entries).toHaveLength(200);
    expect(read.mock.calls.length).toBeLessThan(10);
  });

  it('sees what is removed, and what comes back', async () => {
    await fill(3);
    follow();
    await expect.poll(ids).toHaveLength(3);
    const removed = await removeEntries(db, [idOf(1)], now + 5);
    await expect.poll(ids).toEqual([idOf(0), idOf(2)]);
    await restoreEntries(db, removed, at(now + 5));
    await expect.poll(ids).toHaveLength(3);
  });

  it('sees what another machine added, however long ago it did', async () => {
    await fill(3);
    follow();
    await expect.poll(ids).toHaveLength(3);
    await mergeIntoList(db, [entry('1706.03762', { addedAt: 5, changedAt: 5 })], at(now + 10));
    await expect.poll(ids).toContain('1706.03762');
  });

  it('sees what is written after the clock was put back', async () => {
    await fill(3);
    follow();
    await expect.poll(ids).toHaveLength(3);
    await changeEntries(db, [{ id: idOf(0), change: { stars: 2 } }], at(now - 3_600_000));
    await expect.poll(() => last()?.entries.find(({ id }) => id === idOf(0))?.stars).toBe(2);
    await removeEntries(db, [idOf(1)], now - 7_200_000);
    await expect.poll(ids).toEqual([idOf(0), idOf(2)]);
  });

  it('ends when told, and says no more', async () => {
    follow();
    await expect.poll(() => lists.length).toBeGreaterThan(0);
    end();
    const before = lists.length;
    await fill(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lists).toHaveLength(before);
  });
});
