// The backup of the reading list: into a folder where the browser writes into folders, and as a file everywhere. The browser asks the
// reader about the folder only while a click is being handled.
import { useState } from 'preact/hooks';
import type { BackupFailure } from '../../lib/backup/backup-error';
import { formatAge, formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';
import { backupFailureText } from '../page/backup-failure-text';
import { failureOf, failureText } from '../page/failure-text';
import { Group, Setting } from './controls';

export interface BackupFolderView {
  name: string;
  /** What the browser says now; undefined while it is asked. */
  permission?: PermissionState;
  /** ms since 1970 */
  lastWrite?: number;
  /** How many papers were written then. */
  entries?: number;
  failure?: BackupFailure;
}

export interface BackupView {
  /** Whether the browser lets a page write into a folder. */
  canChoose: boolean;
  folder?: BackupFolderView;
  /** ms since 1970 */
  lastExport?: number;
}

/** What failed is also in the next view. */
type Outcome = { failure?: BackupFailure };

export interface BackupActions {
  chooseFolder(): Promise<{ chosen: boolean } & Outcome>;
  allowFolder(): Promise<{ allowed: boolean } & Outcome>;
  backUpNow(): Promise<Outcome>;
  stopBackup(): Promise<unknown>;
  /** Hands the whole list to the reader as a file. */
  downloadBackup(): Promise<unknown>;
}

interface Result {
  text: string;
  failed?: boolean;
}

function written({ lastWrite, entries = 0 }: BackupFolderView): string {
  if (lastWrite === undefined) return t('optionsBackupNotWritten');
  if (entries === 1) return t('optionsBackupOneWritten', formatAge(lastWrite));
  return t('optionsBackupWritten', formatAge(lastWrite), formatNumber(entries));
}

const isPaused = ({ permission, failure }: BackupFolderView) =>
  (permission !== undefined && permission !== 'granted') || failure?.code === 'not-allowed';

/** One action at a time; what came of it stands below. */
function useResult() {
  const [result, setResult] = useState<Result & { busy?: boolean }>();
  async function run(doing: string, act: () => Promise<Result | undefined>): Promise<void> {
    if (result?.busy) return;
    setResult({ text: doing, busy: true });
    try {
      setResult(await act());
    } catch (error) {
      setResult({ text: t('optionsBackupFailed', failureText(failureOf(error))), failed: true });
    }
  }
  return { result, run };
}

function FolderSetting({ folder, actions }: { folder?: BackupFolderView; actions: BackupActions }) {
  const { result, run } = useResult();
  const paused = folder !== undefined && isPaused(folder);
  // A failure stays in the view, and is said there.
  const said = ({ failure }: Outcome): Result | undefined =>
    failure ? undefined : { text: t('optionsBackupDone') };

  const choose = () =>
    run('', async () => {
      const outcome = await actions.chooseFolder();
      return outcome.chosen ? said(outcome) : undefined;
    });
  const allow = () =>
    run('', async () => {
      const outcome = await actions.allowFolder();
      return outcome.allowed ? said(outcome) : { text: t('optionsBackupRefused'), failed: true };
    });
  const backUp = () => run(t('optionsBackupRunning'), async () => said(await actions.backUpNow()));
  const stop = () =>
    run('', async () => {
      await actions.stopBackup();
      return { text: t('optionsBackupStopped') };
    });

  return (
    <Setting
      id="backup"
      label={folder ? t('optionsBackupInto', folder.name) : t('optionsBackupFolder')}
      help={folder ? written(folder) : t('optionsBackupFolderHelp')}
    >
      <div class="setting-buttons">
        {folder && !paused && <BackupButton text="optionsBackupNow" busy={result?.busy} onClick={backUp} />}
        {folder && <BackupButton text="optionsBackupStop" busy={result?.busy} onClick={stop} />}
        {!folder && <BackupButton text="optionsBackupChoose" busy={result?.busy} onClick={choose} />}
      </div>
      {paused && (
        <div class="notice">
          <p class="warning">{t('optionsBackupPaused')}</p>
          <BackupButton text="optionsBackupAllow" busy={result?.busy} onClick={allow} />
        </div>
      )}
      {folder?.failure && !paused && (
        <p class="result warning" role="status">
          {t('optionsBackupFailed', backupFailureText(folder.failure))}
        </p>
      )}
      <p class="result" role="status" data-failed={result?.failed}>
        {result?.text}
      </p>
    </Setting>
  );
}

type ButtonText = 'optionsBackupNow' | 'optionsBackupStop' | 'optionsBackupChoose' | 'optionsBackupAllow';

function BackupButton({ text, busy, onClick }: { text: ButtonText; busy?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      class="button"
      aria-describedby="backup-help"
      aria-disabled={busy ?? false}
      onClick={onClick}
    >
      {t(text)}
    </button>
  );
}

function DownloadSetting({ lastExport, actions }: { lastExport?: number; actions: BackupActions }) {
  const [failure, setFailure] = useState('');
  async function download() {
    setFailure('');
    try {
      await actions.downloadBackup();
    } catch (error) {
      setFailure(t('optionsDownloadFailed', failureText(failureOf(error))));
    }
  }
  return (
    <Setting id="download" label={t('optionsDownload')} help={t('optionsDownloadHelp')}>
      <button type="button" class="button" aria-describedby="download-help" onClick={download}>
        {t('optionsDownloadButton')}
      </button>
      <p class="result" role="status" data-failed={failure !== ''}>
        {failure || (lastExport !== undefined && t('optionsDownloaded', formatAge(lastExport)))}
      </p>
    </Setting>
  );
}

export function BackupGroup({ backup, actions }: { backup: BackupView; actions: BackupActions }) {
  return (
    <Group id="backup">
      {(backup.canChoose || backup.folder) && <FolderSetting folder={backup.folder} actions={actions} />}
      <DownloadSetting lastExport={backup.lastExport} actions={actions} />
    </Group>
  );
}
