// The one kind of error that leaves the client of arXiv's API: what went wrong, and when it is worth another try.

export type ArxivErrorCode =
  /** arXiv could not be reached. */
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  /** It answered, but with an error, or broke off half way. */
  | 'server'
  /** What came back is not what arXiv documents. */
  | 'format'
  | 'too-large'
  | 'redirected';

export interface ArxivErrorFacts {
  /** No call before this time, ms since 1970. */
  retryAt?: number;
  /** HTTP status of the answer. */
  status?: number;
  cause?: unknown;
}

export class ArxivError extends Error {
  override readonly name = 'ArxivError';
  readonly retryAt?: number;
  readonly status?: number;

  /** `detail`: one sentence in English, for the reader who wants to know more. */
  constructor(
    readonly code: ArxivErrorCode,
    detail: string,
    { retryAt, status, cause }: ArxivErrorFacts = {},
  ) {
    super(detail, { cause });
    this.retryAt = retryAt;
    this.status = status;
  }
}
