// The reading list live, for pages: read whole once, then only what was written since. A list of thousands is not read again for every
// star. The first entries come before the rest.
import type { ReadingEntry } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import { entryTables, withoutWrittenAt } from './entry-records';
import { listEntries } from './reading-list';
import { guarded } from './store-error';
import { subscribe } from './subscribe';

export interface FollowedList {
  /** In no order. */
  entries: readonly ReadingEntry[];
  /** Whether `entries` is the whole list; until then it is those saved last. */
  complete: boolean;
}

/** So many fill a screen. */
const readFirst = 60;

/** Calls `onList` with the first entries, the whole list, and after every change. The returned function ends it. */
export function followEntries(
  db: PaperglossDatabase,
  onList: (list: FollowedList) => void,
  onError: (error: unknown) => void,
): () => void {
  const known = new Map<string, ReadingEntry>();
  /** ms since 1970: everything written until then is known. */
  let seen = -1;
  let end = () => {};
  let ended = false;

  /** In one transaction: an entry that is moved between the two reads would be in neither, or in both. */
  async function readNew() {
    return db.transaction('r', entryTables(db), async () => {
      const [written, removed] = await Promise.all([
        db.readingEntries.where('writtenAt').above(seen).toArray(),
        db.removedEntries.where('writtenAt').above(seen).toArray(),
      ]);
      return { written, removed };
    });
  }

  function take({ written, removed }: Awaited<ReturnType<typeof readNew>>): void {
    for (const entry of written) known.set(entry.id, withoutWrittenAt(entry));
    for (const { id } of removed) known.delete(id);
    for (const { writtenAt } of [...written, ...removed]) seen = Math.max(seen, writtenAt);
    onList({ entries: [...known.values()], complete: true });
  }

  async function start(): Promise<void> {
    const first = await guarded(() => listEntries(db, readFirst));
    if (ended) return;
    onList({ entries: first, complete: first.length < readFirst });
    end = subscribe(readNew, take, onError);
  }

  start().catch(onError);
  return () => {
    ended = true;
    end();
  };
}
