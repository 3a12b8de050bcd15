// Why a backup was not written, in the reader's words.
import type { BackupFailure, BackupFailureCode } from '../../lib/backup/backup-error';
import { type MessageKey, t } from '../../lib/text/translate';
import { failureText } from './failure-text';

const texts: Record<Exclude<BackupFailureCode, 'list-empty' | 'internal'>, MessageKey> = {
  'not-allowed': 'backupNotAllowed',
  'folder-gone': 'backupFolderGone',
  'disk-full': 'backupDiskFull',
  'name-taken': 'backupNameTaken',
  'file-in-use': 'backupFileInUse',
  store: 'syncStore',
};

/** One or two sentences. */
export function backupFailureText({ code, detail }: BackupFailure): string {
  if (code === 'internal') return failureText({ code, detail });
  if (code !== 'list-empty') return t(texts[code]);
  return detail ? t('backupListEmpty', detail) : t('backupListEmptyUnread');
}
