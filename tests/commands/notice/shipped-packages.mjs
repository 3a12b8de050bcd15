// @ts-check
// Which packages can be in what ships, read from the lock file. Pure.

/** @typedef {{ version?: string, license?: string, dev?: boolean, devOptional?: boolean, hasInstallScript?: boolean, optional?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/** Needed for building alone, but a few lines of each end up in every build: how a script starts, how chunks load each other. */
const builders = [
  'node_modules/@wxt-dev/browser',
  'node_modules/rolldown',
  'node_modules/vite',
  'node_modules/wxt',
];

/** @param {string} path in the lock file @returns {string} `@scope/name` */
export const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Everything below `dependencies`, whether or not the bundler keeps a line of it, and what the builders put in.
 * @param {Lock} lock package-lock.json
 * @returns {[path: string, locked: LockedPackage][]} sorted by name
 */
export function shippedPackages({ packages }) {
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional }]) => path !== '' && ((!dev && !devOptional) || builders.includes(path)),
    )
    .sort(([one], [other]) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
