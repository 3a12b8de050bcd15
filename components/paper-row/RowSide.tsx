// The end of a row: upvotes and what they gained, and what the reader can do with the paper.
import type { ReadingStatus } from '../../lib/papers/reading-entry';
import { formatCount } from '../../lib/text/format';
import { statusName } from '../../lib/text/status-name';
import { t } from '../../lib/text/translate';
import { counted } from '../card/counted';
import { CloseIcon, SavedIcon, UpvoteIcon } from '../icons';
import type { PaperRowProps } from './PaperRow';

function savedHint(saved: boolean, status?: ReadingStatus): string {
  if (!saved) return t('popupSaveHint');
  return status ? t('popupSavedHint', statusName(status)) : t('popupRemoveHint');
}

function Gained({ upvotes }: { upvotes: number }) {
  const words = counted(upvotes, 'gainedOne', 'gainedSince');
  return (
    <span class="gained" role="img" aria-label={words} title={words}>
      +{formatCount(upvotes)}
    </span>
  );
}

type RowSideProps = Pick<PaperRowProps, 'paper' | 'saved' | 'onToggleSaved' | 'onDismiss'>;

export function RowSide({ paper, saved, onToggleSaved, onDismiss }: RowSideProps) {
  const { id, title, upvotes, gained, status } = paper;
  return (
    <div class="row-side">
      {upvotes !== undefined && (
        <span class="upvotes" role="img" aria-label={counted(upvotes, 'cardOneUpvote', 'cardUpvotes')}>
          <UpvoteIcon />
          {formatCount(upvotes)}
        </span>
      )}
      {gained ? <Gained upvotes={gained} /> : null}
      <div class="row-acts">
        {onDismiss && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('dismissPaper', title)}
            aria-keyshortcuts="x"
            title={t('dismissHint')}
            onClick={() => onDismiss(id)}
          >
            <CloseIcon />
          </button>
        )}
        <button
          type="button"
          class="icon-button save"
          aria-label={t('popupSave', title)}
          aria-pressed={saved}
          aria-keyshortcuts="s"
          title={savedHint(saved, status)}
          onClick={() => onToggleSaved(id)}
        >
          <SavedIcon filled={saved} status={status} />
        </button>
      </div>
    </div>
  );
}
