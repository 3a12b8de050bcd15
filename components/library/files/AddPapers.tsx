// Saves papers by what the reader types or pastes: any text with arXiv identifiers in it. Says live what was found.
import { useId, useMemo, useState } from 'preact/hooks';
import { findPaperIds } from '../../../lib/papers/paper-id';
import { t } from '../../../lib/text/translate';
import { failureOf, failureText } from '../../page/failure-text';
import type { Status } from '../../page/StatusBar';
import { papersText } from './import-texts';
import type { ListFilesActions } from './list-files-actions';
import { ModalDialog } from './ModalDialog';

/** What one message about the reading list may name. */
const idsAtMost = 20_000;

interface AddPapersProps {
  /** Ids on the list. */
  known: ReadonlySet<string>;
  save: ListFilesActions['save'];
  say(status: Status | undefined): void;
  onClose(): void;
}

export function AddPapers({ known, save, say, onClose }: AddPapersProps) {
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const field = useId();
  const ids = useMemo(() => findPaperIds(text), [text]);
  const fresh = ids.filter((id) => !known.has(id)).length;
  const ready = fresh > 0 && ids.length <= idsAtMost && !saving;

  async function submit(event: Event) {
    event.preventDefault();
    if (!ready) return;
    setSaving(true);
    setFailure(undefined);
    try {
      await save(ids);
      say({ text: t('filesAdded', papersText(fresh)) });
      onClose();
    } catch (error) {
      setFailure(t('filesAddFailed', failureText(failureOf(error))));
      setSaving(false);
    }
  }

  function found(): string {
    if (ids.length > idsAtMost) return t('filesAddTooMany', idsAtMost.toLocaleString());
    if (ids.length === 0) return text.trim() === '' ? '' : t('filesAddNone');
    const papers = papersText(ids.length);
    return fresh === ids.length ? papers : t('filesAddKnown', papers, ids.length - fresh);
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
