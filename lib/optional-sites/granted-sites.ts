// The optional sites as the options list them: named as the settings name sites, each with what to take back. Pure.
import { requiredHosts } from '../settings/required-hosts';
import { type Settings, siteOfHost } from '../settings/settings';
import { coversHost, everyHost, hostOfPattern } from './host-pattern';

export interface GrantedSite {
  site: string;
  /** What was granted for this site alone; empty for one that is only covered by all sites. */
  origins: string[];
  on: boolean;
}

export interface GrantedSites {
  all: boolean;
  /** By name. Under all sites also those the reader has switched off, so that they can be switched on again. */
  sites: GrantedSite[];
}

export function grantedSites({
  optionalOrigins,
  sitesOff,
}: Pick<Settings, 'sitesOff' | 'optionalOrigins'>): GrantedSites {
  const all = optionalOrigins.includes(everyHost);
  const sites = new Map<string, string[]>();
  for (const origin of optionalOrigins) {
    if (origin === everyHost) continue;
    const site = siteOfHost(hostOfPattern(origin).replace(/^\*\./, ''));
    sites.set(site, [...(sites.get(site) ?? []), origin]);
  }
  const isRequired = (site: string) => requiredHosts.some((pattern) => coversHost(pattern, site));
  if (all) for (const site of sitesOff) if (!isRequired(site) && !sites.has(site)) sites.set(site, []);
  const listed = [...sites].map(([site, origins]) => ({ site, origins, on: !sitesOff.includes(site) }));
  return { all, sites: listed.sort((one, other) => one.site.localeCompare(other.site)) };
}
