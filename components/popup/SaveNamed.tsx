// The first row of a search whose words name papers by identifier or address, as a pasted list does: it saves them all.
import { useMemo } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/text/translate';
import { SavedIcon } from '../icons';
import { failureText } from '../page/failure-text';
import { useAsked } from '../page/use-asked';
import { papersToSave } from './named-papers';
import type { PopupActions } from './popup-props';

interface SaveNamedProps extends Pick<PopupActions, 'saveAll'> {
  query: string;
  /** The paper the query names that is not cached. */
  missing: string | undefined;
}

/** A sentence about one paper names it, one about several counts them. */
function countedIn(ids: readonly string[], one: MessageKey, many: MessageKey): string {
  return ids.length === 1 ? t(one, ids[0] ?? '') : t(many, ids.length);
}

export function SaveNamed({ query, missing, saveAll }: SaveNamedProps) {
  const ids = useMemo(() => papersToSave(query, missing), [query, missing]);
  const saving = useAsked(ids.join(), () => saveAll(ids));
  if (ids.length === 0) return null;
  const isSaved = saving.state === 'answered';
  return (
    <div class="save-named">
      <button
        type="button"
        class="online-row"
        data-row=""
        aria-disabled={isSaved || saving.state === 'asking'}
        onClick={saving.press}
      >
        <SavedIcon filled={isSaved} />
        <span>{countedIn(ids, 'popupSaveThis', 'popupSaveThese')}</span>
      </button>
      <p class="online-state" role="status" data-failed={saving.state === 'failed' || undefined}>
        {saving.state === 'asking' && t('popupSavingThese')}
        {saving.state === 'failed' && t('popupSaveFailed', failureText(saving.failure))}
        {isSaved && countedIn(ids, 'popupSavedThis', 'popupSavedThese')}
      </p>
    </div>
  );
}
