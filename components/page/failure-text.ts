// Why something was not done, in the reader's words. Knows the codes of the protocol, not who sends them.
import type { FailureCode } from '../../lib/messages/protocol';
import { formatTime } from '../../lib/text/format';
import { type MessageKey, t } from '../../lib/text/translate';

export interface Failure {
  /** A `FailureCode`; any other is read as `internal`. */
  code: string;
  /** In English, from where it happened. */
  detail: string;
}

const texts: Record<FailureCode, MessageKey> = {
  'bad-request': 'failureBadRequest',
  'not-allowed': 'failureNotAllowed',
  'not-cached': 'failureNotCached',
  offline: 'failureOffline',
  timeout: 'failureTimeout',
  'rate-limited': 'failureRateLimited',
  'feed-failed': 'failureFeedFailed',
  'disk-full': 'failureDiskFull',
  'bad-file': 'failureBadFile',
  'not-upgraded': 'failureNotUpgraded',
  unavailable: 'failureUnavailable',
  internal: 'failureInternal',
};

/** The failures whose sentence leaves open what exactly went wrong. */
const vague: readonly FailureCode[] = ['bad-request', 'feed-failed', 'bad-file', 'internal'];

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(texts, code);
}

/** What an action was rejected with: a `MessageFailure` keeps its code, everything else is `internal`. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'internal', detail: String(error) };
  const code = 'code' in error ? String(error.code) : '';
  return { code: isFailureCode(code) ? code : 'internal', detail: error.message };
}

/** One or two sentences. `retryAt` (ms since 1970) says when a rate-limited feed is asked again. */
export function failureText(failure: Failure, retryAt?: number): string {
  const code = isFailureCode(failure.code) ? failure.code : 'internal';
  if (code === 'rate-limited' && retryAt !== undefined) {
    const time = formatTime(retryAt);
    return t('failureRateLimitedUntil', time);
  }
  const text = t(texts[code]);
  return vague.includes(code) && failure.detail ? `${text} (${failure.detail})` : text;
}
