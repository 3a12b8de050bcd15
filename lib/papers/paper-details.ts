// What a row shows of a paper once it is opened in place. Types only.
import type { RelatedPaper } from './card-data';
import type { FeedDay } from './paper';
import type { UpvotePoint } from './upvote-history';

export interface PaperDetails {
  id: string;
  /** Empty where the feed gave none. */
  abstract: string;
  authors: string[];
  /** As written by the feed, original case. */
  keywords: string[];
  publishedAt?: FeedDay;
  day?: FeedDay;
  rank?: number;
  rankOf?: number;
  projectPage?: string;
  related: RelatedPaper[];
  /** Oldest first; empty where the paper's upvotes were seen but once. */
  upvoteHistory: UpvotePoint[];
}
