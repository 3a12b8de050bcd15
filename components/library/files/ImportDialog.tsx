// The dialog of an import in its steps: which file, being read, what it would do, being done.
import { useId, useState } from 'preact/hooks';
import { t } from '../../../lib/text/translate';
import { ImportPreview } from './ImportPreview';
import { shownText } from './import-texts';
import { ModalDialog } from './ModalDialog';
import { RunningBatches } from './RunningBatches';
import type { BatchProgress } from './use-batch-run';
import { type Import, type ImportStep, importSize } from './use-import';

const accepted = '.json,.bib,.bibtex,.ris,.csv,.tsv,.txt,.md';

interface ImportDialogProps {
  now: ImportStep;
  /** Of what is being done. */
  progress: BatchProgress | undefined;
  handle: Pick<Import, 'takeFiles' | 'takeText' | 'run' | 'stop' | 'close'>;
}

export function ImportDialog({ now, progress, handle }: ImportDialogProps) {
  // Kept through all steps: pasted text that could not be read is there again.
  const [pasted, setPasted] = useState('');
  const changes = now.step === 'look' ? importSize(now.plan) : 0;
  const nothingToDo = now.step === 'look' && changes === 0;
  const name = 'name' in now && now.name !== '' ? shownText(now.name) : t('filesPastedText');
  return (
    <ModalDialog title={t('filesImportTitle')} step={now.step} onClose={handle.close}>
      {now.step === 'choose' && <Sources {...{ pasted, setPasted, handle }} failure={now.failure} />}
      {now.step === 'read' && (
        <p class="files-name" role="status">
          {t('filesReading', name)}
        </p>
      )}
      {(now.step === 'look' || now.step === 'import') && (
        <ImportPreview {...{ name }} plan={now.plan} left={now.left} />
      )}
      {now.step === 'look' && now.failure && (
        <p class="files-failure" role="alert">
          {now.failure}
        </p>
      )}
      {now.step === 'import' ? (
        progress && <RunningBatches {...{ progress }} text={t('filesImporting')} onStop={handle.stop} />
      ) : (
        <div class="files-actions">
          <button
            type="button"
            class="button"
            data-first-focus={now.step === 'read' || undefined}
            onClick={handle.close}
          >
            {t(nothingToDo ? 'filesClose' : 'libraryCancel')}
          </button>
          {changes > 0 && (
            <button type="button" class="button primary" onClick={handle.run}>
              {t('filesImportRun')}
            </button>
          )}
        </div>
      )}
    </ModalDialog>
  );
}

interface SourcesProps extends Pick<ImportDialogProps, 'handle'> {
  pasted: string;
  setPasted(text: string): void;
  failure: string | undefined;
}

function Sources({ pasted, setPasted, failure, handle }: SourcesProps) {
  const field = useId();
  const hint = useId();
  return (
    <>
      {failure && (
        <p class="files-failure" role="alert">
          {failure}
        </p>
      )}
      <label class="button file-button">
        {t('filesImportChoose')}
        <input
          type="file"
          class="visually-hidden"
          accept={accepted}
          aria-describedby={hint}
          data-first-focus
          onChange={({ currentTarget }) => {
            handle.takeFiles([...(currentTarget.files ?? [])]);
            // The same file again is a change again.
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="files-hint" id={hint}>
        {t('filesImportFormats')}
      </p>
      <label for={field}>{t('filesImportPaste')}</label>
      <textarea
        id={field}
        class="files-text"
        rows={4}
        spellcheck={false}
        value={pasted}
        onInput={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        aria-disabled={pasted.trim() === ''}
        onClick={() => pasted.trim() !== '' && handle.takeText(pasted)}
      >
        {t('filesImportRead')}
      </button>
    </>
  );
}
