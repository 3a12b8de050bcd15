// The one kind of error that leaves the feed client: what went wrong, and when it is worth another try.

export type FeedErrorCode =
  /** The feed could not be reached. */
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  /** It answered, but with an error, or broke off half way. */
  | 'server'
  /** What came back is not what the feed documents. */
  | 'format'
  | 'too-large'
  | 'redirected'
  /** It knows no such day or paper. */
  | 'not-found';

export interface FeedErrorFacts {
  /** No call before this time, ms since 1970. */
  retryAt?: number;
  /** HTTP status of the answer. */
  status?: number;
  cause?: unknown;
}

export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly retryAt?: number;
  readonly status?: number;

  /** `detail`: one sentence in English, for the reader who wants to know more. */
  constructor(
    readonly code: FeedErrorCode,
    detail: string,
    { retryAt, status, cause }: FeedErrorFacts = {},
  ) {
    super(detail, { cause });
    this.retryAt = retryAt;
    this.status = status;
  }
}
