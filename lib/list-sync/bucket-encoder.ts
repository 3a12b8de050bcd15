// Packs entries and notes into the bytes of one item, as long as there is room. Pure. What something costs depends on what is packed
// already and on nothing else, so that every machine and browser comes to the same result; a general compressor would not give that.
import { daysBetween } from '../papers/feed-day';
import { counterOf, deviceOf, type HybridTime, msOf, newestByDevice } from '../papers/hybrid-time';
import { isKept } from '../papers/merge-entries';
import { type ReadingEntry, readingStatuses } from '../papers/reading-entry';
import { details, epoch, epochDay, flags, idToNumber, kinds } from './bucket-format';
import { type ByteWriter, createByteWriter } from './byte-writer';
import type { SharedEntry, SharedNote } from './shared-entry';

export interface BucketEncoder {
  /** Whether there was room; where not, nothing has changed. */
  addEntry(shared: SharedEntry): boolean;
  /** The same for the note of an entry that was added. */
  addNote(id: string, note: SharedNote): boolean;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** `room` in bytes. */
export function createBucketEncoder(room: number): BucketEncoder {
  const writer = createByteWriter();
  const devices = createNames();
  const tags = createNames();
  const added = new Map<string, { place: number; core: ReadingEntry }>();

  function writeIfRoom(write: () => void): boolean {
    const before = [writer.length, devices.size, tags.size] as const;
    write();
    if (writer.length <= room) return true;
    writer.backTo(before[0]);
    devices.backTo(before[1]);
    tags.backTo(before[2]);
    return false;
  }

  return {
    addEntry({ core }) {
      const fits = writeIfRoom(() => {
        const writeTime = timeWriter(writer, devices);
        if (isKept(core)) writeKept(writer, core, writeTime, tags);
        else writeRemoved(writer, core, writeTime);
      });
      if (fits) added.set(core.id, { place: added.size, core });
      return fits;
    },
    addNote(id, { text, time }) {
      const entry = added.get(id);
      if (!entry) return false;
      return writeIfRoom(() => {
        writer.natural(kinds.note);
        writer.natural(entry.place);
        const act = entry.core.saved.indexOf(time);
        writer.natural(act + 1);
        if (act < 0) timeWriter(writer, devices)(time);
        writer.text(text);
      });
    },
    bytes: writer.bytes,
  };
}

type WriteTime = (time: HybridTime) => void;

function writeKept(writer: ByteWriter, core: ReadingEntry, writeTime: WriteTime, tags: Names): void {
  const { id, status, stars, snoozedUntil, times, saved, removed } = core;
  const fieldTimes = [times.status, times.stars, times.snoozedUntil].filter((time) => time !== undefined);
  const tagTimes = Object.entries(times.tags);
  const inRow = newestByDevice([times.added, ...fieldTimes, ...Object.values(times.tags)]);
  const hasDetails = fieldTimes.length > 0 || status !== 'to-read' || stars > 0 || snoozedUntil !== undefined;
  const savedDiffers = inRow.join() !== saved.join();
  writeId(writer, id, {
    kind: kinds.entry,
    bits:
      (hasDetails ? flags.details : 0) |
      (tagTimes.length > 0 ? flags.tags : 0) |
      (savedDiffers ? flags.saved : 0) |
      (removed.length > 0 ? flags.removed : 0),
  });
  writeTime(times.added);
  if (hasDetails) {
    writer.natural(
      readingStatuses.indexOf(status) |
        (stars << 2) |
        (times.status ? details.statusTime : 0) |
        (times.stars ? details.starsTime : 0) |
        (times.snoozedUntil ? details.snoozeTime : 0) |
        (snoozedUntil ? details.snoozeDay : 0),
    );
    for (const time of fieldTimes) writeTime(time);
    if (snoozedUntil) writer.integer(daysBetween(epochDay, snoozedUntil));
  }
  if (tagTimes.length > 0) {
    const has = new Set(core.tags);
    writer.natural(tagTimes.length);
    for (const [name, time] of tagTimes) {
      const number = tags.numberOf(name);
      writer.natural(number.value * 2 + (has.has(name) ? 1 : 0));
      if (number.isNew) writer.text(name);
      writeTime(time);
    }
  }
  if (savedDiffers) writeTimes(writer, saved, writeTime);
  if (removed.length > 0) writeTimes(writer, removed, writeTime);
}

function writeRemoved(writer: ByteWriter, core: ReadingEntry, writeTime: WriteTime): void {
  const { id, times, saved, removed } = core;
  const differs = saved.join() !== removed.join();
  writeId(writer, id, { kind: kinds.removed, bits: differs ? flags.removed : 0 });
  writeTime(times.added);
  writeTimes(writer, saved, writeTime);
  if (differs) writeTimes(writer, removed, writeTime);
}

function writeId(writer: ByteWriter, id: string, { kind, bits }: { kind: number; bits: number }): void {
  const number = idToNumber(id);
  writer.natural(kind | bits | (number === undefined ? flags.textId : 0));
  if (number === undefined) writer.text(id);
  else writer.natural(number);
}

function writeTimes(writer: ByteWriter, times: readonly HybridTime[], writeTime: WriteTime): void {
  writer.natural(times.length);
  for (const time of times) writeTime(time);
}

/** For the times of one record: after the first they are told by their distance from it; one that is the last once more is a zero. */
function timeWriter(writer: ByteWriter, devices: Names): WriteTime {
  let base = epoch;
  let last: HybridTime | undefined;
  return (time) => {
    if (time === last) {
      writer.natural(0);
      return;
    }
    const device = devices.numberOf(deviceOf(time));
    const counter = counterOf(time);
    writer.natural(1 + device.value * 2 + (counter > 0 ? 1 : 0));
    if (device.isNew) writer.text(deviceOf(time));
    if (counter > 0) writer.natural(counter);
    writer.integer(msOf(time) - base);
    if (last === undefined) base = msOf(time);
    last = time;
  };
}

interface Names {
  readonly size: number;
  numberOf(name: string): { value: number; isNew: boolean };
  backTo(size: number): void;
}

function createNames(): Names {
  const numbers = new Map<string, number>();
  return {
    get size() {
      return numbers.size;
    },
    numberOf(name) {
      const known = numbers.get(name);
      if (known === undefined) numbers.set(name, numbers.size);
      return { value: known ?? numbers.size - 1, isNew: known === undefined };
    },
    backTo(size) {
      if (size === numbers.size) return;
      for (const name of [...numbers.keys()].slice(size)) numbers.delete(name);
    },
  };
}
