// Errors of the background as the codes that pages put into words.
import { FeedError } from '../feed/feed-error';
import { StoreError } from '../store/store-error';
import type { FailureCode } from './protocol';

const feedCodes: Record<FeedError['code'], FailureCode> = {
  offline: 'offline',
  timeout: 'timeout',
  'rate-limited': 'rate-limited',
  server: 'feed-failed',
  format: 'feed-failed',
  'too-large': 'feed-failed',
  redirected: 'feed-failed',
  'not-found': 'feed-failed',
};

/** Anything that is neither the feed's nor the store's failure is `internal`. */
export function describeError(error: unknown): { code: FailureCode; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof FeedError) return { code: feedCodes[error.code], detail };
  if (error instanceof StoreError) return { code: error.code, detail };
  return { code: 'internal', detail };
}
