// The badge on pages that show the upvotes themselves: whether the paper is saved, and a click that saves it. Opens nothing.
import { t } from '../../lib/text/translate';
import { SavedIcon } from '../icons';
import type { PaperCardProps } from './PaperCard';

interface SaveBadgeProps extends Pick<PaperCardProps, 'card' | 'failure' | 'onToggleSaved'> {
  label?: string;
}

export function SaveBadge({ card: { title, status }, label, failure, onToggleSaved }: SaveBadgeProps) {
  return (
    <>
      <button
        type="button"
        class="badge"
        aria-pressed={!!status}
        aria-label={t('popupSave', title)}
        title={t(status ? 'removeFromList' : 'saveToList')}
        onClick={onToggleSaved}
      >
        {label && <bdi>{label}</bdi>}
        <SavedIcon filled={!!status} /> {t(status ? 'saved' : 'save')}
      </button>
      <span class="quiet failure" role="status">
        {failure && ` ${failure}`}
      </span>
    </>
  );
}
