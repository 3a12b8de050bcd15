// What stands at the end of a search box: the way to clear it, or, while it is empty, the key that leads there.
import { t } from '../../lib/text/translate';
import { CloseIcon } from '../icons';

interface SearchBoxEndProps {
  query: string;
  onClear(): void;
}

export function SearchBoxEnd({ query, onClear }: SearchBoxEndProps) {
  return query ? (
    <button type="button" class="icon-button" aria-label={t('pageClearSearch')} onClick={onClear}>
      <CloseIcon />
    </button>
  ) : (
    <span class="key" aria-hidden="true">
      /
    </span>
  );
}
