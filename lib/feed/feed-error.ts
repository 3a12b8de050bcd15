// The one kind of error that leaves the feed client: what went wrong, and when it is worth another try.
import { CallError } from './call-error';

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

export class FeedError extends CallError<FeedErrorCode> {
  override readonly name = 'FeedError';
}
