// What the reader has had to do with a related paper: saved it, been to its page.
import type { RelatedPaper } from '../../lib/papers/card-data';
import { t } from '../../lib/text/translate';
import { SavedIcon, SeenIcon } from '../icons';

export function RelatedMarks({ saved, seen }: Pick<RelatedPaper, 'saved' | 'seen'>) {
  if (!saved && !seen) return null;
  return (
    <span class="marks">
      {saved && (
        <span role="img" aria-label={t('saved')}>
          <SavedIcon filled />
        </span>
      )}
      {seen && (
        <span class="seen" role="img" aria-label={t('seen')}>
          <SeenIcon />
        </span>
      )}
    </span>
  );
}
