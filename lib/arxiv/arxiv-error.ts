// The one kind of error that leaves the client of arXiv's API: what went wrong, and when it is worth another try.
import { CallError } from '../feed/call-error';

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

export class ArxivError extends CallError<ArxivErrorCode> {
  override readonly name = 'ArxivError';
}
