// What a search answers: papers best first, with the places in their texts that matched. Types only.
import type { CardData } from './card-data';

/** A stretch of a text that matched, in UTF-16 units: from `start` up to, not including, `end`. */
export type Mark = readonly [start: number, end: number];

export interface FoundPaper extends CardData {
  /** In order, not overlapping. */
  marks: { title: Mark[]; summary: Mark[] };
  /** The reader has been to its page. */
  seen: boolean;
}

export interface SearchAnswer {
  /** Best first. */
  papers: FoundPaper[];
  /** How many match; `papers` are the first of them. */
  total: number;
  /** No paper has all that was asked for: these have some of it. */
  partly?: boolean;
  /** The query names one paper or repository, and the cache does not have it. */
  missing?: string;
  /** While the index is being made: papers it has, of the papers cached. What it has is already found. */
  indexing?: { done: number; of: number };
}
