// When the reading list is exchanged with the account: soon after the reader changed it, when something has arrived, when the browser
// starts, and when the browser takes writes again. By alarms, because the worker that would wait for a timer is long dead.
import { reporting } from '../diagnosis/report';
import type { Alarms } from '../feed/schedule';
import type { ListSync } from './list-sync';
import type { SyncListState } from './sync-list-state';

type Changes = Record<string, { newValue?: unknown }>;

export interface ScheduleDeps {
  alarms: Alarms;
  /** `storage.sync.onChanged`; absent where the browser has none. */
  arrivals?: { addListener(listener: (changes: Changes) => void): void };
  sync: ListSync;
  readState(): Promise<SyncListState | undefined>;
  /** Whether the reader has switched it on. */
  isOn(): Promise<boolean>;
  /** ms since 1970 */
  now(): number;
}

export interface ListSyncSchedule {
  /** To be called after every change the reader made. */
  changed(): void;
  /** The reader has switched it on or off. */
  switched(on: boolean): void;
  /** Exchanges now. */
  exchange(): Promise<void>;
  /** Takes the list out of the account. */
  erase(): Promise<void>;
}

const alarm = 'list-sync';

/** Minutes after the last change; browsers allow no less. */
const quiet = 0.5;

/** Registers its listeners at once. */
export function scheduleListSync({
  alarms,
  arrivals,
  sync,
  readState,
  isOn,
  now,
}: ScheduleDeps): ListSyncSchedule {
  /** What the browser refused is tried again when it takes writes. */
  async function settle(work: Promise<void>): Promise<void> {
    await work;
    const { retryAt } = (await readState()) ?? {};
    if (retryAt !== undefined) {
      alarms.create(alarm, { delayInMinutes: Math.max(quiet, (retryAt - now()) / 60_000) });
    }
  }
  const exchange = () => settle(sync.push());
  async function plan(): Promise<void> {
    if (await isOn()) alarms.create(alarm, { delayInMinutes: quiet });
  }
  const quietly = (work: Promise<void>) => void work.catch(reporting('account'));

  arrivals?.addListener((changes) => quietly(settle(sync.onRemoteChange(changes))));
  alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) quietly(exchange());
  });
  return {
    changed: () => quietly(plan()),
    switched: (on) => quietly(on ? exchange() : sync.leave()),
    exchange,
    erase: sync.erase,
  };
}
