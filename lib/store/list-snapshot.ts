// The list the popup showed last, as it was drawn, kept where a page can read it before anything is loaded. A picture, not a source:
// the live list replaces it within the blink of an eye.
import type { Theme } from '../settings/settings';

const key = 'popup-list';

export interface ListSnapshot {
  /** What made it: another version or language would have drawn something else. */
  madeBy: string;
  /** The reader's choice then. */
  theme: Theme;
  /** What was drawn. It holds texts of the feed: to be judged before it is drawn again. */
  html: string;
}

/** By what a snapshot is told from one of another version or language. */
export const madeBy = (version: string, language: string): string => `${version} ${language}`;

/** The part of the browser's `localStorage` this needs. */
export type SnapshotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Undefined where there is none, one of another make, or one that cannot be read. */
export function readListSnapshot(storage: SnapshotStorage, maker: string): ListSnapshot | undefined {
  try {
    const stored = JSON.parse(storage.getItem(key) ?? 'null');
    const isWhole = stored?.madeBy === maker && typeof stored.html === 'string';
    return isWhole
      ? { ...stored, theme: /^(light|dark)$/.test(stored.theme) ? stored.theme : 'auto' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the place of the one before; without a snapshot, and where there is no room for it, none is left. It is not missed. */
export function keepListSnapshot(storage: SnapshotStorage, snapshot: ListSnapshot | undefined): void {
  try {
    if (snapshot) storage.setItem(key, JSON.stringify(snapshot));
    else storage.removeItem(key);
  } catch {
    storage.removeItem(key);
  }
}
