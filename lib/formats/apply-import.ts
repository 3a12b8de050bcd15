// What an imported paper does to the reading list: to the entry that is there, or as a new one. Pure; also the background's, so light.
import { changeEntry, describeEntry, newEntry, saveAgain } from '../papers/entry-changes';
import { nextTime } from '../papers/hybrid-time';
import { isKept, settled } from '../papers/merge-entries';
import type { Act, EntryChange, PaperFacts, ReadingEntry } from '../papers/reading-entry';
import type { ImportedPaper } from './imported-paper';
import { joinNotes } from './join-notes';

/**
 * The change by which `paper` adds to `known` without overwriting anything: tags are united, the note goes below the one that is
 * there, and status, stars and snooze are taken only where the reader never chose them. Empty where it adds nothing.
 */
export function addedByImport(
  known: ReadingEntry | undefined,
  { change }: Pick<ImportedPaper, 'change'>,
): EntryChange {
  const { status, stars, snoozedUntil } = change;
  const had = new Set(known?.tags);
  const addTags = (change.addTags ?? []).filter((tag) => !had.has(tag));
  const before = known?.note ?? '';
  const note = joinNotes(before, change.note ?? '');
  const isFree = (field: 'status' | 'stars' | 'snoozedUntil') => known?.times[field] === undefined;
  const takesStatus = status !== undefined && status !== (known?.status ?? 'to-read') && isFree('status');
  const takesStars = stars !== undefined && stars !== (known?.stars ?? 0) && isFree('stars');
  const takesSnooze = snoozedUntil && snoozedUntil !== known?.snoozedUntil && isFree('snoozedUntil');
  return {
    ...(takesStatus && { status }),
    ...(takesStars && { stars }),
    ...(takesSnooze && { snoozedUntil }),
    ...(note !== before && { note }),
    ...(addTags.length > 0 && { addTags }),
  };
}

/** Whether `paper` tells what an entry saved by its id alone does not know yet. */
export function describesAnew(known: ReadingEntry, paper: ImportedPaper): boolean {
  return known.title === '' && paper.title !== undefined;
}

/**
 * The entry after the import of `paper`; `known` itself where nothing is added. A paper that is new, or had been removed, is saved by
 * `act`, and counts as added when its file says, but never later than now.
 */
export function applyImport(known: ReadingEntry | undefined, paper: ImportedPaper, act: Act): ReadingEntry {
  const isThere = known !== undefined && isKept(known);
  const saved = isThere ? described(known, paper, act) : beginning(known, paper, act);
  const change = addedByImport(isThere ? saved : undefined, paper);
  return Object.keys(change).length > 0 ? changeEntry(saved, change, act) : saved;
}

function described(known: ReadingEntry, paper: ImportedPaper, act: Act): ReadingEntry {
  return describesAnew(known, paper) ? describeEntry(known, factsOf(paper), act) : known;
}

function beginning(removed: ReadingEntry | undefined, paper: ImportedPaper, act: Act): ReadingEntry {
  const facts = factsOf(paper);
  if (removed) return saveAgain(removed, facts, act);
  const entry = newEntry(facts, act);
  const { addedAt = act.now } = paper;
  if (addedAt >= act.now) return entry;
  return settled({ ...entry, times: { ...entry.times, added: nextTime(addedAt, act.device) } });
}

function factsOf({
  id,
  title = '',
  authors = [],
  publishedAt,
  category,
  repository,
}: ImportedPaper): PaperFacts {
  return { id, title, authors, publishedAt, category, repository };
}
