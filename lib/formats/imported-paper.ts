// What a file to be imported turned out to hold. Types and limits; knows no format and no store.
import type { EntryChange, ReadingEntry } from '../papers/reading-entry';

export type ImportFormat = 'json' | 'bibtex' | 'ris' | 'csv' | 'csl-json' | 'papermemory' | 'list';

/** A paper as another tool's file tells of it. What is absent the file does not tell, or not so that it can be believed. */
export interface ImportedPaper {
  /** Canonical, without version. */
  id: string;
  title?: string;
  authors?: string[];
  /** `YYYY-MM-DD` */
  publishedAt?: string;
  /** arXiv's primary category, `cs.CL`. */
  category?: string;
  /** `owner/name` */
  repository?: string;
  /** What its reader had decided there: status, stars, note, addTags, snoozedUntil. */
  change: EntryChange;
  /** ms since 1970 */
  addedAt?: number;
}

export type SkipCode =
  /** A record in which no arXiv paper can be made out. */
  | 'no-arxiv-id'
  /** A record that breaks off or breaks its format's rules. */
  | 'malformed'
  /** Of a paper that stands earlier in the file; what it adds has been joined to that. */
  | 'twice'
  /** In our own file: what is no entry. */
  | 'not-an-entry'
  /** Taken, but for what is longer than an entry may be. */
  | 'too-long';

export interface SkippedRecord {
  /** As a reader finds it in the file: `line 12`, a citation key, a position. */
  where: string;
  code: SkipCode;
  /** What stands there, or what is wrong; one line, '' where there is nothing to say. */
  detail: string;
}

export interface ReadFile {
  format: ImportFormat;
  /** Our own JSON only: whole entries with their times, to be merged field by field. */
  entries?: ReadingEntry[];
  /** One a paper, in the order of the file. */
  papers: ImportedPaper[];
  skipped: SkippedRecord[];
}

/** In UTF-16 code units. */
export const maxFileLength = 50 * 1024 * 1024;

export const maxPapers = 20_000;

/** In characters; an entry with a longer one is none (`lib/store/reading-entry-schema.ts`). */
export const maxNoteLength = 100_000;
