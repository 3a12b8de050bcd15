// What the reader saved: types of the reading list. It keeps its own copy of the paper, so that it outlives the cache.

export const readingStatuses = ['to-read', 'reading', 'done'] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

export interface ReadingEntry {
  /** Paper id; one entry a paper. */
  id: string;
  title: string;
  authors: string[];
  /** `YYYY-MM-DD` */
  publishedAt?: string;
  /** `owner/name`, original case. */
  repository?: string;
  status: ReadingStatus;
  tags: string[];
  note: string;
  /** ms since 1970 */
  addedAt: number;
  /** ms since 1970; the newest change of any field. */
  changedAt: number;
}
