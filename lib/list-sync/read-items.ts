// What lies in the browser's sync storage, read into entries. Pure; throws at nothing, whoever wrote what is there.
import { decodeBucket } from './bucket-decoder';
import { fromText } from './bucket-text';
import type { SharedEntry } from './shared-entry';
import { bucketCount, bucketKey, bucketOf } from './sync-layout';

export type StoredEntries = ReadonlyMap<string, SharedEntry>;

/** `later`: written by a later version, not to be touched. `broken`: what is there is lost, and is made anew from what is known here. */
export type StoredBucket =
  | { state: 'readable'; entries: SharedEntry[] }
  | { state: 'absent' | 'broken' | 'later'; entries: [] };

export function readBucket(value: unknown): StoredBucket {
  if (value === undefined) return { state: 'absent', entries: [] };
  const bytes = fromText(value);
  if (typeof bytes === 'string') return { state: bytes, entries: [] };
  try {
    return { state: 'readable', entries: decodeBucket(bytes) };
  } catch {
    return { state: 'broken', entries: [] };
  }
}

/** All items in order. */
export function readBuckets(items: Record<string, unknown>): StoredBucket[] {
  return Array.from({ length: bucketCount }, (_, bucket) => readBucket(items[bucketKey(bucket)]));
}

/** By id, those that lie where they belong. */
export function entriesOf({ entries }: StoredBucket, bucket: number): StoredEntries {
  return new Map(
    entries.filter(({ core }) => bucketOf(core.id) === bucket).map((entry) => [entry.core.id, entry]),
  );
}
