import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isKnownMiss, recordMiss } from '../../lib/store/missed-look-ups';
import { callLog, readSyncState, writeSyncState } from '../../lib/store/sync-state';
import { day, newDatabase, now } from './stored-papers';

describe('the state of the sync', () => {
  const running = { day: '2026-06-12', since: now, done: 3, planned: 22 };

  it('is empty at first', async () => {
    expect(await readSyncState(newDatabase(), now)).toEqual({});
  });

  it('changes field by field; undefined removes one', async () => {
    const db = newDatabase();
    await writeSyncState(db, { retryAt: now, running });
    await writeSyncState(db, { lastSuccessAt: now, retryAt: undefined });
    const state = await readSyncState(db, now);
    expect(state).toEqual({ lastSuccessAt: now, running });
    expect(Object.keys(state)).not.toContain('retryAt');
  });

  it('loses no field when two write at the same time', async () => {
    const db = newDatabase();
    await Promise.all([writeSyncState(db, { lastSuccessAt: now }), writeSyncState(db, { retryAt: now })]);
    expect(await readSyncState(db, now)).toEqual({ lastSuccessAt: now, retryAt: now });
  });

  it.each([
    ['is running as long as it gives signs of life', 119_999, running],
    ['is dead after two minutes of silence', 120_000, undefined],
    ['is dead, too, when its last sign is far in the future', -120_000, undefined],
  ])('%s', async (_name, silence, expected) => {
    const db = newDatabase();
    await writeSyncState(db, { running });
    expect((await readSyncState(db, now + silence)).running).toEqual(expected);
  });

  it('has a log of calls beside it', async () => {
    const db = newDatabase();
    const log = callLog(db);
    expect(await log.read()).toEqual([]);
    await log.write([now, now + 1]);
    expect(await log.read()).toEqual([now, now + 1]);
    expect(await readSyncState(db, now)).toEqual({});
  });
});

describe('a paper the feed did not have', () => {
  it('is remembered for a day', async () => {
    const db = newDatabase();
    expect(await isKnownMiss(db, '2606.00001', now)).toBe(false);
    await recordMiss(db, '2606.00001', () => now);
    expect(await isKnownMiss(db, '2606.00001', now + day - 1)).toBe(true);
    expect(await isKnownMiss(db, '2606.00001', now + day)).toBe(false);
    expect(await isKnownMiss(db, '2606.00002', now)).toBe(false);
  });

  it('is not remembered by a clock that was ahead', async () => {
    const db = newDatabase();
    await recordMiss(db, '2606.00001', () => now + day);
    expect(await isKnownMiss(db, '2606.00001', now)).toBe(false);
  });

  it('makes room when it is forgotten, and there are never more than 2,000', async () => {
    const db = newDatabase();
    await recordMiss(db, '2606.00001', () => now - day);
    await recordMiss(db, '2606.00002', () => now);
    await recordMiss(db, '2606.00002', () => now + 1);
    expect((await db.state.get('missed-look-ups'))?.value).toEqual([['2606.00002', now + 1]]);
    const many = Array.from({ length: 2_000 }, (_, index) => [`2605.${index + 10_000}`, now]);
    await db.state.put({ key: 'missed-look-ups', value: many });
    await recordMiss(db, '2606.00003', () => now);
    const misses = (await db.state.get('missed-look-ups'))?.value as unknown[];
    expect(misses).toHaveLength(2_000);
    expect(misses.at(-1)).toEqual(['2606.00003', now]);
    expect(await isKnownMiss(db, '2605.10000', now)).toBe(false);
  });
});
