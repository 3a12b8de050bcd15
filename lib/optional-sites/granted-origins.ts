// What the browser says is granted, as the origins this project speaks of. Pure; knows no browser API.
import type { Settings } from '../settings/settings';
import { coversHost, hostOfPattern } from './host-pattern';

/**
 * The optional ones among the origins of `permissions.getAll`, sorted: without those of the manifest (`required`) and without what
 * is no pattern over whole https hosts. `*://` counts as https, which is all that was ever asked for, and its own port as none.
 */
export function optionalOriginsOf(granted: readonly string[], required: readonly string[]): string[] {
  const origins = granted.map((origin) => origin.replace(/^\*:/, 'https:').replace(/:443\/\*$/, '/*'));
  return [...new Set(origins)].filter((origin) => hostOfPattern(origin) && !required.includes(origin)).sort();
}

/**
 * The settings that go with these optional origins. A site without permission is forgotten to be off, so that it shows something
 * when the reader grants it again.
 */
export function settingsFor(
  optionalOrigins: string[],
  required: readonly string[],
  { sitesOff }: Pick<Settings, 'sitesOff'>,
): Pick<Settings, 'sitesOff' | 'optionalOrigins'> {
  const origins = [...required, ...optionalOrigins];
  const isCovered = (site: string) =>
    origins.some((origin) => coversHost(origin, site) || coversHost(origin, `www.${site}`));
  return { optionalOrigins, sitesOff: sitesOff.filter(isCovered) };
}
