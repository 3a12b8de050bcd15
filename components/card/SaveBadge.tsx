// The badge on pages that show the upvotes themselves: whether the paper is saved, and a click that saves it. Opens nothing.
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { SavedIcon, WatchIcon } from '../icons';
import type { PaperCardProps } from './PaperCard';

interface SaveBadgeProps extends Pick<PaperCardProps, 'card' | 'failure' | 'onToggleSaved'> {
  label?: string;
}

export function SaveBadge({ card, label, failure, onToggleSaved }: SaveBadgeProps) {
  const { title, status, watched } = card;
  const name = status && statusName(status);
  const meaning = name ? t('saveBadgeSaved', title, name) : t('popupSave', title);
  return (
    <>
      <button
        type="button"
        class="badge"
        aria-pressed={!!status}
        aria-label={watched ? `${meaning} · ${t('watched', watched.text)}` : meaning}
        title={name ? t('savedAs', name) : t('saveToList')}
        onClick={onToggleSaved}
      >
        {label && <bdi>{label}</bdi>}
        <SavedIcon filled={!!status} status={status} />{' '}
        {status === 'to-read' ? t('saved') : (name ?? t('save'))}
        {watched && (
          <>
            {' '}
            <WatchIcon />
          </>
        )}
      </button>
      <span class="quiet failure" role="status">
        {failure && ` ${failure}`}
      </span>
    </>
  );
}
