// What the reader saved: types of the reading list. It keeps its own copy of the paper, so that it outlives the cache.
import type { HybridTime } from './hybrid-time';

export const readingStatuses = ['to-read', 'reading', 'done', 'dropped'] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

export const starCounts = [0, 1, 2, 3] as const;
export type Stars = (typeof starCounts)[number];

/** When what the reader decided was last changed. What was never touched has no time, so that it loses against everything. */
export interface EntryTimes {
  added: HybridTime;
  status?: HybridTime;
  stars?: HybridTime;
  note?: HybridTime;
  snoozedUntil?: HybridTime;
  /** By tag, those taken off among them. */
  tags: Record<string, HybridTime>;
  /** When title and authors were learned. */
  paper?: HybridTime;
}

/** What was known of the paper when it was saved: what has changed since is said in the library. Stays on its machine. */
export interface WhenSaved {
  /** ms since 1970 */
  at: number;
  /** Whether it was in the cache at all. */
  cached: boolean;
  upvotes?: number;
  hasCode: boolean;
  hasSummary: boolean;
}

export interface ReadingEntry {
  /** Paper id; one entry a paper. */
  id: string;
  /** Empty until it is known: then the id stands for it. */
  title: string;
  authors: string[];
  /** `YYYY-MM-DD` */
  publishedAt?: string;
  /** `owner/name`, original case. */
  repository?: string;
  /** arXiv's primary category, `cs.CL`. */
  category?: string;
  status: ReadingStatus;
  stars: Stars;
  /** Sorted. */
  tags: string[];
  /** Plain text, kept as typed. */
  note: string;
  /** `YYYY-MM-DD`: out of sight until that day. */
  snoozedUntil?: string;
  /** ms since 1970, from `times`. */
  addedAt: number;
  /** ms since 1970, from `times`: the newest change of anything the reader decided. */
  changedAt: number;
  whenSaved?: WhenSaved;
  times: EntryTimes;
  /** Each machine's newest act on it: every one says that the reader wants it. */
  saved: HybridTime[];
  /** Of `saved`, what a removal knew of. An act that no removal knew of keeps the entry. */
  removed: HybridTime[];
}

/** What the reader may change about an entry; what is absent stays. */
export interface EntryChange {
  status?: ReadingStatus;
  stars?: Stars;
  note?: string;
  /** null: no longer snoozed. */
  snoozedUntil?: string | null;
  addTags?: string[];
  removeTags?: string[];
}

/** What a paper is, as an entry keeps it. */
export type PaperFacts = Pick<
  ReadingEntry,
  'id' | 'title' | 'authors' | 'publishedAt' | 'repository' | 'category'
>;

/** By whom and when something is changed: `now` in ms since 1970, `device` as `newDevice` names it. */
export interface Act {
  now: number;
  device: string;
}
