import { describe, expect, it, vi } from 'vitest';
import { compareList } from '../../lib/list-sync/compare-list';
import { bucketKey, bucketOf, itemBytes, metaKey } from '../../lib/list-sync/sync-layout';
import { isKept } from '../../lib/papers/merge-entries';
import { createWorld, listOf, type Machine } from './simulated-machines';
import { typicalList } from './typical-list';

const id = '2606.00001';
const other = '2606.00002';
const keyOf = (paper: string) => bucketKey(bucketOf(paper));

/** A world with this many machines, the first and the second of them. */
function createTwo(skews: number[] = [0, 0]) {
  const world = createWorld(skews);
  const [one, two] = world.machines as [Machine, Machine];
  return { world, one, two };
}

describe('a list that is synced', () => {
  it('is on the other machine, with everything the reader decided', async () => {
    const { world, one, two } = createTwo();
    one.save(id);
    one.change(id, { status: 'reading', stars: 2, note: 'n', snoozedUntil: '2027-01-01', addTags: ['a'] });
    await one.sync.push();
    world.account.deliverAll();
    await world.idle();
    expect(listOf(two)).toEqual(listOf(one));
    expect(two.state()).toMatchObject({
      entries: 1,
      lastPull: world.now(),
      notesLeftOut: [],
      entriesLeftOut: [],
    });
  });

  it('is written in one go, and only the items that tell something new', async () => {
    const { one } = createTwo();
    const set = vi.spyOn(one.area, 'set');
    one.save(id);
    one.save(other);
    await one.sync.push();
    one.change(other, { stars: 1 });
    await one.sync.push();
    await one.sync.push();
    expect(set.mock.calls.map(([items]) => Object.keys(items).sort())).toEqual([
      [keyOf(id), keyOf(other), metaKey].sort(),
      [keyOf(other)],
    ]);
  });

  it('is not written by a pull', async () => {
    const { one } = createTwo();
    one.save(id);
    await one.sync.pull();
    expect(one.area.items.size).toBe(0);
    expect(one.state()).toMatchObject({ entries: 0, bytesUsed: 0, bytesOf: 102_400 });
  });

  it('says how full the quota is, with what else lies there', async () => {
    const { one } = createTwo();
    one.area.items.set('other', 'x'.repeat(50));
    one.save(id);
    await one.sync.push();
    const items = [...one.area.items];
    expect(one.state()?.bytesUsed).toBe(items.reduce((sum, [key, value]) => sum + itemBytes(key, value), 0));
  });

  it('leaves long notes on their machine and names them', async () => {
    const { world, one, two } = createTwo();
    one.save(id);
    one.change(id, { note: 'n'.repeat(1_001), stars: 3 });
    await one.sync.push();
    await world.settle();
    expect(one.state()).toMatchObject({ entries: 1, notesLeftOut: [id], entriesLeftOut: [] });
    expect(listOf(two)[0]).toMatchObject({ note: '', stars: 3 });
    expect(one.records.get(id)?.note).toHaveLength(1_001);
  });
});

describe('switched off', () => {
  it('it neither reads nor writes', async () => {
    const { one } = createTwo();
    const get = vi.spyOn(one.area, 'get');
    one.setOn(false);
    one.save(id);
    await one.sync.push();
    await one.sync.pull();
    await one.sync.onRemoteChange({ [keyOf(id)]: { newValue: '1.AAAA' } });
    expect(get).not.toHaveBeenCalled();
    expect(one.state()).toBeUndefined();
    expect(one.area.items.size).toBe(0);
  });

  it('while it waits to write, it does not write', async () => {
    const { one } = createTwo();
    one.save(id);
    await one.sync.push();
    const get = vi.spyOn(one.area, 'get');
    get.mockImplementationOnce(async () => {
      one.setOn(false);
      return Object.fromEntries(one.area.items);
    });
    one.save(other);
    await one.sync.push();
    await one.sync.leave();
    expect(one.area.writes).toHaveLength(1);
    expect(one.state()).toMatchObject({ entries: 0, bytesUsed: 0 });
    expect(one.state()).not.toHaveProperty('lastPush');
  });

  it('what is stored stays, for the other machines', async () => {
    const { one } = createTwo();
    one.save(id);
    await one.sync.push();
    one.setOn(false);
    await one.sync.leave();
    expect(one.area.items.has(keyOf(id))).toBe(true);
  });

  it('what is stored can be taken out, and nothing else is', async () => {
    const { one } = createTwo();
    one.area.items.set('other', 1);
    one.save(id);
    await one.sync.push();
    one.setOn(false);
    await one.sync.erase();
    expect([...one.area.items.keys()]).toEqual(['other']);
    expect(listOf(one)).toHaveLength(1);
  });
});

describe('writes', () => {
  it('are ten seconds apart, however fast things change', async () => {
    const { world, one } = createTwo();
    for (let place = 1; place <= 40; place++) {
      one.save(`2606.${`${place}`.padStart(5, '0')}`);
      await one.sync.push();
      world.pass(300);
    }
    const pauses = one.area.writes.slice(1).map((time, place) => time - (one.area.writes[place] ?? 0));
    expect(pauses.length).toBeGreaterThan(5);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000);
  });

  it('of many requests at once are two at most', async () => {
    const { one } = createTwo();
    const get = vi.spyOn(one.area, 'get');
    one.save(id);
    const requests = Array.from({ length: 50 }, () => one.sync.push());
    one.save(other);
    await Promise.all(requests);
    expect(get.mock.calls.length).toBeLessThanOrEqual(2);
    expect(one.state()?.entries).toBe(2);
  });

  it('take up what is asked for while one goes on', async () => {
    const { one } = createTwo();
    one.save(id);
    const { set } = one.area;
    let later: Promise<void> | undefined;
    one.area.set = async (items) => {
      await set(items);
      if (later) return;
      one.save(other);
      later = one.sync.push();
    };
    await one.sync.push();
    await later;
    expect(one.state()?.entries).toBe(2);
  });

  it('come as soon as ever when the clock was put back', async () => {
    const { world, one } = createTwo();
    one.save(id);
    await one.sync.push();
    world.pass(-400 * 86_400_000);
    const before = world.now();
    one.save(other);
    await one.sync.push();
    expect(world.now() - before).toBe(10_000);
    expect(one.area.writes).toHaveLength(2);
  });

  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'too-fast', 60_000],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'too-fast', 3_600_000],
    ['QUOTA_BYTES quota exceeded', 'no-room', 3_600_000],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'no-room', 3_600_000],
    ['IO error: /some/where', 'refused', 300_000],
  ])('that are refused with "%s" are tried again later', async (message, code, pause) => {
    const { world, one } = createTwo();
    const { set } = one.area;
    one.area.set = () => Promise.reject(new Error(message));
    one.save(id);
    await one.sync.push();
    const retryAt = world.now() + pause;
    expect(one.state()).toMatchObject({ failure: { code, detail: message }, retryAt, entries: 0 });

    const tries = vi.fn(set);
    one.area.set = tries;
    world.pass(pause - 1);
    await one.sync.push();
    expect(tries).not.toHaveBeenCalled();
    expect(one.state()).toMatchObject({ failure: { code }, retryAt });

    world.pass(1);
    await one.sync.push();
    expect(one.state()).toMatchObject({ entries: 1, lastPush: world.now() });
    expect(one.state()?.failure).toBeUndefined();
    expect(one.state()?.retryAt).toBeUndefined();
  });
});

describe('what other machines write', () => {
  it('is taken in before anything is written over it', async () => {
    const { world, one, two } = createTwo();
    one.area.online = false;
    two.save(id);
    await two.sync.push();
    one.save(id);
    one.change(id, { stars: 1 });
    await one.sync.push();
    two.change(id, { status: 'done' });
    await two.sync.push();
    await world.settle();
    expect(listOf(one)[0]).toMatchObject({ stars: 1, status: 'done' });
    expect(listOf(two)).toEqual(listOf(one));
  });

  it('stays in what is written, though its writer never comes back', async () => {
    const { world, one, two } = createTwo();
    const [first, second] = typicalList(200).filter((entry) => bucketOf(entry.id) === 0);
    two.save(first?.id ?? '');
    await two.sync.push();
    two.area.online = false;
    // As after a start of the browser: the value is there, and nobody was told.
    one.area.onChanged = () => undefined;
    world.account.deliverAll();
    one.save(second?.id ?? '');
    await one.sync.push();
    expect(
      compareList(Object.fromEntries(world.account.items), [], [])
        .news.map((entry) => entry.id)
        .sort(),
    ).toEqual([first?.id, second?.id].sort());
  });

  it('keeps its short note where this machine has a newer one that is too long', async () => {
    const { world, one, two } = createTwo();
    two.save(id);
    two.change(id, { note: 'short' });
    await two.sync.push();
    world.account.deliverAll();
    await world.idle();
    one.change(id, { note: 'n'.repeat(2_000), stars: 1 });
    await one.sync.push();
    const [there] = compareList(Object.fromEntries(one.area.items), [], []).news;
    expect(there).toMatchObject({ note: 'short', stars: 1 });
    expect(one.records.get(id)?.note).toHaveLength(2_000);
  });

  it('is taken in although it was overwritten before it was read', async () => {
    const { one, two } = createTwo();
    two.save(id);
    await two.sync.push();
    await one.sync.onRemoteChange({ [keyOf(id)]: { newValue: two.area.items.get(keyOf(id)) } });
    expect(listOf(one)).toEqual(listOf(two));
  });

  it('sets off nothing when it is what this machine wrote, or of no concern', async () => {
    const { one } = createTwo();
    one.save(id);
    await one.sync.push();
    const get = vi.spyOn(one.area, 'get');
    await one.sync.onRemoteChange({ [keyOf(id)]: { newValue: one.area.items.get(keyOf(id)) } });
    await one.sync.onRemoteChange({ settings: { newValue: 1 } });
    expect(get).not.toHaveBeenCalled();
  });

  it.each([
    ['noise', `1.${'Zm9v'.repeat(1_900)}`],
    ['half of what was written', undefined],
    ['a number', 5],
    ['null', null],
    ['an object', { entries: [] }],
    ['a very long text', '1.'.padEnd(2_000_000, 'A')],
  ])('and is %s costs nothing here, and is made anew', async (_, rubbish) => {
    const { one } = createTwo();
    one.save(id);
    await one.sync.push();
    const written = String(one.area.items.get(keyOf(id)));
    one.area.items.set(keyOf(id), rubbish === undefined ? written.slice(0, written.length / 2) : rubbish);
    await one.sync.pull();
    expect(one.state()).toMatchObject({ unreadable: 1, entries: 0 });
    expect(listOf(one)).toHaveLength(1);
    await one.sync.push();
    expect(one.area.items.get(keyOf(id))).toBe(written);
    expect(one.state()?.unreadable).toBeUndefined();
  });

  it('and is of a later version is left as it is, and said', async () => {
    const { one } = createTwo();
    one.area.items.set(keyOf(id), '2.something else');
    one.save(id);
    one.save(other);
    await one.sync.push();
    expect(one.area.items.get(keyOf(id))).toBe('2.something else');
    expect(one.state()).toMatchObject({ unreadable: 1, entries: 1, entriesLeftOut: [id] });
  });

  it('and is laid out by a later version is not touched at all', async () => {
    const { one } = createTwo();
    one.area.items.set(metaKey, { format: 2 });
    one.save(id);
    await one.sync.push();
    expect([...one.area.items]).toEqual([[metaKey, { format: 2 }]]);
    expect(one.state()?.failure?.code).toBe('newer-version');
  });
});

describe('when something fails', () => {
  it('an area that cannot be read is said, and the next run has another try', async () => {
    const { one } = createTwo();
    const get = vi.spyOn(one.area, 'get').mockRejectedValueOnce(new Error('no such account'));
    one.save(id);
    await one.sync.push();
    expect(one.state()?.failure).toEqual({ code: 'unreachable', detail: 'no such account' });
    await one.sync.push();
    expect(get).toHaveBeenCalledTimes(2);
    expect(one.state()).toMatchObject({ entries: 1 });
    expect(one.state()?.failure).toBeUndefined();
  });

  it('a list that cannot be written is said, nothing is written over what was stored, and the next run has another try', async () => {
    const { world, one, two } = createTwo();
    two.save(id);
    await two.sync.push();
    one.save(other);
    const put = vi.spyOn(one.records, 'set').mockImplementation(() => {
      throw new Error('disk full');
    });
    world.account.deliverAll();
    await world.idle();
    await one.sync.push();
    expect(one.state()?.failure).toEqual({ code: 'store', detail: 'disk full' });
    expect(one.area.writes).toEqual([]);
    put.mockRestore();
    await world.settle();
    expect(listOf(one).map((entry) => entry.id)).toEqual([id, other]);
    expect(listOf(two)).toEqual(listOf(one));
  });
});

describe('room', () => {
  it.each([
    [2_300, 'with all their notes', 0],
    [3_400, 'if not for all notes', 330],
  ])('is there for %i entries of the usual kind, %s', (count, _, mostNotes) => {
    const list = typicalList(count);
    const { entries, entriesLeftOut, notesLeftOut, bytesUsed } = compareList({}, [], list).report(true);
    expect(entriesLeftOut).toEqual([]);
    expect(notesLeftOut.length).toBeLessThanOrEqual(mostNotes);
    expect(entries).toBe(list.filter(isKept).length);
    expect(bytesUsed).toBeLessThanOrEqual(102_400);
  });

  it('never exceeds the quotas with 10,000 entries, and says what stays here', async () => {
    const { world, one, two } = createTwo();
    const list = typicalList(10_000);
    for (const entry of list) one.records.set(entry.id, entry);
    await one.sync.push();
    expect(one.state()?.failure).toBeUndefined();
    const { entries = 0, entriesLeftOut = [] } = one.state() ?? {};
    expect(entries + entriesLeftOut.length).toBe(listOf(one).length);
    expect(entriesLeftOut.length).toBeGreaterThan(0);
    world.account.deliverAll();
    await world.idle();
    expect(listOf(two)).toHaveLength(entries);
    expect(listOf(one)).toHaveLength(list.filter(isKept).length);
    expect(one.area.writes).toHaveLength(1);
    expect(two.area.writes).toHaveLength(0);
  }, 60_000);
});
