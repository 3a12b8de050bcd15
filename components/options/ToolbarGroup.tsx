// What the toolbar button counts, and the morning digest. The browser asks about notifications only while the reader's choice is being
// handled: nothing may be awaited before.
import { useState } from 'preact/hooks';
import { type Settings, type ToolbarBadge, toolbarBadges } from '../../lib/settings/settings';
import { type MessageKey, t } from '../../lib/text/translate';
import { Group, RadioSetting, SelectSetting } from './controls';
import { hourText } from './hour-text';

export const badgeNames: Record<ToolbarBadge, MessageKey> = {
  'newest-day': 'optionsBadgeNewest',
  page: 'optionsBadgePage',
  none: 'optionsBadgeNone',
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);

interface ToolbarGroupProps {
  settings: Pick<Settings, 'toolbarBadge' | 'digestHour'>;
  onChange(settings: Partial<Pick<Settings, 'toolbarBadge' | 'digestHour'>>): void;
  /** Asks the reader, through the browser; false when the reader says no. */
  allowNotifications(): Promise<boolean>;
}

export function ToolbarGroup({ settings, onChange, allowNotifications }: ToolbarGroupProps) {
  const [refused, setRefused] = useState(false);

  async function chooseHour(hour: number | 'off') {
    // A refusal draws the setting anew, and with it the hour that still counts.
    const allowed = hour === 'off' || (await allowNotifications().catch(() => false));
    setRefused(!allowed);
    if (allowed) onChange({ digestHour: hour === 'off' ? null : hour });
  }

  return (
    <Group id="toolbar">
      <RadioSetting
        label={t('optionsBadge')}
        help={t('optionsBadgeHelp')}
        choices={toolbarBadges.map((value) => ({ value, label: t(badgeNames[value]) }))}
        chosen={settings.toolbarBadge}
        onChoose={(toolbarBadge) => onChange({ toolbarBadge })}
      />
      <SelectSetting<number | 'off'>
        label={t('optionsDigest')}
        help={t('optionsDigestHelp')}
        choices={[
          { value: 'off', label: t('optionsDigestOff') },
          ...hours.map((value) => ({ value, label: hourText(value) })),
        ]}
        chosen={settings.digestHour ?? 'off'}
        onChoose={(hour) => void chooseHour(hour)}
      >
        <p class="result" role="status" data-failed={refused}>
          {refused && t('optionsDigestRefused')}
        </p>
      </SelectSetting>
    </Group>
  );
}
