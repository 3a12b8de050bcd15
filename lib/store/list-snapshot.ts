// The list the popup showed last, kept where a page can read it before its database is open. A picture, not a source: the live
// list replaces it within the blink of an eye.
import type { DailyList } from './daily-list';

const key = 'popup-list';

/** Raised when the shape of a list changes: an older picture is then not shown. */
const version = 1;

/** The part of the browser's `localStorage` this needs. */
export type SnapshotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Undefined where there is none, an older one, or one that cannot be read. */
export function readListSnapshot(storage: SnapshotStorage): DailyList | undefined {
  try {
    const stored = JSON.parse(storage.getItem(key) ?? 'null');
    return stored?.version === version && Array.isArray(stored.list?.papers) ? stored.list : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was read from the store, without what is true for a moment only. A list that cannot be kept is not missed. */
export function keepListSnapshot(storage: SnapshotStorage, list: DailyList): void {
  const { sync, failure, ...lasting } = list;
  try {
    storage.setItem(key, JSON.stringify({ version, list: { ...lasting, sync: {} } }));
  } catch {
    storage.removeItem(key);
  }
}
