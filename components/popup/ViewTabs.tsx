// The views of the popup's list, one of which is shown: buttons that stay pressed, so that ← and → are left to days, weeks and months.
import { type ListView, listViews } from '../../lib/papers/list-query';
import { type MessageKey, t } from '../../lib/text/translate';

const names: Record<ListView, MessageKey> = {
  day: 'viewDay',
  week: 'viewWeek',
  month: 'viewMonth',
  trending: 'viewTrending',
  'for-you': 'viewForYou',
};

interface ViewTabsProps {
  view: ListView;
  onView(view: ListView): void;
}

export function ViewTabs({ view, onView }: ViewTabsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="segments views" role="group" aria-label={t('views')}>
      {listViews.map((one, position) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          aria-keyshortcuts={String(position + 1)}
          title={`${t(names[one])} (${position + 1})`}
          onClick={() => onView(one)}
        >
          {t(names[one])}
        </button>
      ))}
    </div>
  );
}
