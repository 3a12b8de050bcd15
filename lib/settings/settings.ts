// The reader's settings: their types, defaults and the reading of what is stored. Pure; knows no storage.

export type Theme = 'auto' | 'light' | 'dark';

export const horizonChoices = [30, 90, 180, 365] as const;

export interface Settings {
  version: 1;
  /** Sites on which nothing is shown, by site name (`arxiv.org`, `github.com`). */
  sitesOff: string[];
  /**
   * Match patterns of the hosts the reader has granted beyond the required ones. The background keeps them equal to the browser's
   * permissions; written down here, because content scripts cannot ask for those.
   */
  optionalOrigins: string[];
  /** How many days back the feed is kept and completed. */
  horizonDays: (typeof horizonChoices)[number];
  /** Ask the feed about a paper that is not cached. Off at first: the request names the paper. */
  lookUpUncached: boolean;
  /** On abstract pages of papers that are not cached, show the nearest cached ones. Off at first. */
  relatedInPages: boolean;
  /** Let the browser's account carry the reading list to the reader's other machines. Off at first. */
  syncList: boolean;
  theme: Theme;
}

export const defaultSettings: Settings = {
  version: 1,
  sitesOff: [],
  optionalOrigins: [],
  horizonDays: 90,
  lookUpUncached: false,
  relatedInPages: false,
  syncList: false,
  theme: 'auto',
};

const texts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];

/** Reads stored settings of any shape; whatever is missing or wrong takes its default. Never throws. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const { sitesOff, optionalOrigins, horizonDays, lookUpUncached, relatedInPages, syncList, theme } =
    stored as Record<string, unknown>;
  return {
    version: 1,
    sitesOff: texts(sitesOff),
    optionalOrigins: texts(optionalOrigins),
    horizonDays: horizonChoices.find((choice) => choice === horizonDays) ?? defaultSettings.horizonDays,
    lookUpUncached: lookUpUncached === true,
    relatedInPages: relatedInPages === true,
    syncList: syncList === true,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

const requiredSite = /(?:^|\.)(arxiv\.org|github\.com|huggingface\.co)$/;

/**
 * The site a host belongs to, as the settings name it: `export.arxiv.org` is `arxiv.org`, `gist.github.com` is `github.com`.
 * Any other host is a site of its own, without a leading `www.`: where domains are sold is not known here.
 */
export function siteOfHost(host: string): string {
  return requiredSite.exec(host)?.[1] ?? host.replace(/^www\./, '');
}
