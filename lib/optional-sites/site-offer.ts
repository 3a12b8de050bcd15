// Whether the popup offers to show Papergloss on the current tab's site. Asks the browser what is granted, never for more.
import { requiredHosts } from '../settings/required-hosts';
import { siteOfHost } from '../settings/settings';
import { coversHost, patternOfHost } from './host-pattern';

export interface SiteOffer {
  /** As the settings name it. */
  site: string;
  /** What to ask the browser for. */
  origin: string;
}

/** Where no browser lets an extension in, whatever the reader grants. */
const closedHosts = ['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org'];

/** The part of the browser's API this needs. */
export interface OfferBrowser {
  tabs: { query(info: { active: true; currentWindow: true }): Promise<{ url?: string }[]> };
  permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
}

/**
 * Undefined for a tab whose address we may not see or that is not on https, for one we are allowed on, and for closed ones.
 * Firefox lets the reader take back the hosts of the manifest too; then those are offered. Never rejects.
 */
export async function readSiteOffer({ tabs, permissions }: OfferBrowser): Promise<SiteOffer | undefined> {
  const [tab] = await tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (!tab?.url || !URL.canParse(tab.url)) return undefined;
  const { protocol, hostname } = new URL(tab.url);
  if (protocol !== 'https:' || closedHosts.includes(hostname)) return undefined;
  const origin = requiredHosts.find((pattern) => coversHost(pattern, hostname)) ?? patternOfHost(hostname);
  const allowed = await permissions.contains({ origins: [origin] }).catch(() => true);
  return allowed ? undefined : { site: siteOfHost(hostname), origin };
}
