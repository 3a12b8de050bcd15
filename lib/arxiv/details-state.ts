// How far arXiv has been asked about papers on the reading list: noted by the background, read by pages, which must not load the client.
import type { PaperglossDatabase } from '../store/database';
import { readState } from '../store/state';
import type { ArxivErrorCode } from './arxiv-error';

export interface DetailsState {
  /** How many papers a run has still to ask for. 0: no run goes on. More without one: the worker died during it. */
  asking: number;
  /** Papers on the list that arXiv does not have; asked for again only where the reader names them. */
  missing: string[];
  /** Why the last run stopped before its end; `detail` is in English. */
  failure?: { code: ArxivErrorCode; detail: string };
  /** arXiv asked not to be called before this time, ms since 1970. */
  retryAt?: number;
}

export const nothingAsked: DetailsState = { asking: 0, missing: [] };

export const detailsKey = 'details';

/** What was noted last; `nothingAsked` at first. */
export const readDetailsState = (db: PaperglossDatabase): Promise<DetailsState> =>
  readState(db, detailsKey, nothingAsked);
