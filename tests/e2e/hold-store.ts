// A database that keeps a page or the background waiting, so that it is killed in the middle and not by luck. Self-contained, to be run
// there. Tests nothing itself.

interface Held {
  method: 'get' | 'put';
  /** Of one table alone. */
  table?: string;
  /** In transactions of one kind alone. */
  mode?: IDBTransactionMode;
  /** So many calls are answered first. */
  after?: number;
}

/** From now on such calls are never answered, and what is in the same transaction is never committed. */
export function holdStore({ method, table, mode, after = 0 }: Held): void {
  let left = after;
  const original = IDBObjectStore.prototype[method];
  Reflect.set(IDBObjectStore.prototype, method, function (this: IDBObjectStore, ...parameters: [never]) {
    const isMeant =
      (table === undefined || this.name === table) && (mode === undefined || this.transaction.mode === mode);
    if (!isMeant || left-- > 0) return original.apply(this, parameters);
    Reflect.set(globalThis, 'isHeld', true);
    // Kept open by asking on and on, and never told of.
    const askOn = () => void Object.assign(this.count(), { onsuccess: askOn });
    askOn();
    return new EventTarget();
  });
}

/** Whether somebody waits. */
export const isHeld = (): boolean => Reflect.get(globalThis, 'isHeld') === true;
