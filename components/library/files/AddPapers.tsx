// Saves papers by what the reader types or pastes: any text with arXiv identifiers in it. Says live what was found.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { findPaperIds } from '../../../lib/papers/paper-id';
import { formatNumber } from '../../../lib/text/format';
import { t } from '../../../lib/text/translate';
import { failureOf, failureText } from '../../page/failure-text';
import type { Status } from '../../page/StatusBar';
import { sendInBatches } from './import-batches';
import { papersText } from './import-texts';
import type { ListFilesActions } from './list-files-actions';
import { ModalDialog } from './ModalDialog';
import { RunningBatches } from './RunningBatches';
import { type BatchOutcome, useBatchRun } from './use-batch-run';

/** What may be added at once. */
const idsAtMost = 20_000;

interface AddPapersProps {
  /** Ids on the list. */
  known: ReadonlySet<string>;
  save: ListFilesActions['save'];
  say(status: Status | undefined): void;
  onClose(): void;
}

/** What became of it, with what was done and what was not. */
function addedText({ done, total, failure }: BatchOutcome): string {
  const [some, all] = [formatNumber(done), formatNumber(total)];
  if (failure) {
    const why = failureText(failureOf(failure.error));
    return done > 0 ? t('filesAddFailedAt', some, all, why) : t('filesAddFailed', why);
  }
  return done < total ? t('filesAddStoppedAt', some, all) : t('filesAdded', papersText(done));
}

export function AddPapers({ known, save, say, onClose }: AddPapersProps) {
  const [text, setText] = useState('');
  const { progress, run, stop } = useBatchRun();
  const [failure, setFailure] = useState<string>();
  const field = useId();
  const ids = useMemo(() => findPaperIds(text), [text]);
  const fresh = ids.filter((id) => !known.has(id));
  const ready = fresh.length > 0 && ids.length <= idsAtMost && !progress;
  const open = useRef(true);
  // However the dialog goes: what is on its way is still saved, and what became of it is said at the foot of the page.
  useEffect(
    () => () => {
      open.current = false;
      stop();
    },
    [],
  );

  async function submit(event: Event) {
    event.preventDefault();
    if (!ready) return;
    setFailure(undefined);
    const outcome = await run(fresh.length, (batches) =>
      sendInBatches(
        fresh,
        async (some) => {
          await save(some);
          return { added: some.length, merged: 0 };
        },
        batches,
      ),
    );
    if (outcome.failure && open.current) {
      setFailure(addedText(outcome));
      return;
    }
    say({ text: addedText(outcome), ...(outcome.failure && { failed: true }) });
    if (open.current) onClose();
  }

  function found(): string {
    if (ids.length > idsAtMost) return t('filesAddTooMany', formatNumber(idsAtMost));
    if (ids.length === 0) return text.trim() === '' ? '' : t('filesAddNone');
    const papers = papersText(ids.length);
    const before = ids.length - fresh.length;
    return before === 0 ? papers : t('filesAddKnown', papers, formatNumber(before));
  }

  return (
    <ModalDialog title={t('filesAddTitle')} step="type" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <label for={field}>{t('filesAddLabel')}</label>
        <textarea
          id={field}
          class="files-text"
          rows={6}
          spellcheck={false}
          data-first-focus
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
          }}
        />
        <p class="files-found" role="status">
          {found()}
        </p>
        <p class="files-hint">{t('filesAddAsks')}</p>
        {failure && (
          <p class="files-failure" role="alert">
            {failure}
          </p>
        )}
        {progress && <RunningBatches {...{ progress }} text={t('filesAdding')} onStop={stop} />}
        <div class="files-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('libraryCancel')}
          </button>
          <button type="submit" class="button primary" aria-disabled={!ready}>
            {t('save')}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
