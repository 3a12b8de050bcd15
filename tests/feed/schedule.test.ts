import { describe, expect, it, vi } from 'vitest';
import { type Alarms, scheduleSync } from '../../lib/feed/schedule';

function createAlarms(existing: string[] = []) {
  const set = new Set(existing);
  const listeners = new Set<(alarm: { name: string }) => void>();
  const alarms: Alarms = {
    create: (name) => void set.add(name),
    get: async (name) => (set.has(name) ? { name } : undefined),
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
    await vi.waitFor(() => expect([...set]).toEqual(['feed-sync']));
  });

  it('leaves an alarm that runs already, so that it is not put off by every start of the worker', async () => {
    const { alarms } = createAlarms(['feed-sync']);
    const create = vi.spyOn(alarms, 'create');
    scheduleSync(alarms, async () => undefined);
    await Promise.resolve();
    expect(create).not.toHaveBeenCalled();
  });

  it('syncs on its own alarms and on no other', () => {
    const { alarms, ring } = createAlarms();
    const sync = vi.fn(async () => undefined);
    scheduleSync(alarms, sync);
    ring('feed-sync');
    ring('feed-sync-resume');
    ring('something else');
    expect(sync).toHaveBeenCalledTimes(2);
  });

  it('has a net below a run: an alarm that goes off if the worker dies in it', async () => {
    const { alarms, set } = createAlarms(['feed-sync']);
    let finish = (_report: string) => {};
    const run = scheduleSync(alarms, () => new Promise<string>((resolve) => (finish = resolve)));
    const report = run();
    expect(set.has('feed-sync-resume')).toBe(true);
    finish('done');
    expect(await report).toBe('done');
    expect(set.has('feed-sync-resume')).toBe(false);
  });

  it('hands on the day that was asked for', async () => {
    const sync = vi.fn(async (...asked: [string] | []) => asked);
    const run = scheduleSync<[string], [string] | []>(createAlarms().alarms, sync);
    expect(await run('2026-06-12')).toEqual(['2026-06-12']);
  });
});
