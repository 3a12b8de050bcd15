// What a reader types or pastes to add a site, as the origins to ask the browser for. Pure.
import { requiredHosts } from '../settings/required-hosts';
import { siteOfHost } from '../settings/settings';
import { coversHost, patternOfHost } from './host-pattern';

export type SiteAddress =
  | { site: string; origins: string[] }
  /** `insecure`: not https; `own`: Papergloss is there already; `unreadable`: no name of a host in it. */
  | { problem: 'insecure' | 'own' | 'unreadable' };

const hostName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])$/;

function readAddress(text: string): URL | undefined {
  const address = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * Takes an address (`https://news.ycombinator.com/item?id=1`) or the name of a host. A name of two labels stands for the host with
 * `www.` too: many sites live there and only send on from the short name.
 */
export function readSiteAddress(text: string): SiteAddress {
  const url = readAddress(text.trim());
  if (!url || url.username || !hostName.test(url.hostname)) return { problem: 'unreadable' };
  if (url.protocol !== 'https:') return { problem: 'insecure' };
  const host = url.hostname;
  if (requiredHosts.some((pattern) => coversHost(pattern, host))) return { problem: 'own' };
  const hosts = host.split('.').length === 2 ? [host, `www.${host}`] : [host];
  return { site: siteOfHost(host), origins: hosts.map(patternOfHost) };
}
