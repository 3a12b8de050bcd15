// Match patterns over whole hosts, the only kind used here: `https://*/*`, `https://*.arxiv.org/*`, `https://example.org/*`. Pure.

/** The pattern of all https pages. */
export const everyHost = 'https://*/*';

export const patternOfHost = (host: string): string => `https://${host}/*`;

/** The host as the pattern writes it, `*` for every host; `''` for a pattern of another kind. */
export function hostOfPattern(pattern: string): string {
  return /^https:\/\/([^/]+)\/\*$/.exec(pattern)?.[1] ?? '';
}

/** Whether the pattern stands for this host's https pages. False for patterns of another kind. */
export function coversHost(pattern: string, host: string): boolean {
  const named = hostOfPattern(pattern);
  if (named === '*' || named === '') return named === '*';
  return named === host || (named.startsWith('*.') && `.${host}`.endsWith(named.slice(1)));
}
