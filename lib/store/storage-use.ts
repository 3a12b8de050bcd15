// What takes the room on this machine, by what it is for: estimated from samples, because no browser tells. Reads only.
import type { PaperglossDatabase } from './database';
import { guarded } from './store-error';

export const storageKinds = ['papers', 'days', 'list', 'index', 'seen', 'other'] as const;

export type StorageKind = (typeof storageKinds)[number];

export interface StorageUse {
  kind: StorageKind;
  /** Estimated; the browser's own books and its compression are not in it. */
  bytes: number;
}

/** Tables nobody named here are `other`. */
const kindOfTable: Record<string, StorageKind | undefined> = {
  papers: 'papers',
  feedDays: 'days',
  feedLists: 'days',
  momentum: 'days',
  readingEntries: 'list',
  removedEntries: 'list',
  neighbours: 'index',
  indexQueue: 'index',
  indexParts: 'index',
  seenPapers: 'seen',
};

/** How many rows of a table are looked at, in so many stretches spread over it: rows that were stored together are alike. */
const sampled = 50;
const stretches = 5;

/** What a value costs beside its content: a tag, a length. */
const overhead = 2;
const numberBytes = 8;

const wide = /[^\0-\xff]/;

/** Bytes of one value without what it holds. */
function ownBytes(value: unknown): number {
  if (typeof value === 'string') return overhead + value.length * (wide.test(value) ? 2 : 1);
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Date) return numberBytes;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return overhead + value.byteLength;
  return typeof value === 'object' && value !== null ? overhead : 1;
}

/** What a value holds and is counted by itself: names of fields too. */
function contentOf(value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value) || value instanceof Set) return value;
  return [...(value instanceof Map ? value : Object.entries(value))].flat();
}

/**
 * About how many bytes a browser needs to store `value`: strings by their width, typed arrays by their length, everything else by a rule
 * of thumb. What it holds twice, or in a circle, is counted once. Never throws.
 */
export function estimateBytes(value: unknown): number {
  const counted = new Set<unknown>();
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) {
      if (counted.has(next)) continue;
      counted.add(next);
    }
    bytes += ownBytes(next);
    for (const part of contentOf(next)) waiting.push(part);
  }
  return bytes;
}

async function tableBytes(table: PaperglossDatabase['tables'][number]): Promise<number> {
  const rows = await table.count();
  const step = rows > sampled ? Math.floor(rows / stretches) : sampled;
  let bytes = 0;
  let seen = 0;
  for (let offset = 0; offset < rows && seen < sampled; offset += step) {
    const limit = rows > sampled ? sampled / stretches : sampled;
    // Row by row: the index has few rows, and long ones.
    await table
      .offset(offset)
      .limit(limit)
      .each((row) => {
        bytes += estimateBytes(row);
        seen += 1;
      });
  }
  return seen === 0 ? 0 : Math.round((bytes / seen) * rows);
}

/** One estimate for each kind, in the order of `storageKinds`. Rejects with StoreError. */
export async function readStorageUse(db: PaperglossDatabase): Promise<StorageUse[]> {
  const bytes = new Map<StorageKind, number>();
  for (const table of db.tables) {
    const kind = kindOfTable[table.name] ?? 'other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + (await guarded(() => tableBytes(table))));
  }
  return storageKinds.map((kind) => ({ kind, bytes: bytes.get(kind) ?? 0 }));
}
