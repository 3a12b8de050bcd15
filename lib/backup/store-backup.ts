// The backup of this browser's own list: what runs it, put together for the background and for pages.

import type { PaperglossDatabase } from '../store/database';
import { listEntries } from '../store/reading-list';
import { statusName } from '../text/status-name';
import { t } from '../text/translate';
import { changeBackupState, readBackupState } from './backup-state';
import type { BackupDeps } from './run-backup';

export function storeBackup(db: PaperglossDatabase, now: () => number = Date.now): BackupDeps {
  return {
    state: {
      read: () => readBackupState(db),
      change: (change) => changeBackupState(db, change),
    },
    entries: () => listEntries(db),
    words: () => ({
      heading: t('pageLibrary'),
      statusNames: {
        'to-read': statusName('to-read'),
        reading: statusName('reading'),
        done: statusName('done'),
        dropped: statusName('dropped'),
      },
    }),
    exclusively: (work) => navigator.locks.request('papergloss-backup', work),
    now,
  };
}
