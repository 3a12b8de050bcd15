// Reading entries as earlier versions wrote them (database 1 and 2, list file 1), brought to today's shape. Pure; throws at nothing.
import { timeAt } from '../papers/hybrid-time';
import { settled } from '../papers/merge-entries';
import type { ReadingEntry, ReadingStatus } from '../papers/reading-entry';

/** An entry before fields had times of their own. Never edited: it lies on readers' machines. */
export interface EntryVersion1 {
  id: string;
  title: string;
  authors: string[];
  publishedAt?: string;
  repository?: string;
  status: Exclude<ReadingStatus, 'dropped'>;
  tags: string[];
  note: string;
  /** ms since 1970 */
  addedAt: number;
  /** ms since 1970; the newest change of any field. */
  changedAt: number;
}

export function isVersion1(entry: object): entry is EntryVersion1 {
  return !('times' in entry);
}

/** What was never touched gets no time; what was, the one time that is known. The same on every machine. */
export function fromVersion1(entry: EntryVersion1): ReadingEntry {
  const { id, title, authors, publishedAt, repository, status, note, addedAt, changedAt } = entry;
  const added = timeAt(addedAt);
  const changed = timeAt(Math.max(addedAt, changedAt));
  const tags = [...new Set(entry.tags)];
  const statusChosen = status !== 'to-read' || (changedAt > addedAt && tags.length === 0 && note === '');
  return settled({
    id,
    title,
    authors,
    publishedAt,
    repository,
    status,
    stars: 0,
    tags,
    note,
    times: {
      added,
      tags: Object.fromEntries(tags.map((tag) => [tag, changed])),
      ...(title !== '' && { paper: changed }),
      ...(statusChosen && { status: changed }),
      ...(note !== '' && { note: changed }),
    },
    saved: [changed],
    removed: [],
  });
}
