// Settings and their values in the reader's words, for what a file would change.
import type { ChangeableSetting } from '../../lib/messages/protocol';
import type { ChangeableSettings } from '../../lib/settings/settings-file';
import { type MessageKey, t } from '../../lib/text/translate';
import { adapterName } from './adapter-names';
import { horizonText } from './FeedGroup';
import { hourText } from './hour-text';
import { badgeNames } from './ToolbarGroup';
import { themeNames } from './theme-names';

export const settingNames: Record<ChangeableSetting, MessageKey> = {
  sitesOff: 'optionsSitesOff',
  adaptersOff: 'optionsKindsOff',
  horizonDays: 'optionsHorizon',
  lookUpUncached: 'optionsLookUp',
  relatedInPages: 'optionsRelated',
  thumbnails: 'optionsThumbnails',
  onlyUnseen: 'optionsOnlyUnseen',
  watchRules: 'optionsWatch',
  toolbarBadge: 'optionsBadge',
  digestHour: 'optionsDigest',
  theme: 'optionsTheme',
  syncList: 'optionsSyncListSwitch',
};

/** A longer list is cut there. */
const named = 8;

function listText(items: readonly string[]): string {
  if (items.length === 0) return t('optionsNone');
  const more = items.length - named;
  const shown = more > 0 ? [...items.slice(0, named), t('optionsSyncListMore', more)] : items;
  return shown.join(', ');
}

const onOff = (on: boolean): string => t(on ? 'optionsOn' : 'optionsOff');

type ValueTexts = { [S in ChangeableSetting]: (value: ChangeableSettings[S]) => string };

const valueTexts: ValueTexts = {
  sitesOff: listText,
  adaptersOff: (ids) => listText(ids.map(adapterName)),
  horizonDays: horizonText,
  lookUpUncached: onOff,
  relatedInPages: onOff,
  thumbnails: onOff,
  onlyUnseen: onOff,
  watchRules: (rules) => listText(rules.map(({ text }) => text)),
  toolbarBadge: (badge) => t(badgeNames[badge]),
  digestHour: (hour) => (hour === null ? t('optionsOff') : hourText(hour)),
  theme: (theme) => t(themeNames[theme]),
  syncList: onOff,
};

const valueText = <S extends ChangeableSetting>(setting: S, values: Pick<ChangeableSettings, S>): string =>
  valueTexts[setting](values[setting]);

/** `Theme: Dark instead of Auto`. */
export function changeText(
  setting: ChangeableSetting,
  current: ChangeableSettings,
  wanted: Partial<ChangeableSettings>,
): string {
  const after = valueText(setting, { ...current, ...wanted });
  return t('optionsFileChange', t(settingNames[setting]), after, valueText(setting, current));
}
