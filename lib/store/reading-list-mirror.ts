// A second home of the reading list in the extension's key-value storage: it survives a wiped IndexedDB, and its changes are how
// content scripts learn what was saved. One key an entry, so that two writers never overwrite each other's.
import type { ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
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
export async function unmirrorEntry(area: MirrorArea, id: string): Promise<void> {
  await area.remove([keyOf(id)]);
}

/**
 * Brings list and mirror together when a worker starts. An empty list is filled from the mirror; otherwise the list is right, and
 * the mirror gets what a crash between the two writes kept from it. Returns how many entries the list got back. Rejects with
 * StoreError, and as the area does.
 */
export async function restoreFromMirror(db: PaperglossDatabase, area: MirrorArea): Promise<number> {
  const entries = await guarded(() => db.readingEntries.toArray());
  const mirrored = new Map(
    Object.entries(await area.get(null)).flatMap(([key, value]) => {
      const parsed = key.startsWith(prefix) ? parseReadingEntry(value) : undefined;
      return parsed && 'entry' in parsed ? [[parsed.entry.id, parsed.entry]] : [];
    }),
  );
  if (entries.length > 0) {
    const isBehind = ({ id, changedAt }: ReadingEntry) => mirrored.get(id)?.changedAt !== changedAt;
    await mirrorEntries(area, entries.filter(isBehind));
    return 0;
  }
  return guarded(() =>
    db.transaction('rw', db.readingEntries, async () => {
      // Another context may have saved something in the meantime.
      if ((await db.readingEntries.count()) > 0) return 0;
      await db.readingEntries.bulkPut([...mirrored.values()]);
      return mirrored.size;
    }),
  );
}
