// A second home of the reading list in the extension's key-value storage: it survives a wiped IndexedDB, and its changes are how
// content scripts learn what was saved. One key an entry, so that two writers never overwrite each other's.
import { isSameEntry, mergeEntries } from '../papers/merge-entries';
import type { ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import { entryTables, readRecords, withoutWrittenAt, writeRecords } from './entry-records';
import { parseReadingEntry } from './reading-entry-schema';
import { guarded } from './store-error';

/** The part of the browser's `storage.local` this needs. */
export interface MirrorArea {
  get(keys: null | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const prefix = 'reading/';

const keyOf = (id: string) => `${prefix}${id}`;

/** To be called when the store's transaction is complete: whoever watches the keys may read the store at once. */
export async function mirrorEntries(area: MirrorArea, entries: readonly ReadingEntry[]): Promise<void> {
  if (entries.length > 0) {
    await area.set(Object.fromEntries(entries.map((entry) => [keyOf(entry.id), entry])));
  }
}

/** To be called when the store's transaction is complete. */
export async function unmirrorEntries(area: MirrorArea, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await area.remove(ids.map(keyOf));
}

/** Entries as the mirror has them, of whatever version; what cannot be read is left where it is. Rejects as the area does. */
export async function readMirror(area: MirrorArea): Promise<ReadingEntry[]> {
  return Object.entries(await area.get(null)).flatMap(([key, value]) => {
    const parsed = key.startsWith(prefix) ? parseReadingEntry(value) : undefined;
    return parsed && 'entry' in parsed ? [parsed.entry] : [];
  });
}

/**
 * Takes in what the mirror has and the store has not, entries or changes of them. The store knows every removal: what it knows nothing
 * of was not removed but lost. Returns how many entries were written.
 */
function takeBack(db: PaperglossDatabase, mirrored: readonly ReadingEntry[], now: number): Promise<number> {
  return guarded(() =>
    db.transaction('rw', entryTables(db), async () => {
      const ids = mirrored.map(({ id }) => id);
      const stored = await readRecords(db, ids);
      const lost = mirrored.flatMap((entry, position) => {
        const known = stored[position];
        if (!known) return entry;
        const merged = isSameEntry(known, entry) ? known : mergeEntries(known, entry);
        return isSameEntry(known, merged) ? [] : merged;
      });
      await writeRecords(db, lost, now);
      return lost.length;
    }),
  );
}

/**
 * Fills an empty list from the mirror, but for what the store says was removed: for the start of every worker, and cheap where there
 * is a list. What is saved meanwhile does not stop it. `now` in ms since 1970. Returns how many entries the list got back. Rejects with
 * StoreError, and as the area does.
 */
export async function restoreFromMirror(
  db: PaperglossDatabase,
  area: MirrorArea,
  now: number,
): Promise<number> {
  if ((await guarded(() => db.readingEntries.count())) > 0) return 0;
  return takeBack(db, await readMirror(area), now);
}

/**
 * Makes list and mirror agree again, each from the other: about what a crash between the two writes, a wiped database or a full disk kept
 * from one of them. What was removed leaves the mirror. Reads both whole: for the start of the browser. `now` in ms since 1970. Rejects
 * as the area and the store do.
 */
export async function completeMirror(
  db: PaperglossDatabase,
  area: MirrorArea,
  now = Date.now(),
): Promise<void> {
  const before = await readMirror(area);
  await takeBack(db, before, now);
  const mirrored = new Map(before.map((entry) => [entry.id, entry]));
  const [listed, removed] = await guarded(() =>
    Promise.all([db.readingEntries.toArray(), db.removedEntries.toCollection().primaryKeys()]),
  );
  const entries = listed.map((stored) => withoutWrittenAt(stored));
  const behind = entries.filter((entry) => !isSameEntry(entry, mirrored.get(entry.id)));
  await mirrorEntries(area, behind);
  const gone = removed.filter((id) => mirrored.has(id));
  await unmirrorEntries(area, gone);
}
