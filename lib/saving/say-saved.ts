// What came of saving, in words for the toolbar button. Draws nothing.
import { t } from '../text/translate';
import type { ToolbarNote } from '../toolbar/toolbar-voice';
import type { SavingOutcome } from './save-target';

function failureText(error: unknown): string {
  const isFull = error instanceof Error && 'code' in error && error.code === 'disk-full';
  return t('popupSaveFailed', isFull ? t('failureDiskFull') : String((error as Error)?.message ?? error));
}

/** One sentence for the reader. */
function outcomeText(outcome: SavingOutcome): string {
  switch (outcome.kind) {
    case 'saved':
      return t('toolbarSaved', outcome.entry.title || `arXiv:${outcome.entry.id}`);
    case 'nothing':
      return t('toolbarNothing');
    case 'no-paper-of':
      return t('toolbarNoPaperOf', outcome.slug);
    case 'several':
      return t('toolbarSeveral', outcome.papers);
    case 'failed':
      return failureText(outcome.error);
  }
}

/** What the button says of it. */
export const outcomeNote = (outcome: SavingOutcome): ToolbarNote => ({
  done: outcome.kind === 'saved',
  text: outcomeText(outcome),
});
