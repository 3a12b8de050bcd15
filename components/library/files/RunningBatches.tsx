// How far a long change of the list is: a bar, the same in words, and a button that stops it.
import { useId } from 'preact/hooks';
import { formatNumber } from '../../../lib/text/format';
import { t } from '../../../lib/text/translate';
import type { BatchProgress } from './use-batch-run';

interface RunningBatchesProps {
  /** What is being done, as a sentence that is read out once. */
  text: string;
  progress: BatchProgress;
  onStop(): void;
}

export function RunningBatches({ text, progress, onStop }: RunningBatchesProps) {
  const { done, total, stopping } = progress;
  const label = useId();
  const words = useId();
  return (
    <div class="files-running">
      <p id={label} role="status">
        {stopping ? t('filesImportStopping') : text}
      </p>
      <progress max={total} value={done} aria-labelledby={label} aria-describedby={words} />
      <p class="files-hint" id={words}>
        {t('filesImportProgress', formatNumber(done), formatNumber(total))}
      </p>
      <button type="button" class="button" aria-disabled={stopping} onClick={stopping ? undefined : onStop}>
        {t('filesImportStop')}
      </button>
    </div>
  );
}
