// What a card shows about one paper: the answer to a look-up. Types only.
import type { FeedDay, PaperOrigin } from './paper';
import type { ReadingStatus } from './reading-entry';
import type { UpvotePoint } from './upvote-history';
import type { WatchRule } from './watch-rule';

/** Why another paper is related, in facts; the component puts them into words. */
export type RelatedReason =
  | { kind: 'repository'; repository: string }
  | { kind: 'organization'; organization: string }
  /** Keywords, or words of the texts, that stand in both. */
  | { kind: 'keywords'; keywords: string[] };

export interface RelatedPaper {
  id: string;
  title: string;
  /** At least one. */
  reasons: RelatedReason[];
  saved: boolean;
  /** The reader has been to its page. */
  seen: boolean;
}

export interface CardData {
  id: string;
  title: string;
  /** One sentence of the feed, or the first sentences of the abstract; empty where there is neither. */
  summary: string;
  summaryFrom: 'summary' | 'abstract' | 'none';
  upvotes?: number;
  comments?: number;
  repository?: string;
  stars?: number;
  projectPage?: string;
  organization?: string;
  day?: FeedDay;
  rank?: number;
  rankOf?: number;
  /** ms since 1970; for `page` when it was read. */
  fetchedAt: number;
  /**
   * The paper is not cached for `page`, which is then all that is known of it, and for `list`: it is on the reading list, which keeps
   * title and authors.
   */
  origin: PaperOrigin | 'page' | 'list';
  /** Up to five; empty in the badge form until the badge is opened. */
  related: RelatedPaper[];
  /** The reader has opened it before: its page, its repository, or its row in the popup. */
  seen?: boolean;
  /** The first of the reader's watch rules it meets. */
  watched?: WatchRule;
  /** Oldest first, two looks at least; absent in the badge form until the badge is opened, and where there is nothing to draw. */
  upvoteHistory?: UpvotePoint[];
  /** Present when the reader saved the paper. */
  status?: ReadingStatus;
}
