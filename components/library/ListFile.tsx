// The reading list as a file, out and in, and what an import brought.
import { useState } from 'preact/hooks';
import type { ImportResult } from '../../lib/messages/protocol';
import { t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';
import { failureOf, failureText } from '../page/failure-text';

/** Larger than any list of ours, and as much as one message between contexts carries. */
const megabytesAtMost = 32;

/** How many skipped entries are named one by one. */
const skippedShown = 20;

export interface ListFileActions {
  /** Hands the whole list to the reader as a file. */
  exportFile(): Promise<unknown>;
  /** `json` is the text of the file, unread. Rejects with a `MessageFailure`. */
  importFile(json: string): Promise<ImportResult>;
}

export type ListFileState = 'idle' | 'importing' | { imported: ImportResult } | { failed: string };

export function useListFile(actions: ListFileActions) {
  const [state, setState] = useState<ListFileState>('idle');

  async function exportList() {
    setState('idle');
    try {
      await actions.exportFile();
    } catch (error) {
      setState({ failed: t('libraryExportFailed', failureText(failureOf(error))) });
    }
  }

  async function importList(file: File) {
    if (file.size > megabytesAtMost * 2 ** 20) {
      setState({ failed: t('libraryImportFailed', t('libraryImportTooLarge', megabytesAtMost)) });
      return;
    }
    setState('importing');
    try {
      setState({ imported: await actions.importFile(await file.text()) });
    } catch (error) {
      setState({ failed: t('libraryImportFailed', failureText(failureOf(error))) });
    }
  }

  return { state, dismiss: () => setState('idle'), exportList, importList };
}

interface ListFileButtonsProps {
  empty: boolean;
  onExport(): void;
  onImport(file: File): void;
}

export function ListFileButtons({ empty, onExport, onImport }: ListFileButtonsProps) {
  return (
    <div class="list-file">
      <label class="button">
        {t('libraryImport')}
        <input
          type="file"
          class="visually-hidden"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onImport(file);
            // The same file again is a change again.
            currentTarget.value = '';
          }}
        />
      </label>
      {!empty && (
        <button type="button" class="button" onClick={onExport}>
          {t('libraryExport')}
        </button>
      )}
    </div>
  );
}

function Skipped({ skipped }: Pick<ImportResult, 'skipped'>) {
  const more = skipped.length - skippedShown;
  return (
    <ul class="skipped">
      {skipped.slice(0, skippedShown).map(({ index, reason }) => (
        <li key={index}>{t('libraryImportSkipped', index + 1, reason)}</li>
      ))}
      {more > 0 && <li>{t('libraryImportMoreSkipped', more)}</li>}
    </ul>
  );
}

export function ListFileResult({ state, onDismiss }: { state: ListFileState; onDismiss(): void }) {
  const result = typeof state === 'object' && 'imported' in state ? state.imported : undefined;
  const failed = typeof state === 'object' && 'failed' in state ? state.failed : undefined;
  return (
    <div class="file-result" role="status" data-failed={failed !== undefined || undefined}>
      {state === 'importing' && <p>{t('libraryImporting')}</p>}
      {failed && <p>{failed}</p>}
      {result && (
        <div>
          <p>{t('libraryImportResult', result.added, result.merged, result.skipped.length)}</p>
          {result.skipped.length > 0 && <Skipped skipped={result.skipped} />}
        </div>
      )}
      {typeof state === 'object' && (
        <button type="button" class="icon-button" aria-label={t('libraryDismiss')} onClick={onDismiss}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
