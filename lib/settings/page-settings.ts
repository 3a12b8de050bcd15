// The settings a page of the web is annotated by, and no others: every page carries what reads them. Pure; knows no storage.

export type Theme = 'auto' | 'light' | 'dark';

export interface PageSettings {
  /** Sites on which nothing is shown, by site name (`arxiv.org`, `github.com`). */
  sitesOff: string[];
  /** Kinds of page that are left alone, by the id of their adapter. */
  adaptersOff: string[];
  /**
   * Match patterns of the hosts the reader has granted beyond the required ones. The background keeps them equal to the browser's
   * permissions; written down here, because content scripts cannot ask for those.
   */
  optionalOrigins: string[];
  /** Ask the feed about a paper that is not cached. Off at first: the request names the paper. */
  lookUpUncached: boolean;
  theme: Theme;
}

const texts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];

/** Reads stored settings of any shape; whatever is missing or wrong takes its default. Never throws. */
export function parsePageSettings(stored: unknown): PageSettings {
  const { sitesOff, adaptersOff, optionalOrigins, lookUpUncached, theme } = (stored ?? {}) as Record<
    string,
    unknown
  >;
  return {
    sitesOff: texts(sitesOff),
    adaptersOff: texts(adaptersOff),
    optionalOrigins: texts(optionalOrigins),
    lookUpUncached: lookUpUncached === true,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}
