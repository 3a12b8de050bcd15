// Why nothing, or not everything, reached Zotero, in the reader's words. Knows the codes alone.

import { type MessageKey, t } from '../../../lib/text/translate';
import type { ZoteroErrorCode } from '../../../lib/zotero/zotero-error';
import { failureOf, failureText } from '../../page/failure-text';
import { papersText } from './import-texts';

const texts: Record<ZoteroErrorCode, MessageKey> = {
  'not-running': 'zoteroNotRunning',
  'not-zotero': 'zoteroNotZotero',
  'not-allowed': 'zoteroNotAllowed',
  refused: 'zoteroRefused',
  outdated: 'zoteroOutdated',
  repeated: 'zoteroRepeated',
  'read-only': 'zoteroReadOnly',
  timeout: 'zoteroTimeout',
  failed: 'zoteroFailed',
};

/** Two or three sentences: what was not done, or how far it went, and why. */
export function zoteroFailureText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = error instanceof Error && error.name === 'ZoteroError' && Object.hasOwn(texts, code);
  const reason = known ? t(texts[code as ZoteroErrorCode]) : failureText(failureOf(error));
  const saved = known && 'saved' in error ? Number(error.saved) : 0;
  return saved > 0 ? t('filesZoteroPart', papersText(saved), reason) : t('filesZoteroFailed', reason);
}
