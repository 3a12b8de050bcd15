// A background that can be killed at any step: each request to the database, each commit and whatever else waits for the world outside
// is counted, and at the chosen one everything it does from then on has no effect. Knows nothing of what the background does.
import 'fake-indexeddb/auto';
import type { Dexie } from 'dexie';

export interface Life {
  /** Settles when the background is killed; pending for ever where it lives. */
  readonly killed: Promise<void>;
  readonly isDead: boolean;
  /** Steps so far. */
  readonly steps: number;
  /** Counts a step, in front of it: false when the background is dead by then and must not take it. */
  step(): boolean;
  /** `work`, as one step before it begins and one before its result is known; of a dead background it never settles. */
  outside<T>(work: () => T | Promise<T>): Promise<T>;
  /** From now on what is done over this connection belongs to this life. */
  owns(db: Dexie): Promise<void>;
}

const never = () => new Promise<never>(() => undefined);

const lives = new WeakMap<IDBDatabase, { life: Life; open: Set<IDBTransaction> }>();

/** The code of a dead background still runs here; what it asks for is refused. */
const refuse = () => new DOMException('The background is dead', 'AbortError');

function guardRequests(prototype: object, names: readonly string[], dbOf: (target: never) => IDBDatabase) {
  for (const name of names) {
    const original = Reflect.get(prototype, name) as (...parameters: unknown[]) => unknown;
    Reflect.set(prototype, name, function (this: never, ...parameters: unknown[]) {
      const owner = lives.get(dbOf(this));
      if (owner && !owner.life.step()) throw refuse();
      return original.apply(this, parameters);
    });
  }
}

const reads = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];

guardRequests(
  IDBObjectStore.prototype,
  [...reads, 'add', 'put', 'delete', 'clear'],
  (store: IDBObjectStore) => store.transaction.db,
);
guardRequests(IDBIndex.prototype, reads, (index: IDBIndex) => index.objectStore.transaction.db);

const { transaction: begin } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...parameters) {
  const owner = lives.get(this);
  if (owner?.life.isDead) throw refuse();
  const transaction = begin.apply(this, parameters);
  if (!owner) return transaction;
  const { life, open } = owner;
  open.add(transaction);
  transaction.addEventListener('abort', () => open.delete(transaction));
  transaction.addEventListener('complete', () => {
    open.delete(transaction);
    // Committed, and nobody has heard of it yet.
    life.step();
  });
  return transaction;
};

/** One that is being committed already cannot be stopped, and was in time. */
function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if ((error as Error).name !== 'InvalidStateError') throw error;
  }
}

/** A background that is killed at its `killAt`-th step, counted from 1; without it lives. */
export function createLife(killAt = Number.POSITIVE_INFINITY): Life {
  const connections: { db: Dexie; open: Set<IDBTransaction> }[] = [];
  let tellKilled = () => {};
  const killed = new Promise<void>((resolve) => {
    tellKilled = resolve;
  });
  let steps = 0;
  let isDead = false;

  /** As the browser does with a process that is gone: what was not committed is undone. */
  function die(): void {
    isDead = true;
    for (const { db, open } of connections) {
      for (const transaction of open) undo(transaction);
      db.close();
    }
    tellKilled();
  }

  const life: Life = {
    killed,
    get isDead() {
      return isDead;
    },
    get steps() {
      return steps;
    },
    step() {
      if (isDead) return false;
      steps += 1;
      if (steps === killAt) die();
      return !isDead;
    },
    async outside(work) {
      if (!life.step()) return never();
      try {
        return await work();
      } finally {
        if (!life.step()) await never();
      }
    },
    async owns(db) {
      await db.open();
      const open = new Set<IDBTransaction>();
      connections.push({ db, open });
      lives.set(db.backendDB(), { life, open });
    },
  };
  return life;
}
