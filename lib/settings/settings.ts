// The reader's settings: their types, defaults and the reading of what is stored. Pure; knows no storage.

export type Theme = 'auto' | 'light' | 'dark';

export const horizonChoices = [30, 90, 180, 365] as const;

export interface Settings {
  version: 1;
  /** Sites on which nothing is shown, by site name (`arxiv.org`, `github.com`). */
  sitesOff: string[];
  /** How many days back the feed is kept and completed. */
  horizonDays: (typeof horizonChoices)[number];
  /** Ask the feed about a paper that is not cached. Off at first: the request names the paper. */
  lookUpUncached: boolean;
  theme: Theme;
}

export const defaultSettings: Settings = {
  version: 1,
  sitesOff: [],
  horizonDays: 90,
  lookUpUncached: false,
  theme: 'auto',
};

/** Reads stored settings of any shape; whatever is missing or wrong takes its default. Never throws. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const { sitesOff, horizonDays, lookUpUncached, theme } = stored as Record<string, unknown>;
  return {
    version: 1,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string') : [],
    horizonDays: horizonChoices.find((choice) => choice === horizonDays) ?? defaultSettings.horizonDays,
    lookUpUncached: lookUpUncached === true,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

/** The site a host belongs to, as the settings name it: `export.arxiv.org` and `www.arxiv.org` are `arxiv.org`. */
export function siteOfHost(host: string): string {
  return host.split('.').slice(-2).join('.');
}
