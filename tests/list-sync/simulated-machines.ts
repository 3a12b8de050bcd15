// Machines of one reader: each with its own list, clock and list sync, over one simulated account. Their acts are those of the store.
import { createListSync, type ListSync } from '../../lib/list-sync/list-sync';
import type { SyncListState } from '../../lib/list-sync/sync-list-state';
import { changeEntry, newEntry, removeEntry, restoreEntry, saveAgain } from '../../lib/papers/entry-changes';
import { deviceOf, type HybridTime } from '../../lib/papers/hybrid-time';
import { isKept, mergeEntries } from '../../lib/papers/merge-entries';
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';
import { createAccount, type SimulatedAccount, type SimulatedArea } from './simulated-account';

export interface Machine {
  records: Map<string, ReadingEntry>;
  area: SimulatedArea;
  sync: ListSync;
  state(): SyncListState | undefined;
  setOn(on: boolean): void;
  save(id: string): void;
  change(id: string, change: EntryChange): void;
  remove(id: string): void;
  restore(id: string): void;
}

export interface World {
  account: SimulatedAccount;
  machines: Machine[];
  now(): number;
  pass(ms: number): void;
  /** Runs on their way when something arrived. */
  idle(): Promise<void>;
  /** Everybody online, until nothing changes any more. How many rounds it took; Infinity where it did not end. */
  settle(): Promise<number>;
  /** Of all acts those that no removal knew of: ids that must be on every list. */
  wanted(): string[];
}

/** One machine for each of `skews`: how far its clock is off, in ms. */
export function createWorld(skews: readonly number[], begin = Date.UTC(2026, 10, 1)): World {
  let time = begin;
  const now = () => time;
  const account = createAccount(now);
  const acts: { id: string; time: HybridTime }[] = [];
  const removals: { id: string; knew: HybridTime[] }[] = [];
  const running = new Set<Promise<unknown>>();

  function createMachine(skew: number, number: number): Machine {
    const device = 'abcdefgh'.charAt(number).repeat(4);
    const area = account.addMachine();
    const records = new Map<string, ReadingEntry>();
    let state: SyncListState | undefined;
    let on = true;
    const clock = () => time + skew;
    const act = () => ({ now: clock(), device });
    const put = (entry: ReadingEntry) => {
      records.set(entry.id, entry);
      acts.push({
        id: entry.id,
        time: entry.saved.filter((saved) => deviceOf(saved) === device).at(-1) ?? '',
      });
    };
    const sync = createListSync({
      area,
      records: async () => structuredClone([...records.values()]),
      async merge(entries) {
        for (const entry of structuredClone(entries)) {
          const known = records.get(entry.id);
          records.set(entry.id, mergeEntries(known ?? entry, entry));
        }
      },
      state: {
        read: async () => state,
        write: async (written) => {
          state = structuredClone(written);
        },
      },
      now: clock,
      wait: async (ms) => {
        time += ms;
      },
      isOn: async () => on,
    });
    area.onChanged = (changes) => {
      const run = sync.onRemoteChange(changes).finally(() => running.delete(run));
      running.add(run);
    };
    return {
      records,
      area,
      sync,
      state: () => state,
      setOn: (now) => {
        on = now;
      },
      save(id) {
        const known = records.get(id);
        const paper = { id, title: '', authors: [] };
        if (!known) put(newEntry(paper, act()));
        else if (!isKept(known)) put(saveAgain(known, paper, act()));
      },
      change(id, change) {
        const known = records.get(id);
        if (known) put(changeEntry(known, change, act()));
      },
      remove(id) {
        const known = records.get(id);
        if (!known || !isKept(known)) return;
        removals.push({ id, knew: known.saved });
        records.set(id, removeEntry(known));
      },
      restore(id) {
        const known = records.get(id);
        if (known && !isKept(known)) put(restoreEntry(known, act()));
      },
    };
  }

  const machines = skews.map(createMachine);

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    account,
    machines,
    now,
    pass: (ms) => {
      time += ms;
    },
    idle,
    async settle() {
      for (const { area } of machines) if (!area.online) area.goOnline();
      for (let round = 1; round <= 60; round++) {
        const writes = () => machines.reduce((sum, { area }) => sum + area.writes.length, 0);
        const before = writes();
        const arrived = account.deliverAll();
        await idle();
        for (const { sync } of machines) await sync.push();
        await idle();
        if (!arrived && writes() === before) return round;
      }
      return Number.POSITIVE_INFINITY;
    },
    wanted() {
      const forgotten = (act: { id: string; time: HybridTime }) =>
        removals.some(
          ({ id, knew }) =>
            id === act.id &&
            knew.some((known) => deviceOf(known) === deviceOf(act.time) && known >= act.time),
        );
      return [...new Set(acts.filter((act) => !forgotten(act)).map(({ id }) => id))].sort();
    },
  };
}

/** The list as the reader sees it, the same on two machines where they are in step. */
export const listOf = ({ records }: Machine): ReadingEntry[] =>
  [...records.values()].filter(isKept).sort((one, other) => (one.id < other.id ? -1 : 1));

/** What is known of removals: who may come back and who not. */
export const removedOf = ({ records }: Machine) =>
  [...records.values()]
    .filter((entry) => !isKept(entry))
    .map(({ id, saved, removed }) => ({ id, saved, removed }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
