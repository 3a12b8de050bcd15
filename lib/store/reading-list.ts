// The reading list: every change in one transaction, so that two tabs at once lose nothing and a full disk changes nothing. Changes come
// from the keeper alone (reading-list-keeper.ts), which tells the mirror and whoever follows.

import { applyImport } from '../formats/apply-import';
import type { ImportedPaper } from '../formats/imported-paper';
import {
  changeEntry,
  describeEntry,
  newEntry,
  removeEntry,
  restoreEntry,
  saveAgain,
} from '../papers/entry-changes';
import { isKept, isSameEntry, mergeEntries, settled } from '../papers/merge-entries';
import type { Paper } from '../papers/paper';
import type { Act, EntryChange, PaperFacts, ReadingEntry, WhenSaved } from '../papers/reading-entry';
import type { PaperglossDatabase } from './database';
import { entryTables, readRecords, withoutWrittenAt, writeRecords } from './entry-records';
import { guarded, StoreError } from './store-error';

/** One entry's change, as the reader asked for it. */
export interface AskedChange {
  id: string;
  change: EntryChange;
}

const unknownPaper = (id: string): PaperFacts => ({ id, title: '', authors: [] });

function factsOf({ id, title, authors, publishedAt, repository }: Paper): PaperFacts {
  return { id, title, authors, publishedAt, repository };
}

function whenSaved(paper: Paper | undefined, at: number): WhenSaved {
  return {
    at,
    cached: paper !== undefined,
    ...(paper?.upvotes !== undefined && { upvotes: paper.upvotes }),
    hasCode: paper?.repository !== undefined,
    hasSummary: paper?.summary !== undefined,
  };
}

/** What becomes of one record; `paper` is the cached one. Undefined leaves everything as it is. */
type Step = (known: ReadingEntry | undefined, paper: Paper | undefined) => ReadingEntry | undefined;

/** Takes the records of `ids` through `step`, all or none, and returns those that are new or changed, in the order asked. */
function update(
  db: PaperglossDatabase,
  ids: readonly string[],
  now: number,
  step: (id: string) => Step,
): Promise<ReadingEntry[]> {
  return guarded(() =>
    db.transaction('rw', [db.papers, ...entryTables(db)], async () => {
      const [known, papers] = await Promise.all([readRecords(db, [...ids]), db.papers.bulkGet([...ids])]);
      const changed = ids.flatMap((id, position) => step(id)(known[position], papers[position]) ?? []);
      await writeRecords(db, changed, now);
      return changed;
    }),
  );
}

/**
 * Saves papers; entries that are there stay as they are. A paper that is not cached is saved by its id alone, unless `cachedOnly`.
 * Resolves to the entries, those that were there among them. Rejects with StoreError: `not-cached`, or `disk-full` when there is no room.
 */
export async function savePapers(
  db: PaperglossDatabase,
  ids: readonly string[],
  act: Act,
  cachedOnly = false,
): Promise<{ entries: ReadingEntry[]; changed: ReadingEntry[] }> {
  const entries: ReadingEntry[] = [];
  const changed = await update(db, [...new Set(ids)], act.now, (id) => (known, paper) => {
    if (known && isKept(known)) {
      entries.push(known);
      return undefined;
    }
    if (!paper && cachedOnly) throw new StoreError('not-cached', `The paper ${id} is not in the cache.`);
    const facts = paper ? factsOf(paper) : unknownPaper(id);
    const before = whenSaved(paper, act.now);
    const entry = known ? saveAgain(known, facts, act, before) : newEntry(facts, act, before);
    entries.push(entry);
    return entry;
  });
  return { entries, changed };
}

/** Changes entries; a cached paper that is not on the list is saved with it. Rejects as `savePapers` does. */
export function changeEntries(
  db: PaperglossDatabase,
  changes: readonly AskedChange[],
  act: Act,
): Promise<ReadingEntry[]> {
  const asked = new Map<string, EntryChange[]>();
  for (const { id, change } of changes) asked.set(id, [...(asked.get(id) ?? []), change]);
  return update(db, [...asked.keys()], act.now, (id) => (known, paper) => {
    if (!known && !paper) throw new StoreError('not-cached', `The paper ${id} is not in the cache.`);
    const entry =
      known ?? newEntry(paper ? factsOf(paper) : unknownPaper(id), act, whenSaved(paper, act.now));
    return asked.get(id)?.reduce((before, change) => changeEntry(before, change, act), entry);
  });
}

/** Takes papers off the list. Resolves to the entries as they are now: removed. Rejects with StoreError. */
export function removeEntries(
  db: PaperglossDatabase,
  ids: readonly string[],
  now: number,
): Promise<ReadingEntry[]> {
  return update(
    db,
    [...new Set(ids)],
    now,
    () => (known) => (known && isKept(known) ? removeEntry(known) : undefined),
  );
}

/** Puts back what was removed. An entry that was saved anew meanwhile is merged with it. Rejects with StoreError. */
export function restoreEntries(
  db: PaperglossDatabase,
  entries: readonly ReadingEntry[],
  act: Act,
): Promise<ReadingEntry[]> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return update(db, [...byId.keys()], act.now, (id) => (known) => {
    const entry = byId.get(id);
    return entry && restoreEntry(mergeEntries(known ?? entry, entry), act);
  });
}

/**
 * Adds entries of a file or another machine and merges those that are there already, all or none, whatever the order. What comes without
 * a title gets the cached paper's. `bringBack`: what those entries keep on the list comes back where it was removed here. Resolves to
 * what is new or changed, removals among it. Rejects with StoreError.
 */
export function mergeIntoList(
  db: PaperglossDatabase,
  entries: readonly ReadingEntry[],
  act: Act,
  bringBack = false,
): Promise<ReadingEntry[]> {
  const incoming = new Map<string, ReadingEntry>();
  for (const entry of entries) {
    const twin = incoming.get(entry.id);
    incoming.set(entry.id, twin ? mergeEntries(twin, entry) : entry);
  }
  return update(db, [...incoming.keys()], act.now, (id) => (known, paper) => {
    const entry = incoming.get(id);
    if (!entry) return undefined;
    const joined = mergeEntries(known ?? entry, entry);
    const merged = bringBack && isKept(entry) ? restoreEntry(joined, act) : joined;
    const described = merged.title === '' && paper ? describeEntry(merged, factsOf(paper), act) : merged;
    return isSameEntry(described, known) ? undefined : described;
  });
}

/** Adds papers of other programs' files; what the reader decided here stays. Resolves to what is new or changed. Rejects with StoreError. */
export function importPapers(
  db: PaperglossDatabase,
  papers: readonly ImportedPaper[],
  act: Act,
): Promise<ReadingEntry[]> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return update(db, [...byId.keys()], act.now, (id) => (known, paper) => {
    const imported = byId.get(id);
    if (!imported) return undefined;
    const entry = applyImport(known, paper ? { ...imported, ...presentFacts(paper) } : imported, act);
    if (isSameEntry(entry, known)) return undefined;
    if (known && isKept(known)) return entry;
    return settled({ ...entry, whenSaved: whenSaved(paper, act.now) });
  });
}

function presentFacts(paper: Paper): Partial<PaperFacts> {
  const { title, authors, publishedAt, repository } = factsOf(paper);
  return { title, authors, ...(publishedAt && { publishedAt }), ...(repository && { repository }) };
}

/** Tells entries what their papers are, once that has been learned. Resolves to what has changed. Rejects with StoreError. */
export function describeEntries(
  db: PaperglossDatabase,
  papers: readonly PaperFacts[],
  act: Act,
): Promise<ReadingEntry[]> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return update(db, [...byId.keys()], act.now, (id) => (known) => {
    const facts = byId.get(id);
    return known && facts ? describeEntry(known, facts, act) : undefined;
  });
}

/** Newest added first; at most `limit`. */
export async function listEntries(
  db: PaperglossDatabase,
  limit = Number.POSITIVE_INFINITY,
): Promise<ReadingEntry[]> {
  const stored = await db.readingEntries.orderBy('addedAt').reverse().limit(limit).toArray();
  return stored.map((entry) => withoutWrittenAt(entry));
}

/** Everything other machines have to know of: the list, and what was removed from it. */
export async function listRecords(db: PaperglossDatabase): Promise<ReadingEntry[]> {
  const [kept, removed] = await Promise.all([db.readingEntries.toArray(), db.removedEntries.toArray()]);
  return [...kept, ...removed].map((entry) => withoutWrittenAt(entry));
}

/** Papers on the list of which only the id is known, those saved first at the beginning. */
export async function untitledIds(db: PaperglossDatabase): Promise<string[]> {
  const untitled = await db.readingEntries
    .orderBy('addedAt')
    .filter(({ title }) => title === '')
    .toArray();
  return untitled.map(({ id }) => id);
}
