// Whether a stored index is one this version wrote, whole: its arrays fit each other and add up to what was noted. Pure.
import type { Dictionary } from './dictionary';
import type { NearestLists } from './nearest';
import type { PackedIndex } from './packed-index';
import type { Sequences } from './paper-index';
import type { SlotLists } from './slot-lists';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** The sum of all numbers, modulo 2³²: enough to notice what was cut off, mixed up or written by something else. */
function sumOf(arrays: Numbers[]): number {
  let sum = 0;
  for (const array of arrays) {
    const { buffer, byteOffset, byteLength } = array;
    const isAligned = byteOffset % 4 === 0;
    // Four bytes at once: of millions of numbers, most are bytes.
    const words = isAligned ? new Uint32Array(buffer, byteOffset, byteLength >> 2) : new Uint32Array(0);
    for (let position = 0; position < words.length; position++) sum = (sum + (words[position] as number)) | 0;
    const rest = new Uint8Array(buffer, byteOffset + words.byteLength, byteLength - words.byteLength);
    for (let position = 0; position < rest.length; position++) sum = (sum + (rest[position] as number)) | 0;
    sum = (Math.imul(sum, 31) + array.length) | 0;
  }
  return sum;
}

const arraysOfDictionary = ({ bytes, starts, terms }: Dictionary): Numbers[] => [bytes, starts, terms];
const arraysOfLists = ({ slots, scores }: SlotLists): Numbers[] => [slots, scores];

export const sumOfIndex = (index: PackedIndex): number =>
  sumOf([
    ...arraysOfDictionary(index.dictionary),
    index.days,
    index.fingerprints,
    index.titles,
    index.postingStarts,
    index.postingSteps,
    index.postingCounts,
  ]);

export const sumOfSequences = ({ starts, bytes }: Sequences): number => sumOf([starts, bytes]);

export const sumOfLists = ({ closest, nearest }: NearestLists): number =>
  sumOf([...arraysOfLists(closest), ...arraysOfLists(nearest)]);

/** `papers`: how many it was written with. Never throws, whatever it is given. */
export function isWhole<T>(value: T, papers: number, sum: number, sumOfParts: (value: T) => number): boolean {
  try {
    return countOf(value) === papers && sumOfParts(value) === sum;
  } catch {
    return false;
  }
}

function countOf(value: unknown): number {
  const { ids, starts, closest } = value as Partial<PackedIndex & Sequences & NearestLists>;
  if (ids) return ids.length;
  if (starts) return starts.length - 1;
  return closest ? closest.slots.length / closest.room : -1;
}
