import { describe, expect, it, vi } from 'vitest';
import { type Alarms, regularPeriod, scheduleSync } from '../../lib/feed/schedule';

function createAlarms(existing: Record<string, number> = {}) {
  const set = new Map<string, number | undefined>(Object.entries(existing));
  const listeners = new Set<(alarm: { name: string }) => void>();
  const alarms: Alarms = {
    create: (name, { periodInMinutes }) => void set.set(name, periodInMinutes),
    get: async (name) => (set.has(name) ? { periodInMinutes: set.get(name) } : undefined),
    clear: async (name) => set.delete(name),
    onAlarm: { addListener: (listener) => void listeners.add(listener) },
  };
  const ring = (name: string) => {
    for (const listener of listeners) listener({ name });
  };
  return { alarms, set, ring };
}

describe('the schedule of the sync', () => {
  it('sets the regular alarm where there is none', async () => {
    const { alarms, set } = createAlarms();
    scheduleSync(alarms, async () => undefined);
    await vi.waitFor(() => expect([...set]).toEqual([['feed-sync', regularPeriod]]));
  });

  it('leaves an alarm that runs already, so that it is not put off by every start of the worker', async () => {
    const { alarms } = createAlarms({ 'feed-sync': regularPeriod });
    const create = vi.spyOn(alarms, 'create');
    scheduleSync(alarms, async () => undefined);
    await Promise.resolve();
    expect(create).not.toHaveBeenCalled();
  });

  it('replaces an alarm of another pace, as an earlier version set it', async () => {
    const { alarms, set } = createAlarms({ 'feed-sync': 30 });
    scheduleSync(alarms, async () => undefined);
    await vi.waitFor(() => expect(set.get('feed-sync')).toBe(regularPeriod));
  });

  it('replaces an alarm that a clock which was a day ahead has set', async () => {
    const { alarms } = createAlarms();
    const now = Date.parse('2026-06-12T09:00Z');
    const create = vi.spyOn(alarms, 'create');
    const scheduledTime = (ahead: number) => now + ahead * 60_000;
    alarms.get = async () => ({
      periodInMinutes: regularPeriod,
      scheduledTime: scheduledTime(regularPeriod),
    });
    scheduleSync(
      alarms,
      async () => undefined,
      () => now,
    );
    await Promise.resolve();
    expect(create).not.toHaveBeenCalled();
    alarms.get = async () => ({ periodInMinutes: regularPeriod, scheduledTime: scheduledTime(24 * 60) });
    scheduleSync(
      alarms,
      async () => undefined,
      () => now,
    );
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
  });

  it('leaves an hour between two alarms, and a little more', () => {
    expect(regularPeriod).toBeGreaterThan(60);
  });

  it('syncs on its own alarms and on no other, and regularly: nobody waits for it', () => {
    const { alarms, ring } = createAlarms();
    const sync = vi.fn(async () => undefined);
    scheduleSync(alarms, sync);
    ring('feed-sync');
    ring('feed-sync-resume');
    ring('something else');
    expect(sync.mock.calls).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
  });

  it('has a net below a run: an alarm that goes off if the worker dies in it', async () => {
    const { alarms, set } = createAlarms({ 'feed-sync': regularPeriod });
    let finish = (_report: string) => {};
    const run = scheduleSync(alarms, () => new Promise<string>((resolve) => (finish = resolve)));
    const report = run();
    expect(set.has('feed-sync-resume')).toBe(true);
    finish('done');
    expect(await report).toBe('done');
    expect(set.has('feed-sync-resume')).toBe(false);
  });

  it('hands on the day that was asked for, and who asked', async () => {
    const sync = vi.fn(async (first?: string, isRegular?: boolean) => [first, isRegular]);
    const run = scheduleSync(createAlarms().alarms, sync);
    expect(await run('2026-06-12')).toEqual(['2026-06-12', undefined]);
    expect(await run(undefined, true)).toEqual([undefined, true]);
  });
});
