// The bytes of an item as text that the browser's storage holds, with a version in front and a checksum. Pure.
import { stableHash } from './stable-hash';

const version = 1;
const mark = `${version}.`;
const checksumBytes = 4;

/** No item can be longer, in UTF-16 code units. */
const longest = 8_192;

/** How many bytes fit into an item of `itemBytes`, whose key takes `keyBytes`. */
export function roomFor(itemBytes: number, keyBytes: number): number {
  const characters = itemBytes - keyBytes - '""'.length - mark.length;
  return Math.floor(characters / 4) * 3 - checksumBytes;
}

export function toText(bytes: Uint8Array): string {
  const sum = stableHash(bytes);
  const summed = new Uint8Array(checksumBytes + bytes.length);
  new DataView(summed.buffer).setUint32(0, sum);
  summed.set(bytes, checksumBytes);
  return mark + btoa(String.fromCharCode(...summed));
}

/** `later`: of a later version of the format. `broken`: no item of ours, or not whole. */
export function fromText(value: unknown): Uint8Array | 'later' | 'broken' {
  if (typeof value !== 'string') return 'broken';
  const [, written] = /^([1-9]\d{0,3})\./.exec(value) ?? [];
  if (written !== undefined && Number(written) > version) return 'later';
  if (!value.startsWith(mark) || value.length > longest) return 'broken';
  try {
    const summed = Uint8Array.from(atob(value.slice(mark.length)), (character) => character.charCodeAt(0));
    const bytes = summed.subarray(checksumBytes);
    return new DataView(summed.buffer).getUint32(0) === stableHash(bytes) ? bytes : 'broken';
  } catch {
    return 'broken';
  }
}
