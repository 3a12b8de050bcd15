// What the browser is asked for where all sites are meant.
import { everyHost } from './host-pattern';

/**
 * Chromium (156), given back a pattern that covers hosts of the manifest, takes those too: Papergloss would be gone from arXiv once
 * “All sites” was switched off. A pattern with a port covers none of them, and 443 is where https pages are. Firefox knows no ports
 * in patterns and takes back exactly what it is told.
 */
const allSites = import.meta.env.FIREFOX ? everyHost : 'https://*:443/*';

/** The origin to request and to remove for one of ours; the same for every host but `everyHost`. */
export function askedOrigin(origin: string): string {
  return origin === everyHost ? allSites : origin;
}
