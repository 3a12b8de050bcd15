// A change without the parts that would change nothing. Pure.
import type { EntryChange, ReadingEntry } from '../../lib/papers/reading-entry';

/** Undefined where the entry is already as asked. */
export function effectiveChange(entry: ReadingEntry, asked: EntryChange): EntryChange | undefined {
  const { status, stars, note, snoozedUntil } = asked;
  const has = new Set(entry.tags);
  const addTags = asked.addTags?.filter((tag) => !has.has(tag)) ?? [];
  const removeTags = asked.removeTags?.filter((tag) => has.has(tag)) ?? [];
  const change: EntryChange = {
    ...(status !== undefined && status !== entry.status && { status }),
    ...(stars !== undefined && stars !== entry.stars && { stars }),
    ...(note !== undefined && note !== entry.note && { note }),
    ...(snoozedUntil !== undefined && snoozedUntil !== (entry.snoozedUntil ?? null) && { snoozedUntil }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}
