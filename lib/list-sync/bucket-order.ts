// What matters more when there is no room for everything. Pure, and told by what is shared alone, so that all machines say the same.
import { isKept } from '../papers/merge-entries';
import type { SharedEntry } from './shared-entry';

/** An entry without its note, or a note. */
export type Part = { id: string } & (
  | { rank: typeof ranks.note; length: number; time: string }
  | { rank: Exclude<(typeof ranks)[keyof typeof ranks], typeof ranks.note>; newest: string; said: string }
);

/** What matters most comes first: what is to be read and being read, what is done and dropped, notes, what was removed. */
export const ranks = { open: 0, closed: 1, note: 2, removed: 3 } as const;

export function entryPart({ core, said }: SharedEntry): Part {
  const finished = core.status === 'done' || core.status === 'dropped';
  const rank = !isKept(core) ? ranks.removed : finished ? ranks.closed : ranks.open;
  return { id: core.id, rank, newest: core.saved.at(-1) ?? '', said };
}

/** Of an entry whose note is told. */
export function notePart({ core, note }: SharedEntry): Part | undefined {
  return note && { id: core.id, rank: ranks.note, length: note.text.length, time: note.time };
}

/** Negative where `one` matters more: within a rank the newest entry and the shortest note. */
export function compareParts(one: Part, other: Part): number {
  const byId = one.id < other.id ? -1 : 1;
  if (one.rank === ranks.note)
    return other.rank === ranks.note ? one.length - other.length || byId : one.rank - other.rank;
  if (other.rank === ranks.note || one.rank !== other.rank) return one.rank - other.rank;
  return one.newest === other.newest ? byId : one.newest > other.newest ? -1 : 1;
}

/**
 * Whether `fitted` is to be written where `stored` is: it tells news about something that is stored, or what it has and `stored` has not
 * matters more than what it lacks. Whatever else machines know and have no room for, each write then makes what is stored better, and
 * they come to an end. Entries are given by id.
 */
export function isBetter(
  fitted: ReadonlyMap<string, SharedEntry>,
  stored: ReadonlyMap<string, SharedEntry>,
): boolean {
  const parts: { part: Part; gained: boolean }[] = [];
  for (const [id, entry] of fitted) {
    const old = stored.get(id);
    if (old && old.said !== entry.said) return true;
    if (old?.note && entry.note && !isSameNote(old, entry)) return true;
    if (!old) parts.push({ part: entryPart(entry), gained: true });
    const note = old?.note ? undefined : notePart(entry);
    if (note) parts.push({ part: note, gained: true });
  }
  for (const [id, old] of stored) {
    const entry = fitted.get(id);
    if (!entry) parts.push({ part: entryPart(old), gained: false });
    const note = entry?.note ? undefined : notePart(old);
    if (note) parts.push({ part: note, gained: false });
  }
  const [most] = parts.sort((one, other) => compareParts(one.part, other.part));
  return most?.gained === true;
}

export function isSameNote({ note: one }: SharedEntry, { note: other }: SharedEntry): boolean {
  return one?.time === other?.time && one?.text === other?.text;
}
