// Save, and for a saved paper its reading status and the way to the list. The browser's own controls: they know keys, touch and
// high contrast.
import { type ReadingStatus, readingStatuses } from '../../lib/papers/reading-entry';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { SavedIcon } from '../icons';
import { LibraryIcon } from '../page-icons';
import type { PaperCardProps } from './PaperCard';

type SaveControlsProps = Pick<PaperCardProps, 'card' | 'onToggleSaved' | 'onStatus' | 'onOpenLibrary'>;

export function SaveControls({
  card: { status },
  onToggleSaved,
  onStatus,
  onOpenLibrary,
}: SaveControlsProps) {
  return (
    <>
      <button
        type="button"
        class="save"
        aria-pressed={!!status}
        title={t(status ? 'removeFromList' : 'saveToList')}
        onClick={onToggleSaved}
      >
        <SavedIcon filled={!!status} status={status} /> {t(status ? 'saved' : 'save')}
      </button>
      {status && (
        <span class="status">
          <select
            aria-label={t('cardStatus')}
            value={status}
            onChange={({ currentTarget }) => onStatus(currentTarget.value as ReadingStatus)}
          >
            {readingStatuses.map((each) => (
              <option key={each} value={each}>
                {statusName(each)}
              </option>
            ))}
          </select>{' '}
          <button type="button" class="list" title={t('openList')} onClick={onOpenLibrary}>
            <LibraryIcon />
          </button>
        </span>
      )}
    </>
  );
}
