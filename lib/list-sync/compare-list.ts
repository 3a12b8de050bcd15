// This machine's list beside what lies in the sync storage: what is news here, and what is to be written there. Pure; takes time linear in
// both but for sorting.
import { isKept, mergeEntries } from '../papers/merge-entries';
import type { ReadingEntry } from '../papers/reading-entry';
import { isBetter } from './bucket-order';
import { roomFor, toText } from './bucket-text';
import { fitBucket } from './fit-bucket';
import { entriesOf, readBucket, readBuckets, type StoredEntries } from './read-items';
import { fromShared, type SharedEntry, toShared } from './shared-entry';
import {
  bucketBytes,
  bucketCount,
  bucketKey,
  bucketOf,
  itemBytes,
  layout,
  metaKey,
  quotaBytes,
} from './sync-layout';
import type { SyncListState } from './sync-list-state';

export interface ListComparison {
  /** What other machines told and this one does not know. */
  news: ReadingEntry[];
  /** Items to write: those that would tell something that is not there. */
  items: Record<string, unknown>;
  /** What there is to say to the reader, before or after `items` have been written. */
  report(written: boolean): Omit<SyncListState, 'lastPull' | 'lastPush' | 'failure' | 'retryAt'>;
}

/**
 * `stored` is everything in the area, `arrived` further values that stood there for a while, `records` this machine's list and what was
 * removed from it. An item takes at most `bytesAnItem`.
 */
export function compareList(
  stored: Record<string, unknown>,
  arrived: readonly unknown[],
  records: readonly ReadingEntry[],
  bytesAnItem: number = bucketBytes,
): ListComparison {
  const buckets = readBuckets(stored);
  const known = new Map(records.map((entry) => [entry.id, entry]));
  const told = [...buckets, ...arrived.map(readBucket)].flatMap(({ entries }) => entries);
  const news = takeIn(told.map(fromShared), known);
  const here = groupByBucket(known.values());
  const compared = buckets.map((bucket, number) => {
    const there = entriesOf(bucket, number);
    const own = (here[number] ?? []).map((entry) => ({ entry, shared: toShared(entry) }));
    const shared = own.flatMap((each) => withStoredNote(each.shared, there) ?? []);
    const merged = new Map(shared.map((entry) => [entry.core.id, entry]));
    const key = bucketKey(number);
    const fitted = fitBucket(merged, there, roomFor(bytesAnItem, key.length));
    const write = bucket.state !== 'later' && isBetter(fitted.entries, there);
    return { key, state: bucket.state, own, there, fitted, write };
  });
  const changed = compared.filter(({ write }) => write);
  const items: Record<string, unknown> = Object.fromEntries(
    changed.map(({ key, fitted }) => [key, toText(fitted.bytes)]),
  );
  if (changed.length > 0 && JSON.stringify(stored[metaKey]) !== JSON.stringify(layout)) {
    items[metaKey] = layout;
  }

  return {
    news,
    items,
    report(written) {
      const all = Object.entries(written ? { ...stored, ...items } : stored);
      const listed = compared.flatMap(({ state, own, there, fitted, write }) => {
        const now = written && write ? fitted.entries : there;
        const planned = state === 'later' ? there : fitted.entries;
        const kept = own.filter(({ entry }) => isKept(entry));
        return kept.map(({ entry, shared }) => placeOf(entry, shared?.said, { now, there, planned }));
      });
      const unreadable = compared.filter(
        ({ state, write }) => state === 'later' || (state === 'broken' && !(written && write)),
      ).length;
      return {
        entries: listed.filter(({ synced }) => synced).length,
        notesLeftOut: listed.filter(({ noteLeftOut }) => noteLeftOut).map(({ id }) => id),
        entriesLeftOut: listed.filter(({ leftOut }) => leftOut).map(({ id }) => id),
        bytesUsed: all.reduce((sum, [key, value]) => sum + itemBytes(key, value), 0),
        bytesOf: quotaBytes,
        ...(unreadable > 0 && { unreadable }),
      };
    },
  };
}

/** Merges `told` into `known` and returns what of it says something new. */
function takeIn(told: readonly ReadingEntry[], known: Map<string, ReadingEntry>): ReadingEntry[] {
  return told.filter((entry) => {
    const before = known.get(entry.id);
    const after = before ? mergeEntries(before, entry) : entry;
    if (before && JSON.stringify(before) === JSON.stringify(after)) return false;
    known.set(entry.id, after);
    return true;
  });
}

function groupByBucket(entries: Iterable<ReadingEntry>): ReadingEntry[][] {
  const buckets: ReadingEntry[][] = Array.from({ length: bucketCount }, () => []);
  for (const entry of entries) buckets[bucketOf(entry.id)]?.push(entry);
  return buckets;
}

/**
 * A note that stays here does not take an older one away from those who have it: they would bring it back, and so on for ever.
 */
function withStoredNote(shared: SharedEntry | undefined, there: StoredEntries): SharedEntry | undefined {
  if (!shared || shared.note || !isKept(shared.core)) return shared;
  const note = there.get(shared.core.id)?.note;
  return note ? { ...shared, note } : shared;
}

interface Places {
  now: StoredEntries;
  there: StoredEntries;
  planned: StoredEntries;
}

/** What has become of an entry of the list. Left out is what is not there, and will not be when everything has been written. */
function placeOf(entry: ReadingEntry, said: string | undefined, { now, there, planned }: Places) {
  const has = (entries: StoredEntries) => said !== undefined && entries.get(entry.id)?.said === said;
  const hasNote = (entries: StoredEntries) => {
    const note = entries.get(entry.id)?.note;
    return note?.time === entry.times.note && note?.text === entry.note;
  };
  const leftOut = !has(there) && !has(planned);
  const noteLeftOut = !leftOut && entry.note !== '' && !hasNote(there) && !hasNote(planned);
  return { id: entry.id, synced: has(now), leftOut, noteLeftOut };
}
