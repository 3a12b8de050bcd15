// How much of the feed is kept, what may be asked about single papers, and what lists show.
import { horizonChoices, type Settings } from '../../lib/settings/settings';
import { t } from '../../lib/text/translate';
import { Group, SelectSetting, SwitchSetting } from './controls';

type FeedSettings = Pick<
  Settings,
  'horizonDays' | 'lookUpUncached' | 'relatedInPages' | 'thumbnails' | 'onlyUnseen'
>;

interface FeedGroupProps {
  settings: FeedSettings;
  onChange(settings: Partial<FeedSettings>): void;
}

/** `365` → `1 year`. */
export const horizonText = (days: number): string =>
  days === 365 ? t('optionsOneYear') : t('optionsDays', days);

export function FeedGroup({ settings, onChange }: FeedGroupProps) {
  return (
    <Group id="feed">
      <SelectSetting
        label={t('optionsHorizon')}
        help={t('optionsHorizonHelp')}
        choices={horizonChoices.map((days) => ({ value: days, label: horizonText(days) }))}
        chosen={settings.horizonDays}
        onChoose={(horizonDays) => onChange({ horizonDays })}
      />
      <SwitchSetting
        label={t('optionsOnlyUnseen')}
        help={t('optionsOnlyUnseenHelp')}
        on={settings.onlyUnseen}
        onSwitch={(onlyUnseen) => onChange({ onlyUnseen })}
      />
      <SwitchSetting
        label={t('optionsThumbnails')}
        help={t('optionsThumbnailsHelp')}
        on={settings.thumbnails}
        onSwitch={(thumbnails) => onChange({ thumbnails })}
      />
      <SwitchSetting
        label={t('optionsLookUp')}
        help={t('optionsLookUpHelp')}
        on={settings.lookUpUncached}
        onSwitch={(lookUpUncached) => onChange({ lookUpUncached })}
      />
      <SwitchSetting
        label={t('optionsRelated')}
        help={t('optionsRelatedHelp')}
        on={settings.relatedInPages}
        onSwitch={(relatedInPages) => onChange({ relatedInPages })}
      />
    </Group>
  );
}
