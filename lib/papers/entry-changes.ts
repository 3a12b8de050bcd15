// What the reader does to an entry of the reading list: save, change, remove, and what takes a change back. Pure; each act gives the
// entry as it is afterwards.
import { type HybridTime, newestByDevice, nextTime } from './hybrid-time';
import { isKept, newestTime, settled } from './merge-entries';
import type { Act, EntryChange, PaperFacts, ReadingEntry, WhenSaved } from './reading-entry';

/** Longer tags are cut there, in characters. */
export const maxTagLength = 60;

/** A tag as it is kept: without `#` in front, commas and needless spaces. Empty for what is none. */
export function normalTag(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/[,\s]+/g, ' ')
    .replace(/^[#\s]+/, '');
  // A cut may go through a character of two code units, and half of one is no text.
  return words
    .slice(0, maxTagLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** Tags as a reader types them, several between commas. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(',').map(normalTag))].filter(Boolean);
}

/** The entry of a paper that was never on the list. A title of '' is one that is not known yet. */
export function newEntry(paper: PaperFacts, { now, device }: Act, whenSaved?: WhenSaved): ReadingEntry {
  const time = nextTime(now, device);
  const { id, title, authors, publishedAt, repository, category } = paper;
  return settled({
    id,
    title,
    authors,
    publishedAt,
    repository,
    category,
    status: 'to-read',
    stars: 0,
    tags: [],
    note: '',
    whenSaved,
    times: { added: time, tags: {}, ...(title !== '' && { paper: time }) },
    saved: [time],
    removed: [],
  });
}

/** The entry after an act of the reader on it, whose time is handed to `change`. */
function acted(
  entry: ReadingEntry,
  { now, device }: Act,
  change: (time: HybridTime) => Partial<ReadingEntry>,
): ReadingEntry {
  const time = nextTime(now, device, newestTime(entry));
  const saved = newestByDevice([...entry.saved, time]);
  return settled({ ...entry, saved, ...change(time) });
}

/** A changed entry is one the reader wants: where it had been removed meanwhile it comes back. */
export function changeEntry(entry: ReadingEntry, change: EntryChange, act: Act): ReadingEntry {
  return acted(entry, act, (time) => {
    const { status, stars, note, snoozedUntil, addTags = [], removeTags = [] } = change;
    const tags = new Set(entry.tags);
    const tagTimes = new Map(Object.entries(entry.times.tags));
    const times = { ...entry.times };
    for (const tag of addTags) tags.add(tag);
    for (const tag of removeTags) tags.delete(tag);
    for (const tag of [...addTags, ...removeTags]) tagTimes.set(tag, time);
    if (status !== undefined) times.status = time;
    if (stars !== undefined) times.stars = time;
    if (note !== undefined) times.note = time;
    if (snoozedUntil !== undefined) times.snoozedUntil = time;
    // Made from a map: a tag may be called `__proto__`.
    times.tags = Object.fromEntries(tagTimes);
    return {
      ...(status !== undefined && { status }),
      ...(stars !== undefined && { stars }),
      ...(note !== undefined && { note }),
      ...(snoozedUntil !== undefined && { snoozedUntil: snoozedUntil ?? undefined }),
      tags: [...tags],
      times,
    };
  });
}

/** What takes `change` back again from an entry that was `before`. Only what it changed: what else was done meanwhile stays. */
export function inverseChange(before: ReadingEntry, change: EntryChange): EntryChange {
  const had = new Set(before.tags);
  return {
    ...(change.status !== undefined && { status: before.status }),
    ...(change.stars !== undefined && { stars: before.stars }),
    ...(change.note !== undefined && { note: before.note }),
    ...(change.snoozedUntil !== undefined && { snoozedUntil: before.snoozedUntil ?? null }),
    ...(change.addTags && { removeTags: change.addTags.filter((tag) => !had.has(tag)) }),
    ...(change.removeTags && { addTags: change.removeTags.filter((tag) => had.has(tag)) }),
  };
}

/** Off the list. Acts of other machines that are not known here keep it there. */
export function removeEntry(entry: ReadingEntry): ReadingEntry {
  return settled({ ...entry, removed: newestByDevice([...entry.removed, ...entry.saved]) });
}

/** Back as it was before it was removed. */
export function restoreEntry(entry: ReadingEntry, act: Act): ReadingEntry {
  return isKept(entry) ? entry : acted(entry, act, () => ({}));
}

/**
 * Saved once more after it had been removed: a new beginning, without the status, tags and note of then. Every field is set, also where
 * nothing is known of then: another machine may know it, and must not bring it back.
 */
export function saveAgain(
  entry: ReadingEntry,
  paper: PaperFacts,
  act: Act,
  whenSaved?: WhenSaved,
): ReadingEntry {
  const fresh: EntryChange = {
    status: 'to-read',
    stars: 0,
    note: '',
    snoozedUntil: null,
    removeTags: entry.tags,
  };
  const emptied = changeEntry({ ...entry, whenSaved }, fresh, act);
  const described = paper.title === '' ? emptied : describeEntry(emptied, paper, act);
  return acted(described, act, (added) => ({ times: { ...described.times, added } }));
}

/** The entry with what has been learned of its paper. No act of the reader's: it keeps nothing that was removed. */
export function describeEntry(entry: ReadingEntry, paper: PaperFacts, { now, device }: Act): ReadingEntry {
  const { title, authors } = paper;
  const { publishedAt = entry.publishedAt, repository = entry.repository, category = entry.category } = paper;
  const time = nextTime(now, device, newestTime(entry));
  const times = { ...entry.times, paper: time };
  return settled({ ...entry, title, authors, publishedAt, repository, category, times });
}
