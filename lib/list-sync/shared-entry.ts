// What of a reading entry goes to the reader's other machines. Not what the paper is (they learn that themselves), nor what was known of
// it when it was saved. Pure.
import { isFeedDay } from '../papers/feed-day';
import { type HybridTime, isHybridTime, newestByDevice } from '../papers/hybrid-time';
import { isKept, settled } from '../papers/merge-entries';
import { parsePaperId } from '../papers/paper-id';
import type { ReadingEntry } from '../papers/reading-entry';
import { longestSharedNote } from './sync-layout';

export interface SharedNote {
  text: string;
  time: HybridTime;
}

export interface SharedEntry {
  /** Without title, authors and note. Of a removed entry nothing but its id and who knew of what. */
  core: ReadingEntry;
  /** `core` as JSON: what is equal is equal here. */
  said: string;
  /** Absent where it is not told, which does not mean that it is empty. */
  note?: SharedNote;
}

const mostTags = 200;
const longestTag = 100;
const mostMachines = 100;

/** What can be told of an entry. Undefined for one that is beyond all measure or not well-formed: nobody could read it. */
export function toShared(entry: ReadingEntry): SharedEntry | undefined {
  const { added, status, stars, snoozedUntil, note } = entry.times;
  const kept = isKept(entry);
  const untimed = entry.tags.map((tag): [string, HybridTime] => [tag, added]);
  const tagTimes = Object.fromEntries([...untimed, ...Object.entries(entry.times.tags)]);
  const core = settled({
    id: entry.id,
    title: '',
    authors: [],
    status: kept ? entry.status : 'to-read',
    stars: kept ? entry.stars : 0,
    tags: kept ? [...new Set(entry.tags)] : [],
    note: '',
    ...(kept && { snoozedUntil: entry.snoozedUntil }),
    times: { added, ...(kept ? { status, stars, snoozedUntil, tags: tagTimes } : { tags: {} }) },
    saved: newestByDevice(entry.saved),
    removed: newestByDevice(entry.removed),
  });
  const told = kept && note && isHybridTime(note) && entry.note.length <= longestSharedNote;
  return isWellFormed(core)
    ? { core, said: JSON.stringify(core), ...(told && { note: { text: entry.note, time: note } }) }
    : undefined;
}

/** The entry as another machine merges it: what is not told has no time and loses against everything. */
export function fromShared({ core, note }: SharedEntry): ReadingEntry {
  return note ? settled({ ...core, note: note.text, times: { ...core.times, note: note.time } }) : core;
}

function isWellFormed({ id, snoozedUntil, times, saved, removed }: ReadingEntry): boolean {
  const { tags, ...fields } = times;
  const all = [...Object.values(fields), ...Object.values(tags), ...saved, ...removed];
  const names = Object.keys(tags);
  return (
    parsePaperId(id)?.id === id &&
    (snoozedUntil === undefined || isFeedDay(snoozedUntil)) &&
    saved.length > 0 &&
    Math.max(saved.length, removed.length) <= mostMachines &&
    names.length <= mostTags &&
    names.every((name) => name.length <= longestTag) &&
    all.every(isHybridTime)
  );
}
