import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListSync } from '../../lib/list-sync/list-sync';
import { scheduleListSync } from '../../lib/list-sync/schedule-list-sync';
import { nothingSynced, type SyncListState } from '../../lib/list-sync/sync-list-state';

const now = 1_000_000;
let ring: (name: string) => void;
let arrive: (changes: Record<string, { newValue?: unknown }>) => void;
let state: SyncListState | undefined;
let on: boolean;
const alarms = {
  create: vi.fn(),
  get: vi.fn(),
  clear: vi.fn(),
  onAlarm: {
    addListener: (listener: (alarm: { name: string }) => void) => {
      ring = (name) => listener({ name });
    },
  },
};
const sync = {
  pull: vi.fn(async () => undefined),
  push: vi.fn(async () => undefined),
  onRemoteChange: vi.fn(async () => undefined),
  leave: vi.fn(async () => undefined),
  erase: vi.fn(async () => undefined),
} satisfies ListSync;

beforeEach(() => {
  vi.clearAllMocks();
  state = undefined;
  on = true;
});

const schedule = () =>
  scheduleListSync({
    alarms,
    arrivals: {
      addListener: (listener) => {
        arrive = listener;
      },
    },
    sync,
    readState: async () => state,
    isOn: async () => on,
    now: () => now,
  });

describe('the exchange of the list', () => {
  it('is not planned while it is off', async () => {
    on = false;
    schedule().changed();
    await new Promise((resolve) => setTimeout(resolve));
    expect(alarms.create).not.toHaveBeenCalled();
  });

  it('comes half a minute after a change of the reader, by an alarm that outlives the worker', async () => {
    schedule().changed();
    await expect.poll(() => alarms.create.mock.calls).toEqual([['list-sync', { delayInMinutes: 0.5 }]]);
    expect(sync.push).not.toHaveBeenCalled();
    ring('list-sync');
    await expect.poll(() => sync.push.mock.calls.length).toBe(1);
  });

  it('takes no notice of other alarms', () => {
    schedule();
    ring('feed-sync');
    expect(sync.push).not.toHaveBeenCalled();
  });

  it('takes in what arrives', () => {
    schedule();
    const changes = { 'list/0': { newValue: 'x' } };
    arrive(changes);
    expect(sync.onRemoteChange).toHaveBeenCalledExactlyOnceWith(changes);
  });

  it.each([
    ['a write of its own', () => schedule().exchange()],
    [
      'a write that followed from what arrived',
      async () => {
        schedule();
        arrive({});
      },
    ],
  ])('is tried again when the browser takes writes, after %s was refused', async (_name, act) => {
    state = { ...nothingSynced, retryAt: now + 120_000 };
    await act();
    await expect.poll(() => alarms.create.mock.calls).toEqual([['list-sync', { delayInMinutes: 2 }]]);
  });

  it('begins when it is switched on, and forgets its state when it is switched off', async () => {
    const exchange = schedule();
    exchange.switched(true);
    await expect.poll(() => sync.push.mock.calls.length).toBe(1);
    exchange.switched(false);
    expect(sync.leave).toHaveBeenCalledOnce();
  });
});
