// What Papergloss knows about a paper. Types only: no parsing, no storage, no feed field names.

/** A calendar day of Daily Papers, `YYYY-MM-DD`. */
export type FeedDay = string;

/** One paper as the feed (or the starter feed) tells it, cleaned: plain text, `https:` links only. */
export interface Paper {
  /** arXiv identifier without version: `2412.17747`, `hep-th/9901001`. */
  id: string;
  title: string;
  /** Empty where the feed gave none. */
  abstract: string;
  authors: string[];
  /** Day of publication, `YYYY-MM-DD`. */
  publishedAt?: string;
  /** The feed day it was listed on; absent for a paper looked up on its own. */
  day?: FeedDay;
  upvotes?: number;
  comments?: number;
  /** The feed's own one-sentence summary; often absent on the morning of the paper's day. */
  summary?: string;
  /** As written by the feed, original case. */
  keywords: string[];
  /** `owner/name`, original case for display. */
  repository?: string;
  stars?: number;
  projectPage?: string;
  organization?: string;
  /** A small picture of the first page, at the feed's own image host; loaded only where the reader wants pictures. */
  thumbnail?: string;
}

/** Where a stored paper came from: the feed, the starter feed that ships with the extension, or arXiv, for one saved from outside the feed. */
export type PaperOrigin = 'feed' | 'starter' | 'arxiv';

/** A paper as the store keeps it, with what the store adds for look-ups. */
export interface StoredPaper extends Paper {
  /** `repository` in lower case; one repository may serve several papers. */
  repositoryKey?: string;
  /** Position by upvotes within its feed day, from 1. */
  rank?: number;
  /** How many papers its feed day has. */
  rankOf?: number;
  /** When the feed last told about it, ms since 1970. */
  fetchedAt: number;
  origin: PaperOrigin;
}
