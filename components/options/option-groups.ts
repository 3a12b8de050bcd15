// The groups of the options page, in their order, and what they are called.
import type { MessageKey } from '../../lib/text/translate';

/** The id of a group is also where its link leads: `options.html#backup`. */
export const optionGroups = {
  sites: 'optionsSites',
  'other-sites': 'optionsOtherSites',
  kinds: 'optionsKinds',
  feed: 'optionsFeed',
  'for-you': 'optionsForYou',
  toolbar: 'optionsToolbar',
  appearance: 'optionsAppearance',
  backup: 'optionsBackup',
  account: 'optionsSyncList',
  storage: 'optionsStorage',
  requests: 'optionsRequests',
  'settings-file': 'optionsFile',
  diagnosis: 'optionsDiagnosis',
  privacy: 'optionsPrivacy',
  about: 'optionsAbout',
} as const satisfies Record<string, MessageKey>;

export type OptionGroup = keyof typeof optionGroups;

export const optionGroupIds = Object.keys(optionGroups) as OptionGroup[];
