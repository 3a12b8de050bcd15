// Reads the bytes of an item back into entries. Pure; the bytes may be anything.
import { addDays } from '../papers/feed-day';
import { type HybridTime, newestByDevice, timeOf } from '../papers/hybrid-time';
import { settled } from '../papers/merge-entries';
import type { ReadingEntry } from '../papers/reading-entry';
import { readingStatuses, starCounts } from '../papers/reading-entry';
import { details, epoch, epochDay, flags, kindBits, kinds, numberToId } from './bucket-format';
import { type ByteReader, createByteReader } from './byte-reader';
import { fromShared, type SharedEntry, toShared } from './shared-entry';

/** More of anything in one entry is not believed. */
const most = 1_000;

/**
 * The entries, in their order. What is none by its values is left out. Throws RangeError or TypeError where the bytes do not hold
 * together.
 */
export function decodeBucket(bytes: Uint8Array): SharedEntry[] {
  const reader = createByteReader(bytes);
  const names: Names = { devices: [], tags: [] };
  const rows: ReadingEntry[] = [];
  const told = new Map<number, { text: string; time: HybridTime }>();
  while (!reader.atEnd) {
    const header = reader.natural();
    const kind = header & kindBits;
    if (kind === kinds.entry) rows.push(readKept(reader, header, names));
    else if (kind === kinds.removed) rows.push(readRemoved(reader, header, names));
    else if (kind === kinds.note) {
      const place = reader.natural();
      const act = reader.natural();
      const time = act > 0 ? rows[place]?.saved[act - 1] : timeReader(reader, names)();
      const text = reader.text();
      if (time === undefined) throw new RangeError('A note belongs to no entry');
      told.set(place, { text, time });
    } else throw new RangeError('There is no such record');
  }
  return rows.flatMap((row, place) => {
    const note = told.get(place);
    return toShared(note ? fromShared({ core: row, said: '', note }) : row) ?? [];
  });
}

/** Spelled so far, in order. */
interface Names {
  devices: string[];
  tags: string[];
}

type ReadTime = () => HybridTime;

function readKept(reader: ByteReader, header: number, names: Names): ReadingEntry {
  const id = readId(reader, header);
  const readTime = timeReader(reader, names);
  const added = readTime();
  const has = header & flags.details ? reader.natural() : 0;
  const status = has & details.statusTime ? readTime() : undefined;
  const stars = has & details.starsTime ? readTime() : undefined;
  const snoozedUntil = has & details.snoozeTime ? readTime() : undefined;
  const day = has & details.snoozeDay ? addDays(epochDay, reader.integer()) : undefined;
  const tags: string[] = [];
  const tagTimes: [string, HybridTime][] = [];
  for (let left = header & flags.tags ? readCount(reader) : 0; left > 0; left--) {
    const number = reader.natural();
    const name = nameAt(names.tags, Math.floor(number / 2), reader);
    if (number % 2 === 1) tags.push(name);
    tagTimes.push([name, readTime()]);
  }
  const inRow = [added, status, stars, snoozedUntil, ...tagTimes.map(([, time]) => time)];
  return settled({
    id,
    title: '',
    authors: [],
    status: readingStatuses[has & 3] ?? 'to-read',
    stars: starCounts[(has >> 2) & 3] ?? 0,
    tags,
    note: '',
    snoozedUntil: day,
    times: { added, status, stars, snoozedUntil, tags: Object.fromEntries(tagTimes) },
    saved:
      header & flags.saved
        ? readTimes(reader, readTime)
        : newestByDevice(inRow.filter((time) => time !== undefined)),
    removed: header & flags.removed ? readTimes(reader, readTime) : [],
  });
}

function readRemoved(reader: ByteReader, header: number, names: Names): ReadingEntry {
  const id = readId(reader, header);
  const readTime = timeReader(reader, names);
  const added = readTime();
  const saved = readTimes(reader, readTime);
  const removed = header & flags.removed ? readTimes(reader, readTime) : saved;
  const nothing = { title: '', authors: [], status: 'to-read', stars: 0, tags: [], note: '' } as const;
  return settled({ ...nothing, authors: [], tags: [], id, times: { added, tags: {} }, saved, removed });
}

function readId(reader: ByteReader, header: number): string {
  return header & flags.textId ? reader.text() : numberToId(reader.natural());
}

function readCount(reader: ByteReader): number {
  const count = reader.natural();
  if (count > most) throw new RangeError('There is more of something than can be');
  return count;
}

function readTimes(reader: ByteReader, readTime: ReadTime): HybridTime[] {
  return Array.from({ length: readCount(reader) }, readTime);
}

function timeReader(reader: ByteReader, { devices }: Names): ReadTime {
  let base = epoch;
  let last: HybridTime | undefined;
  return () => {
    const header = reader.natural();
    if (header === 0) {
      if (last === undefined) throw new RangeError('There is no time before the first');
      return last;
    }
    const device = nameAt(devices, Math.floor((header - 1) / 2), reader);
    const counter = (header - 1) % 2 === 1 ? reader.natural() : 0;
    const ms = base + reader.integer();
    if (last === undefined) base = ms;
    last = timeOf(ms, counter, device);
    return last;
  };
}

/** The name of this number; the next free number is followed by its name. */
function nameAt(names: string[], number: number, reader: ByteReader): string {
  if (number === names.length) names.push(reader.text());
  const name = names[number];
  if (name === undefined) throw new RangeError('There is no such name');
  return name;
}
