// Carries the reading list through the browser's `storage.sync`: reads, merges, then writes what others do not know. One run at a time.
import type { ReadingEntry } from '../papers/reading-entry';
import { compareList, type ListComparison } from './compare-list';
import { failingAs, longestPause, refusalOf, SyncFailure } from './sync-failure';
import { bucketCount, isLaterLayout, isListKey, metaKey } from './sync-layout';
import { nothingSynced, type SyncListState } from './sync-list-state';

/** The part of the browser's `storage.sync` this needs. */
export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface ListSyncDeps {
  area: SyncArea;
  /** The list, and what was removed from it. */
  records(): Promise<ReadingEntry[]>;
  /** Merges into the list, all or nothing. */
  merge(entries: ReadingEntry[]): Promise<unknown>;
  state: { read(): Promise<SyncListState | undefined>; write(state: SyncListState): Promise<unknown> };
  /** ms since 1970 */
  now(): number;
  wait(ms: number): Promise<unknown>;
  /** Whether the reader has switched it on. */
  isOn(): Promise<boolean>;
}

/** What fails is in the state; these reject only when the state cannot be read or written, or the settings. */
export interface ListSync {
  /** Takes in what other machines wrote. Writes nothing. */
  pull(): Promise<void>;
  /** The same, then writes what others do not know. For every change of the list, and for the alarm at `retryAt`. */
  push(): Promise<void>;
  /** For `storage.sync.onChanged`, this machine's own writes among them. */
  onRemoteChange(changes: Record<string, { newValue?: unknown }>): Promise<void>;
  /** To be called when it has been switched off. What is stored stays: other machines use it. */
  leave(): Promise<void>;
  /** Takes the list out of the account. Only when it is off: otherwise it is written anew. Rejects as the area does. */
  erase(): Promise<void>;
}

/** ms between writes. The browsers allow 120 a minute and 1,800 an hour. */
const betweenWrites = 10_000;

/** How many values are kept that may have been overwritten meanwhile; for when they cannot be merged. */
const mostArrived = 4 * bucketCount;

export function createListSync(deps: ListSyncDeps): ListSync {
  const { area, now } = deps;
  let running: Promise<void> | undefined;
  let asked: { write: boolean } | undefined;
  let arrived: unknown[] = [];
  const ownWrites = new Map<string, unknown>();

  function request(write: boolean): Promise<void> {
    asked = { write: write || asked?.write === true };
    running ??= runWhileAsked();
    return running;
  }

  async function runWhileAsked(): Promise<void> {
    try {
      while (asked) {
        const { write } = asked;
        asked = undefined;
        await exchange(write);
      }
    } finally {
      // Together with the last look at `asked`: a request in between would be lost.
      running = undefined;
      asked = undefined;
    }
  }

  async function exchange(write: boolean): Promise<void> {
    if (!(await deps.isOn())) {
      arrived = [];
      return;
    }
    const before = (await deps.state.read()) ?? nothingSynced;
    const after = await attempt(before, write);
    if (await deps.isOn()) await deps.state.write(after);
  }

  async function attempt(before: SyncListState, write: boolean): Promise<SyncListState> {
    const { failure, retryAt, unreadable: _, ...state } = before;
    try {
      let compared = await takeIn();
      state.lastPull = now();
      const hasNews = Object.keys(compared.items).length > 0;
      const pause = (retryAt ?? 0) - now();
      if (hasNews && pause > 0 && pause <= longestPause) {
        return { ...state, ...compared.report(false), failure, retryAt };
      }
      if (!hasNews || !write) return { ...state, ...compared.report(false) };
      compared = await afterPause(before.lastPush, compared);
      const written = await writeItems(compared.items);
      return { ...state, ...compared.report(written), ...(written && { lastPush: now() }) };
    } catch (error) {
      if (!(error instanceof SyncFailure)) throw error;
      return { ...before, ...state, ...failureState(error) };
    }
  }

  function failureState({ code, message, pause }: SyncFailure): Partial<SyncListState> {
    const retryAt = pause === undefined ? undefined : now() + pause;
    return { failure: { code, detail: message }, retryAt };
  }

  /** Reads and merges, so that nothing is overwritten unseen. */
  async function takeIn(): Promise<ListComparison> {
    const seen = arrived;
    const stored = await failingAs('unreachable', () => area.get(null));
    if (isLaterLayout(stored[metaKey])) throw new SyncFailure('newer-version', 'A later version wrote it.');
    const compared = compareList(stored, seen, await failingAs('store', deps.records));
    if (compared.news.length > 0) await failingAs('store', () => deps.merge(compared.news));
    arrived = arrived.filter((value) => !seen.includes(value));
    return compared;
  }

  /** Where a write was made just now waits and looks again: meanwhile both sides may have changed. */
  async function afterPause(lastPush: number | undefined, compared: ListComparison): Promise<ListComparison> {
    const since = now() - (lastPush ?? 0);
    // A clock that was put back must not make it wait for years.
    const pause = since < 0 ? betweenWrites : betweenWrites - since;
    if (pause <= 0) return compared;
    await deps.wait(pause);
    asked = undefined;
    return takeIn();
  }

  async function writeItems(items: Record<string, unknown>): Promise<boolean> {
    if (Object.keys(items).length === 0 || !(await deps.isOn())) return false;
    for (const [key, value] of Object.entries(items)) ownWrites.set(key, value);
    try {
      await area.set(items);
    } catch (error) {
      throw refusalOf(error);
    }
    return true;
  }

  async function afterRun(work: () => Promise<unknown>): Promise<void> {
    await running?.catch(() => undefined);
    arrived = [];
    await work();
  }

  return {
    pull: () => request(false),
    push: () => request(true),
    async onRemoteChange(changes) {
      const others = Object.entries(changes).filter(
        ([key, { newValue }]) => isListKey(key) && ownWrites.get(key) !== newValue,
      );
      if (others.length === 0) return;
      // Kept, for when it is overwritten before it is read.
      for (const [, { newValue }] of others) if (typeof newValue === 'string') arrived.push(newValue);
      arrived = arrived.slice(-mostArrived);
      await request(true);
    },
    leave: () => afterRun(() => deps.state.write(nothingSynced)),
    erase: () =>
      afterRun(async () => {
        await area.remove(Object.keys(await area.get(null)).filter(isListKey));
        ownWrites.clear();
        await deps.state.write(nothingSynced);
      }),
  };
}
