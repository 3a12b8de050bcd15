// What stands where there are no rows: nothing saved yet, or nothing that matches.
import { t } from '../../lib/text/translate';

export function EmptyList() {
  return (
    <div class="empty">
      <p class="empty-title">{t('libraryEmpty')}</p>
      <p>{t('libraryEmptyText')}</p>
      <p>{t('libraryEmptyImport')}</p>
    </div>
  );
}

/** `slim`: something else is found below. */
export function NothingMatches({ slim, onShowAll }: { slim: boolean; onShowAll(): void }) {
  return (
    <div class={slim ? 'empty slim' : 'empty'}>
      <p>{t('libraryEmptyFilter')}</p>
      <button type="button" class="button" onClick={onShowAll}>
        {t('libraryShowAll')}
      </button>
    </div>
  );
}
