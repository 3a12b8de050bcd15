// Made-up entries for the tests of the library, saved and changed as the reader would, and actions that remember what they were asked.
import { vi } from 'vitest';
import type { LibraryActions, LibraryProps } from '../../../components/library/Library';
import { changeEntry, newEntry } from '../../../lib/papers/entry-changes';
import type { EntryChange, PaperFacts, ReadingEntry, WhenSaved } from '../../../lib/papers/reading-entry';
import type { CachedFacts } from '../../../lib/store/cached-facts';

/** 2026-06-12, a Friday, 12:00 UTC. */
export const now = Date.parse('2026-06-12T12:00:00Z');

interface EntryFields extends Partial<PaperFacts>, EntryChange {
  /** ms since 1970 */
  addedAt?: number;
  /** ms since 1970, of a change */
  changedAt?: number;
  whenSaved?: Partial<WhenSaved>;
  tags?: string[];
}

export function entry(id: string, fields: EntryFields = {}): ReadingEntry {
  const { addedAt = now, changedAt = addedAt, whenSaved, tags, title = `Title of ${id}`, ...rest } = fields;
  const { authors = ['Ada Lovelace', 'Kurt Gödel'], publishedAt, repository, category, ...change } = rest;
  const paper = { id, title, authors, publishedAt, repository, category };
  const saved = newEntry(
    paper,
    { now: addedAt, device: 'mine' },
    whenSaved && { at: addedAt, cached: true, hasCode: false, hasSummary: false, ...whenSaved },
  );
  const asked = { ...change, ...(tags && { addTags: tags }) };
  return Object.keys(asked).length > 0 || changedAt !== addedAt
    ? changeEntry(
        saved,
        { ...asked, ...(changedAt !== addedAt && { stars: change.stars ?? 0 }) },
        {
          now: changedAt,
          device: 'mine',
        },
      )
    : saved;
}

export function cachedFacts(fields: Partial<CachedFacts> = {}): CachedFacts {
  return { upvotes: 1, hasSummary: false, origin: 'feed', ...fields };
}

export const libraryActions = () => ({
  save: vi.fn<LibraryActions['save']>(),
  search: vi.fn<LibraryActions['search']>(),
  searchOnline: vi.fn<LibraryActions['searchOnline']>(),
  change: vi.fn<LibraryActions['change']>(),
  remove: vi.fn<LibraryActions['remove']>(),
  restore: vi.fn<LibraryActions['restore']>(),
  fetchDetails: vi.fn<LibraryActions['fetchDetails']>(),
});

const files: LibraryProps['files'] = {
  save: async () => undefined,
  plan: () => Promise.reject(new Error('nothing to import')),
  importPlanned: () => Promise.reject(new Error('nothing to import')),
  write: async () => '',
  exportFile: async (format) => `list.${format}`,
  sendToZotero: async () => 0,
};

export function libraryProps(
  actions: LibraryActions,
  entries: readonly ReadingEntry[],
  fields: Partial<LibraryProps> = {},
): LibraryProps {
  return { list: { entries, complete: true }, facts: new Map(), suggested: [], actions, files, ...fields };
}

/** What the messages reject with: an error that carries the code of its reason. */
export const refusal = (code: string, detail = 'why') => Object.assign(new Error(detail), { code });
