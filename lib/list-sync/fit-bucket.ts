// What of the entries of one item goes into it when not all of it has room. Pure, and the same on every machine that knows the same.
import { createBucketEncoder } from './bucket-encoder';
import { compareParts, entryPart, notePart, ranks } from './bucket-order';
import type { SharedEntry } from './shared-entry';

export interface FittedBucket {
  /** What has room, by id; a note that has none is absent. */
  entries: Map<string, SharedEntry>;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Fills `room` bytes. First the news about what is stored, or a machine that has the old state would bring it back for ever; then the rest
 * by what matters more. What has no room is passed over and what comes after it is tried: what is left out, and another machine may not
 * even know, then has no influence on what is taken. Of an entry or note that has grown too large the stored state stays. `merged` is what
 * is known here, `stored` included; both by id.
 */
export function fitBucket(
  merged: ReadonlyMap<string, SharedEntry>,
  stored: ReadonlyMap<string, SharedEntry>,
  room: number,
): FittedBucket {
  const encoder = createBucketEncoder(room);
  const entries = new Map<string, SharedEntry>();

  function addEntry(id: string): void {
    const taken = [merged.get(id), stored.get(id)].find((state) => state && encoder.addEntry(state));
    if (taken) entries.set(id, { core: taken.core, said: taken.said });
  }

  function addNote(id: string): void {
    const entry = entries.get(id);
    const note = [merged.get(id)?.note, stored.get(id)?.note].find(
      (state) => state && encoder.addNote(id, state),
    );
    if (entry && note) entries.set(id, { ...entry, note });
  }

  const isNews = ({ id, said }: { id: string; said: string }) => (stored.get(id)?.said ?? said) !== said;
  const parts = [...merged.values()].flatMap((entry) => [entryPart(entry), notePart(entry) ?? []].flat());
  parts.sort(compareParts);
  for (const part of parts) if (part.rank !== ranks.note && isNews(part)) addEntry(part.id);
  for (const part of parts) {
    if (part.rank === ranks.note) addNote(part.id);
    else if (!entries.has(part.id)) addEntry(part.id);
  }
  return { entries, bytes: encoder.bytes() };
}
