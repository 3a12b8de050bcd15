// The browsers' account sync, as bad as it can be: each machine has its own copy of the area, an account in between takes the last write to
// each key, and what it hands out comes late, in any order and more than once. Every quota is enforced.

export type AreaChanges = Record<string, { newValue?: unknown }>;

/** The browser's own limits: https://developer.chrome.com/docs/extensions/reference/api/storage */
const limits = { bytes: 102_400, itemBytes: 8_192, items: 512, writesAMinute: 120, writesAnHour: 1_800 };

const bytesOf = (key: string, value: unknown) =>
  Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value));

export interface SimulatedArea {
  items: Map<string, unknown>;
  /** Times of all writes, in ms. */
  writes: number[];
  online: boolean;
  /** Told of what arrives, and of own writes. */
  onChanged: (changes: AreaChanges) => void;
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  goOnline(): void;
}

export interface SimulatedAccount {
  items: Map<string, unknown>;
  addMachine(): SimulatedArea;
  /** Hands out one of the changes on their way, whichever `choice` says; again later, if `repeat`. False where there is none. */
  deliver(choice: number, repeat?: boolean): boolean;
  /** Everything on its way arrives, and at last what the account holds. True where that changed anything. */
  deliverAll(): boolean;
}

export function createAccount(now: () => number): SimulatedAccount {
  const items = new Map<string, unknown>();
  const machines: { area: SimulatedArea; unsent: Set<string> }[] = [];
  let onTheirWay: { to: (typeof machines)[number]; key: string; value: unknown }[] = [];

  function arrive(to: (typeof machines)[number], key: string, value: unknown): boolean {
    const { area, unsent } = to;
    // What the machine itself has yet to send wins when it comes to that.
    if (unsent.has(key) || JSON.stringify(area.items.get(key)) === JSON.stringify(value)) return false;
    if (value === undefined) area.items.delete(key);
    else area.items.set(key, value);
    area.onChanged({ [key]: { newValue: value } });
    return true;
  }

  function send(from: (typeof machines)[number]): void {
    for (const key of from.unsent) {
      const value = from.area.items.get(key);
      if (value === undefined) items.delete(key);
      else items.set(key, value);
      for (const to of machines) if (to !== from) onTheirWay.push({ to, key, value });
    }
    from.unsent.clear();
  }

  function addMachine(): SimulatedArea {
    const area: SimulatedArea = {
      items: new Map(),
      writes: [],
      online: true,
      onChanged: () => undefined,
      get: async () => structuredClone(Object.fromEntries(area.items)),
      async set(given) {
        const since = (ms: number) => area.writes.filter((time) => time > now() - ms).length;
        if (since(60_000) >= limits.writesAMinute) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
        if (since(3_600_000) >= limits.writesAnHour) throw new Error('MAX_WRITE_OPERATIONS_PER_HOUR');
        const after = new Map([...area.items, ...Object.entries(structuredClone(given))]);
        const sizes = [...after].map(([key, value]) => bytesOf(key, value));
        if (sizes.some((bytes) => bytes > limits.itemBytes))
          throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
        if (sizes.reduce((sum, bytes) => sum + bytes, 0) > limits.bytes)
          throw new Error('QUOTA_BYTES quota exceeded');
        if (after.size > limits.items) throw new Error('MAX_ITEMS quota exceeded');
        area.writes.push(now());
        write(given);
      },
      async remove(keys) {
        area.writes.push(now());
        write(Object.fromEntries(keys.map((key) => [key, undefined])));
      },
      goOnline() {
        area.online = true;
        send(machine);
        // What it missed comes late, too.
        for (const [key, value] of items) onTheirWay.push({ to: machine, key, value });
      },
    };
    const machine = { area, unsent: new Set<string>() };
    machines.push(machine);

    function write(given: Record<string, unknown>): void {
      for (const [key, value] of Object.entries(structuredClone(given))) {
        if (value === undefined) area.items.delete(key);
        else area.items.set(key, value);
        machine.unsent.add(key);
      }
      if (area.online) send(machine);
      area.onChanged(Object.fromEntries(Object.entries(given).map(([key, newValue]) => [key, { newValue }])));
    }

    return area;
  }

  return {
    items,
    addMachine,
    deliver(choice, repeat = false) {
      const ready = onTheirWay.filter(({ to }) => to.area.online);
      const change = ready[choice % Math.max(1, ready.length)];
      if (!change) return false;
      if (!repeat) onTheirWay = onTheirWay.filter((other) => other !== change);
      arrive(change.to, change.key, change.value);
      return true;
    },
    deliverAll() {
      let changed = false;
      const online = onTheirWay.filter(({ to }) => to.area.online);
      onTheirWay = onTheirWay.filter((change) => !online.includes(change));
      for (const { to, key, value } of online) changed = arrive(to, key, value) || changed;
      for (const machine of machines.filter(({ area }) => area.online)) {
        for (const key of new Set([...items.keys(), ...machine.area.items.keys()])) {
          changed = arrive(machine, key, items.get(key)) || changed;
        }
      }
      return changed;
    },
  };
}
