// Where things lie in the browser's `storage.sync`, and how much room there is. The entries of one item belong together for ever: the
// number of items and the hash may change only with the format.
import { hashOfText } from './stable-hash';

/** Bytes of the whole area: `QUOTA_BYTES` of https://developer.chrome.com/docs/extensions/reference/api/storage, the same in Firefox. */
export const quotaBytes = 102_400;

/** `QUOTA_BYTES_PER_ITEM`: key and value as JSON. */
export const itemQuotaBytes = 8_192;

/** Few items fill evenly; this many times `bucketBytes` leaves 4 kB of the quota for what else there may be. */
export const bucketCount = 16;

/** Bytes an item of entries may take, key and value as JSON. */
export const bucketBytes = 6_144;

/** Longer notes stay on their machine, in UTF-16 code units. */
export const longestSharedNote = 1_000;

export const metaKey = 'list/meta';

/** What lies in `metaKey`. */
export const layout = { format: 1 };

const prefix = 'list/';

export const bucketKey = (bucket: number): string => `${prefix}${bucket}`;

export const isListKey = (key: string): boolean => key.startsWith(prefix);

/** In which of the `bucketCount` items a paper lies. */
export const bucketOf = (id: string): number => hashOfText(id) % bucketCount;

/** Whether the layout was made by a later version, whose items are not to be touched. */
export function isLaterLayout(meta: unknown): boolean {
  const format = typeof meta === 'object' && meta !== null && 'format' in meta ? meta.format : undefined;
  return typeof format === 'number' && format > layout.format;
}

const utf8 = new TextEncoder();

/** Bytes of an item as the browsers count them. */
export function itemBytes(key: string, value: unknown): number {
  return utf8.encode(key).length + utf8.encode(JSON.stringify(value) ?? '').length;
}
