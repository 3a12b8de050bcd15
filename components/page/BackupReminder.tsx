// One quiet line that says that the reading list has no fresh backup, with what to do about it and a way to send it away.
import './backup-reminder.css';
import { useState } from 'preact/hooks';
import type { BackupReminderKind } from '../../lib/backup/backup-reminder';
import { t } from '../../lib/text/translate';
import { failureOf, failureText } from './failure-text';

export interface BackupReminderProps {
  kind: BackupReminderKind;
  /** How many papers have changed since the last backup. */
  changed: number;
  /** Downloads the list, or asks for the folder again: the browser asks only while the click is being handled. */
  onBackUp(): Promise<unknown>;
  onDismiss(): Promise<unknown>;
}

export function BackupReminder({ kind, changed, onBackUp, onDismiss }: BackupReminderProps) {
  const [failure, setFailure] = useState('');
  async function run(act: () => Promise<unknown>) {
    setFailure('');
    try {
      await act();
    } catch (error) {
      setFailure(t('optionsBackupFailed', failureText(failureOf(error))));
    }
  }
  const allow = kind === 'allow';
  return (
    <aside class="backup-reminder" aria-label={t('optionsBackup')}>
      <p role="status">{failure || (allow ? t('backupReminderAllow') : t('backupReminder', changed))}</p>
      <button type="button" class="button" onClick={() => run(onBackUp)}>
        {t(allow ? 'optionsBackupAllow' : 'optionsDownloadButton')}
      </button>
      <button type="button" class="button" onClick={() => run(onDismiss)}>
        {t('backupReminderLater')}
      </button>
    </aside>
  );
}
