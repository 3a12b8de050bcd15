// Why the reading list did not get through the browser's sync, in the reader's words.
import type { SyncFailureCode, SyncListState } from '../../lib/list-sync/sync-list-state';
import { formatTime } from '../../lib/text/format';
import { type MessageKey, t } from '../../lib/text/translate';

const texts: Record<SyncFailureCode, MessageKey> = {
  unreachable: 'syncUnreachable',
  store: 'syncStore',
  'too-fast': 'syncTooFast',
  'no-room': 'syncNoRoom',
  refused: 'syncRefused',
  'newer-version': 'syncNewerVersion',
};

/** The failures whose sentence leaves open what exactly went wrong. */
const vague: readonly SyncFailureCode[] = ['unreachable', 'store', 'refused'];

/** One or two sentences, with the time of the next attempt where there is one to come; '' where nothing failed. `now` in ms since 1970. */
export function syncFailureText({ failure, retryAt }: SyncListState, now: number): string {
  if (!failure) return '';
  const { code, detail } = failure;
  const text = vague.includes(code) && detail ? `${t(texts[code])} (${detail})` : t(texts[code]);
  if (retryAt === undefined || retryAt <= now) return text;
  const time = formatTime(retryAt);
  return t('optionsSyncListRetry', text, time);
}
