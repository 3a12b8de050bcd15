// Two copies of one reading entry made into one. Pure. The result is the same in whatever order and however often copies are merged.
import type { ReadingEntry } from '../papers/reading-entry';

/**
 * The newest change decides status, note and the copy of the paper; tags are united; the earliest time of adding counts; facts
 * only one copy has are kept. Of two changes at the same time the same one wins on every machine.
 */
export function mergeEntries(one: ReadingEntry, other: ReadingEntry): ReadingEntry {
  const newer = isNewer(other, one) ? other : one;
  const publishedAt = smallest(one.publishedAt, other.publishedAt);
  const repository = smallest(one.repository, other.repository);
  return {
    id: one.id,
    title: newer.title,
    authors: newer.authors,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(repository !== undefined && { repository }),
    status: newer.status,
    tags: unite(one.tags, other.tags),
    note: newer.note,
    addedAt: Math.min(one.addedAt, other.addedAt),
    changedAt: newer.changedAt,
  };
}

function isNewer(entry: ReadingEntry, than: ReadingEntry): boolean {
  if (entry.changedAt !== than.changedAt) return entry.changedAt > than.changedAt;
  return decided(entry) > decided(than);
}

/** What the newer copy decides, as one comparable text. */
function decided({ status, note, title, authors }: ReadingEntry): string {
  return JSON.stringify([status, note, title, authors]);
}

/** Which of two known facts is kept must not depend on the order; that they differ at all is rare. */
function smallest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Equal lists keep the reader's order, others are sorted. */
function unite(one: string[], other: string[]): string[] {
  const same = one.length === other.length && one.every((tag, position) => tag === other[position]);
  return same ? one : [...new Set([...one, ...other])].sort();
}
