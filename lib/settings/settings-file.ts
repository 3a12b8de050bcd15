// The settings as a file of the reader's: written, read back and checked value by value. Pure. What the browser has to be asked for first,
// the sites beyond the required ones, is never in it.
import type { ChangeableSetting } from '../messages/protocol';
import { maxWatchRules, maxWatchText, watchKinds } from '../papers/watch-rule';
import { defaultSettings, parseSettings, type Settings } from './settings';

export type ChangeableSettings = Pick<Settings, ChangeableSetting>;

/** A longer file is none of ours, in bytes of UTF-8. */
export const maxSettingsFile = 100_000;

const format = 'papergloss-settings';
const version = 1;

/** What messages take: a site is a host's name. */
const maxSites = 1_000;
const maxSiteLength = 253;

/** An adapter is a file's name; one this version knows nothing of is no harm. */
const maxAdapters = 200;
const maxAdapterLength = 40;

const isListOf = (value: unknown, most: number, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(isItem);

function isWatchRule(item: unknown): boolean {
  const { kind, text } = (item ?? {}) as Record<string, unknown>;
  const isKnown = watchKinds.some((one) => one === kind);
  return isKnown && typeof text === 'string' && text.trim() !== '' && text.length <= maxWatchText;
}

/** Whether the stored settings take this value as it is. */
const isKept = (setting: ChangeableSetting) => (value: unknown) =>
  parseSettings({ [setting]: value })[setting] === value;

/** In the order of the options page. A setting that is not here would neither be written nor read: the type sees to it. */
const checks: Record<ChangeableSetting, (value: unknown) => boolean> = {
  sitesOff: (value) =>
    isListOf(value, maxSites, (site) => typeof site === 'string' && site.length <= maxSiteLength),
  adaptersOff: (value) =>
    isListOf(value, maxAdapters, (id) => typeof id === 'string' && id.length <= maxAdapterLength),
  horizonDays: isKept('horizonDays'),
  lookUpUncached: isKept('lookUpUncached'),
  relatedInPages: isKept('relatedInPages'),
  thumbnails: isKept('thumbnails'),
  onlyUnseen: isKept('onlyUnseen'),
  watchRules: (value) => isListOf(value, maxWatchRules, isWatchRule),
  toolbarBadge: isKept('toolbarBadge'),
  digestHour: isKept('digestHour'),
  theme: isKept('theme'),
  syncList: isKept('syncList'),
};

export const changeableSettings = Object.keys(checks) as ChangeableSetting[];

/** JSON, readable, with a line break at its end. */
export function writeSettingsFile(settings: Settings): string {
  const written = Object.fromEntries(changeableSettings.map((setting) => [setting, settings[setting]]));
  return `${JSON.stringify({ format, version, settings: written }, null, 2)}\n`;
}

export type SettingsFileProblem =
  | 'too-large'
  /** No JSON. */
  | 'unreadable'
  /** JSON, but not of ours. */
  | 'other-file'
  | 'newer-version'
  /** `detail` names the setting. */
  | 'bad-value';

export class SettingsFileError extends Error {
  constructor(
    readonly problem: SettingsFileProblem,
    readonly detail = '',
  ) {
    super(`${problem} ${detail}`.trim());
    this.name = 'SettingsFileError';
  }
}

export interface SettingsFile {
  /** Those the file names; each as the settings take it. */
  settings: Partial<ChangeableSettings>;
  /** Names in the file this version knows nothing of, or leaves to the browser. */
  leftOut: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseFile(text: string): Record<string, unknown> {
  if (new TextEncoder().encode(text).length > maxSettingsFile) throw new SettingsFileError('too-large');
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new SettingsFileError('unreadable');
  }
  if (!isObject(file) || file.format !== format || !isObject(file.settings)) {
    throw new SettingsFileError('other-file');
  }
  if (typeof file.version !== 'number' || file.version > version)
    throw new SettingsFileError('newer-version');
  return file.settings;
}

/**
 * The settings of a file. One wrong value refuses all of it: half a file would be nobody's settings.
 * @throws SettingsFileError
 */
export function readSettingsFile(text: string): SettingsFile {
  const stored = parseFile(text);
  const known = changeableSettings.filter((setting) => Object.hasOwn(stored, setting));
  for (const setting of known) {
    if (!checks[setting](stored[setting])) throw new SettingsFileError('bad-value', setting);
  }
  const parsed = parseSettings({ ...defaultSettings, ...stored });
  return {
    settings: Object.fromEntries(known.map((setting) => [setting, parsed[setting]])),
    leftOut: Object.keys(stored).filter((name) => !known.some((setting) => setting === name)),
  };
}

/** Which settings of a file differ from what is set, in the order of the options page. */
export function changedSettings(
  current: ChangeableSettings,
  wanted: Partial<ChangeableSettings>,
): ChangeableSetting[] {
  return changeableSettings.filter(
    (setting) =>
      Object.hasOwn(wanted, setting) && JSON.stringify(wanted[setting]) !== JSON.stringify(current[setting]),
  );
}
