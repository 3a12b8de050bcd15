// The quiet bar above a list of papers: how many of them are in Daily Papers, and how the list is shown. Props in, DOM out.
import type { ListView } from '../../lib/page/list-arrangement';
import { formatNumber } from '../../lib/text/format';
import { t } from '../../lib/text/translate';

interface ListBarProps {
  /** Entries of the list that are in Daily Papers, and all of them. */
  listed: number;
  total: number;
  view: ListView;
  /** What the reader has just changed is said, what was so from the beginning is not. */
  isChanged: boolean;
  onChange(view: ListView): void;
}

export function ListBar({ listed, total, view, isChanged, onChange }: ListBarProps) {
  const { isSorted, isFiltered } = view;
  // In full: what is counted here can be counted on the page.
  const [some, all] = [formatNumber(listed), formatNumber(total)];
  return (
    <fieldset aria-label={t('extensionName')}>
      <bdi>{t('listCount', some, all)}</bdi>
      <button
        type="button"
        aria-pressed={isSorted}
        onClick={() => onChange({ isSorted: !isSorted, isFiltered })}
      >
        {t('listSort')}
      </button>
      <button
        type="button"
        aria-pressed={isFiltered}
        title={t('listFilterHint')}
        onClick={() => onChange({ isSorted, isFiltered: !isFiltered })}
      >
        {t('listFilter')}
      </button>
      {(isSorted || isFiltered) && (
        <button
          type="button"
          class="reset"
          title={t('listResetHint')}
          onClick={() => onChange({ isSorted: false, isFiltered: false })}
        >
          {t('listReset')}
        </button>
      )}
      <span class="signature" aria-hidden="true">
        {t('extensionName')}
      </span>
      <span class="status" role="status">
        {isChanged && (
          <>
            {isSorted && `${t('listSorted')} `}
            {isFiltered && t('listFiltered', some, all)}
            {!isSorted && !isFiltered && t('listRestored')}
          </>
        )}
      </span>
    </fieldset>
  );
}
