// Gathers the papers of one file: makes their facts fit for an entry, joins records of one paper, and keeps account of the rest.

import { normalTag } from '../papers/entry-changes';
import { feedDayOf } from '../papers/feed-day';
import { plainText } from '../papers/plain-text';
import type { EntryChange } from '../papers/reading-entry';
import { repoSlugFromUrl } from '../papers/repo-slug';
import { ImportError } from './import-error';
import {
  type ImportedPaper,
  maxNoteLength,
  maxPapers,
  type SkipCode,
  type SkippedRecord,
} from './imported-paper';
import { joinNotes } from './join-notes';

/** What a record tells, as its file writes it: any length, any characters. */
export interface RecordFacts {
  title?: string;
  authors?: readonly string[];
  /** A whole day, ISO 8601. */
  published?: string;
  category?: string;
  /** `owner/name` or an address on github.com. */
  repository?: string;
  status?: EntryChange['status'];
  stars?: EntryChange['stars'];
  tags?: readonly string[];
  note?: string;
  snoozedUntil?: string;
  /** ms since 1970; NaN and times before count as not told. */
  addedAt?: number;
}

/** Below the limits of an entry, in characters or pieces. */
const most = { title: 1_000, authors: 5_000, author: 300, tags: 200, detail: 200 };

export class CollectedPapers {
  private readonly byId = new Map<string, ImportedPaper>();
  readonly skipped: SkippedRecord[] = [];

  get papers(): ImportedPaper[] {
    return [...this.byId.values()];
  }

  /** Throws ImportError `too-large` at more papers than one import takes. */
  add(id: string, facts: RecordFacts, where: string): void {
    const paper = this.fitted(id, facts, where);
    const known = this.byId.get(id);
    if (known) this.skip(where, 'twice', id);
    else if (this.byId.size >= maxPapers) {
      throw new ImportError('too-large', `It holds more than ${maxPapers} papers.`);
    }
    this.byId.set(id, known ? joined(known, paper) : paper);
  }

  skip(where: string, code: SkipCode, detail = ''): void {
    this.skipped.push({ where: plainText(where, most.detail), code, detail: plainText(detail, most.detail) });
  }

  private fitted(id: string, facts: RecordFacts, where: string): ImportedPaper {
    const title = plainText(facts.title ?? '', most.title);
    const authors = (facts.authors ?? []).map((name) => plainText(name, most.author)).filter(Boolean);
    const allTags = [...new Set((facts.tags ?? []).map(normalTag))].filter(Boolean);
    const tags = allTags.slice(0, most.tags);
    const note = fittedNote(facts.note ?? '');
    if (note.length > maxNoteLength || tags.length < allTags.length) this.skip(where, 'too-long', id);
    const snoozedUntil = feedDayOf(facts.snoozedUntil ?? '');
    const { status, stars, addedAt = Number.NaN } = facts;
    return withoutAbsent({
      id,
      title: title || undefined,
      authors: authors.length > 0 ? authors.slice(0, most.authors) : undefined,
      publishedAt: feedDayOf(facts.published ?? ''),
      category: fittedCategory(facts.category ?? ''),
      repository: fittedRepository(facts.repository ?? ''),
      change: withoutAbsent({
        status,
        stars,
        addTags: tags.length > 0 ? tags : undefined,
        note: note.slice(0, maxNoteLength).toWellFormed() || undefined,
        snoozedUntil,
      }),
      addedAt: addedAt > 0 && addedAt < Number.POSITIVE_INFINITY ? Math.trunc(addedAt) : undefined,
    });
  }
}

/** The first record's word counts; what it does not tell, the second may. */
function joined(first: ImportedPaper, second: ImportedPaper): ImportedPaper {
  const tags = [...new Set([...(first.change.addTags ?? []), ...(second.change.addTags ?? [])])];
  const note = joinNotes(first.change.note ?? '', second.change.note ?? '');
  const times = [first.addedAt, second.addedAt].filter((time) => time !== undefined);
  return withoutAbsent({
    ...second,
    ...first,
    change: withoutAbsent({
      ...second.change,
      ...first.change,
      addTags: tags.length > 0 ? tags.slice(0, most.tags) : undefined,
      note: note || undefined,
    }),
    addedAt: times.length > 0 ? Math.min(...times) : undefined,
  });
}

function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** A note stays as it was typed but for line ends, which differ between systems. */
function fittedNote(note: string): string {
  return note.trim() === '' ? '' : note.replace(/\r\n?/g, '\n');
}

function fittedCategory(category: string): string | undefined {
  return /^[a-z-]{2,16}(?:\.[A-Za-z-]{2,16})?$/.test(category) ? category : undefined;
}

function fittedRepository(repository: string): string | undefined {
  if (repository === '') return undefined;
  const isSlug = /^[\w.-]{1,39}\/[\w.-]{1,100}$/.test(repository);
  return repoSlugFromUrl(isSlug ? `https://github.com/${repository}` : repository);
}
