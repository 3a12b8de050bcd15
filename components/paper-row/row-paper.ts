// What a row shows of a paper. Types only.
import type { CardData } from '../../lib/papers/card-data';
import type { ForYouReason } from '../../lib/papers/for-you-reason';
import type { FeedDay } from '../../lib/papers/paper';
import type { ReadingStatus } from '../../lib/papers/reading-entry';
import type { WatchRule } from '../../lib/papers/watch-rule';

/** Rows of the popup's lists, cards of the current page and papers found all have it. */
export interface RowPaper {
  id: string;
  title: string;
  summary?: string;
  abstract?: string;
  upvotes?: number;
  /** Upvotes more than at the reader's last visit. */
  gained?: number;
  comments?: number;
  organization?: string;
  repository?: string;
  stars?: number;
  projectPage?: string;
  /** Address of a small picture; drawn where the reader wants pictures. */
  thumbnail?: string;
  rank?: number;
  day?: FeedDay;
  /** The reader has not had it before the eye. */
  unseen?: boolean;
  /** The reader has opened it. */
  seen?: boolean;
  watched?: WatchRule;
  /** Why it is among the papers for the reader. */
  reasons?: readonly ForYouReason[];
  origin?: CardData['origin'];
  /** ms since 1970: details are read again when it changes. */
  fetchedAt?: number;
  /** As the store has it; the reader's click may be ahead of it. */
  status?: ReadingStatus;
}
