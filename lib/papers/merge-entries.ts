// Two copies of one reading entry made into one, field by field. Pure. The result is the same in whatever order, however often and in
// whatever company copies are merged: each part is a maximum or a union.
import { actorOf, type HybridTime, laterOf, msOf, newestByDevice } from './hybrid-time';
import type { EntryTimes, ReadingEntry, WhenSaved } from './reading-entry';

/** Whether the entry is on the list: some act on it that no removal knew of. */
export function isKept({ saved, removed }: Pick<ReadingEntry, 'saved' | 'removed'>): boolean {
  return saved.some((act) => !removed.some((known) => actorOf(known) === actorOf(act) && known >= act));
}

/** Whether two entries are equal in every part. Both as `settled` leaves them, whose parts have one order. */
export function isSameEntry(one: ReadingEntry, other: ReadingEntry | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The newest time of anything in the entry: whatever is changed next gets a later one. */
export function newestTime({
  times,
  saved,
  removed,
}: Pick<ReadingEntry, 'times' | 'saved' | 'removed'>): HybridTime {
  const { tags, added, ...fields } = times;
  return [...Object.values(fields), ...Object.values(tags), ...saved, ...removed].reduce(laterOf, added);
}

/** Of every field the copy with the newest change; of two changes at the same time the same one wins on every machine. */
export function mergeEntries(one: ReadingEntry, other: ReadingEntry): ReadingEntry {
  const paper = newer('paper', ({ title, authors }) => [title, JSON.stringify(authors)], one, other);
  const status = newer('status', (entry) => [entry.status], one, other);
  const stars = newer('stars', (entry) => [`${entry.stars}`], one, other);
  const note = newer('note', (entry) => [entry.note], one, other);
  const snoozed = newer('snoozedUntil', (entry) => [entry.snoozedUntil ?? ''], one, other);
  return settled({
    id: one.id,
    title: paper.title,
    authors: paper.authors,
    publishedAt: smallest(one.publishedAt, other.publishedAt),
    repository: smallest(one.repository, other.repository),
    category: smallest(one.category, other.category),
    status: status.status,
    stars: stars.stars,
    note: note.note,
    snoozedUntil: snoozed.snoozedUntil,
    whenSaved: earliest(one.whenSaved, other.whenSaved),
    ...mergeTags(one, other, {
      added: laterOf(one.times.added, other.times.added),
      paper: paper.times.paper,
      status: status.times.status,
      stars: stars.times.stars,
      note: note.times.note,
      snoozedUntil: snoozed.times.snoozedUntil,
    }),
    saved: newestByDevice([...one.saved, ...other.saved]),
    removed: newestByDevice([...one.removed, ...other.removed]),
  });
}

type Unsettled = Omit<ReadingEntry, 'addedAt' | 'changedAt'>;

/**
 * With what follows from the rest, without what is absent, and its parts in one order: equal entries are then equal as JSON, too.
 */
export function settled(entry: Unsettled): ReadingEntry {
  const { added, status, stars, note, snoozedUntil, tags, paper } = entry.times;
  const decided = [status, stars, note, snoozedUntil, ...Object.values(tags)];
  const changed = decided.reduce<HybridTime>((newest, time) => laterOf(newest, time ?? ''), added);
  const tagTimes = Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
  return withoutAbsent({
    id: entry.id,
    title: entry.title,
    authors: entry.authors,
    publishedAt: entry.publishedAt,
    repository: entry.repository,
    category: entry.category,
    status: entry.status,
    stars: entry.stars,
    tags: [...entry.tags].sort(),
    note: entry.note,
    snoozedUntil: entry.snoozedUntil,
    addedAt: msOf(added),
    changedAt: msOf(changed),
    whenSaved: entry.whenSaved,
    times: withoutAbsent({
      added,
      status,
      stars,
      note,
      snoozedUntil,
      tags: Object.fromEntries(tagTimes),
      paper,
    }),
    saved: entry.saved,
    removed: entry.removed,
  });
}

function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

type TimedField = Exclude<keyof EntryTimes, 'tags' | 'added'>;

/** `readValue` as texts to compare: of two values of one time the greater wins, so that something wins against nothing. */
function newer(
  field: TimedField,
  readValue: (entry: ReadingEntry) => string[],
  one: ReadingEntry,
  other: ReadingEntry,
): ReadingEntry {
  const [mine = '', theirs = ''] = [one.times[field], other.times[field]];
  if (mine !== theirs) return theirs > mine ? other : one;
  const [values, others] = [readValue(one), readValue(other)];
  const differing = values.findIndex((value, place) => value !== others[place]);
  return (others[differing] ?? '') > (values[differing] ?? '') ? other : one;
}

function mergeTags(one: ReadingEntry, other: ReadingEntry, times: Omit<EntryTimes, 'tags'>) {
  // Looked up in maps: a tag may be called `constructor`.
  const timesOf = [
    new Map(Object.entries(one.times.tags)),
    new Map(Object.entries(other.times.tags)),
  ] as const;
  const names = new Set([...timesOf[0].keys(), ...timesOf[1].keys(), ...one.tags, ...other.tags]);
  const has = [new Set(one.tags), new Set(other.tags)] as const;
  const tags: string[] = [];
  const tagTimes: [string, HybridTime][] = [];
  for (const name of [...names].sort()) {
    const [mine = '', theirs = ''] = [timesOf[0].get(name), timesOf[1].get(name)];
    const on = (mine >= theirs && has[0].has(name)) || (theirs >= mine && has[1].has(name));
    if (on) tags.push(name);
    if (mine || theirs) tagTimes.push([name, laterOf(mine, theirs)]);
  }
  return { tags, times: { ...times, tags: Object.fromEntries(tagTimes) } };
}

/** Which of two known facts is kept must not depend on the order; that they differ at all is rare. */
function smallest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function earliest(one: WhenSaved | undefined, other: WhenSaved | undefined): WhenSaved | undefined {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at < other.at ? one : other;
  return JSON.stringify(one) < JSON.stringify(other) ? one : other;
}
