// What an import will do, before it is done: for the preview, and what is then to be sent to the background. Pure.
import { isKept, isSameEntry, mergeEntries } from '../papers/merge-entries';
import type { ReadingEntry, ReadingStatus, Stars } from '../papers/reading-entry';
import { addedByImport, describesAnew } from './apply-import';
import type { ImportedPaper, ImportFormat, ReadFile, SkippedRecord } from './imported-paper';

/** What an entry is afterwards that it is not now. */
export type Gain =
  | { kind: 'tags'; tags: string[] }
  /** Tags that a newer change in the file took off. */
  | { kind: 'tags-removed'; tags: string[] }
  | { kind: 'note' }
  | { kind: 'status'; status: ReadingStatus }
  | { kind: 'stars'; stars: Stars }
  /** `until` is absent where a newer change in the file ended it. */
  | { kind: 'snoozed'; until?: string }
  /** Title, authors, or what else is known of the paper. */
  | { kind: 'paper' }
  /** A newer change in the file took it off the list. */
  | { kind: 'removed' }
  /** Times alone: what later merges go by. */
  | { kind: 'times' };

export interface PlannedItem {
  id: string;
  /** '' where nobody knows it yet. */
  title: string;
  kind: 'added' | 'merged' | 'unchanged';
  /** What a merge brings; of an added one what comes with it beyond the paper. Empty for unchanged ones. */
  gains: Gain[];
}

export interface ImportPlan {
  format: ImportFormat;
  items: PlannedItem[];
  skipped: SkippedRecord[];
  /** To be merged into the list: those of our own JSON that change something. */
  entries: ReadingEntry[];
  /** To be handed to `applyImport`: those of all other formats that change something. */
  papers: ImportedPaper[];
}

/** `known`: all entries of this machine by id, removed ones among them. */
export function planImport(read: ReadFile, known: ReadonlyMap<string, ReadingEntry>): ImportPlan {
  const plan: ImportPlan = {
    format: read.format,
    items: [],
    skipped: [...read.skipped],
    entries: [],
    papers: [],
  };
  for (const entry of read.entries ?? []) {
    const item = plannedMerge(entry, known.get(entry.id));
    if (!item) continue;
    plan.items.push(item);
    if (item.kind !== 'unchanged') plan.entries.push(entry);
  }
  for (const paper of read.papers) {
    const item = plannedImport(paper, known.get(paper.id));
    plan.items.push(item);
    if (item.kind !== 'unchanged') plan.papers.push(paper);
  }
  return plan;
}

function plannedImport(paper: ImportedPaper, entry: ReadingEntry | undefined): PlannedItem {
  const before = entry && isKept(entry) ? entry : undefined;
  const { status, stars, snoozedUntil, note, addTags } = addedByImport(before, paper);
  const gains: Gain[] = [
    ...(before && describesAnew(before, paper) ? [{ kind: 'paper' } as const] : []),
    ...(status !== undefined ? [{ kind: 'status', status } as const] : []),
    ...(stars !== undefined ? [{ kind: 'stars', stars } as const] : []),
    ...(snoozedUntil ? [{ kind: 'snoozed', until: snoozedUntil } as const] : []),
    ...(addTags ? [{ kind: 'tags', tags: addTags } as const] : []),
    ...(note !== undefined ? [{ kind: 'note' } as const] : []),
  ];
  const kind = !before ? 'added' : gains.length > 0 ? 'merged' : 'unchanged';
  return { id: paper.id, title: before?.title || paper.title || '', kind, gains };
}

/** Undefined for an entry that is on neither list. One that is on the file's list and was removed here since comes back: it was asked for. */
function plannedMerge(entry: ReadingEntry, known: ReadingEntry | undefined): PlannedItem | undefined {
  const before = known && isKept(known) ? known : undefined;
  const merged = known ? mergeEntries(known, entry) : entry;
  const { id, title } = merged;
  if (!isKept(merged) && !isKept(entry)) {
    return before && { id, title: title || before.title, kind: 'merged', gains: [{ kind: 'removed' }] };
  }
  if (!before) return { id, title, kind: 'added', gains: gainsBetween(bare, merged) };
  // Merging puts every part in its order, so that equal entries are written alike.
  if (isSameEntry(merged, mergeEntries(before, before))) return { id, title, kind: 'unchanged', gains: [] };
  const gains = gainsBetween(before, merged);
  return { id, title, kind: 'merged', gains: gains.length > 0 ? gains : [{ kind: 'times' }] };
}

type Compared = Pick<ReadingEntry, 'status' | 'stars' | 'tags' | 'note' | 'snoozedUntil'> &
  Partial<ReadingEntry>;

/** An entry as it is when nothing but the paper is known. */
const bare: Compared = { status: 'to-read', stars: 0, tags: [], note: '' };

function gainsBetween(before: Compared, after: ReadingEntry): Gain[] {
  const { status, stars, snoozedUntil } = after;
  const newTags = after.tags.filter((tag) => !before.tags.includes(tag));
  const lostTags = before.tags.filter((tag) => !after.tags.includes(tag));
  const paperOf = ({ title, authors, publishedAt, repository, category }: Compared) =>
    JSON.stringify([title, authors, publishedAt, repository, category]);
  const learned = before.id !== undefined && paperOf(before) !== paperOf(after);
  return [
    ...(learned ? [{ kind: 'paper' } as const] : []),
    ...(status !== before.status ? [{ kind: 'status', status } as const] : []),
    ...(stars !== before.stars ? [{ kind: 'stars', stars } as const] : []),
    ...(snoozedUntil !== before.snoozedUntil ? [{ kind: 'snoozed', until: snoozedUntil } as const] : []),
    ...(newTags.length > 0 ? [{ kind: 'tags', tags: newTags } as const] : []),
    ...(lostTags.length > 0 ? [{ kind: 'tags-removed', tags: lostTags } as const] : []),
    ...(after.note !== before.note ? [{ kind: 'note' } as const] : []),
  ];
}
