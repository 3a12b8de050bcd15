// What the errors of our calls have in common: a code of the one who was called, and when it is worth another try.

export interface CallErrorFacts {
  /** No call before this time, ms since 1970. */
  retryAt?: number;
  /** HTTP status of the answer. */
  status?: number;
  cause?: unknown;
}

export class CallError<Code extends string> extends Error {
  readonly retryAt?: number;
  readonly status?: number;

  /** `detail`: one sentence in English, for the reader who wants to know more. */
  constructor(
    readonly code: Code,
    detail: string,
    { retryAt, status, cause }: CallErrorFacts = {},
  ) {
    super(detail, { cause });
    this.retryAt = retryAt;
    this.status = status;
  }
}
