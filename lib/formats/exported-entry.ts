// What an export is made of. Types only.
import type { PaperFacts, ReadingEntry, ReadingStatus } from '../papers/reading-entry';

export interface ExportedEntry {
  entry: ReadingEntry;
  /** From the cache, where it is there. */
  abstract?: string;
}

/** What a writer has to know beyond the entries. Words come from outside: writers know no language. */
export interface ExportContext {
  /** ms since 1970 */
  now: number;
  /** The whole list where only a part of it is written, so that citation keys are the same in both. */
  list?: readonly PaperFacts[];
  /** Heading of a document. */
  heading: string;
  /** Headings of its parts. */
  statusNames: Readonly<Record<ReadingStatus, string>>;
}
