// Whether the content script may show anything at a host. Asked again whenever the settings change, because a script that already
// runs in a page goes on running after its permission was taken back. Pure.
import { requiredHosts } from '../settings/required-hosts';
import { type Settings, siteOfHost } from '../settings/settings';
import { coversHost } from './host-pattern';

/** False on a site that is switched off, and on one that is neither required nor granted (any more). */
export function mayAnnotate(host: string, settings: Pick<Settings, 'sitesOff' | 'optionalOrigins'>): boolean {
  const { sitesOff, optionalOrigins } = settings;
  const origins = [...requiredHosts, ...optionalOrigins];
  return !sitesOff.includes(siteOfHost(host)) && origins.some((origin) => coversHost(origin, host));
}
