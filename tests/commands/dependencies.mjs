// @ts-check
// Installs the npm packages when they are not what the lock file says. Node built-ins only: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const leastNode = [20, 19];
const installTimeout = 15 * 60_000;

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Whether `node_modules` holds what the lock file names. Optional packages may be missing: most are for other systems.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} present node_modules/.package-lock.json, which npm writes when an installation is complete
 * @returns {boolean}
 */
export function isInstalled({ packages: wanted = {} }, { packages: present = {} }) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

/** @param {string} file @returns {Lock} */
const readLock = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

function runNpmCi() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit', timeout: installTimeout });
  // Under `npm start` npm says where it is itself; on Windows `npm` alone is a script that needs a shell.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...args], options);
  else execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs what is missing; ends the process with one sentence where that is not possible. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    console.error(
      `Node ${process.versions.node} is too old: Papergloss needs ${leastNode.join('.')} or newer.`,
    );
    process.exit(1);
  }
  if (isInstalled(readLock(`${root}package-lock.json`), readLock(`${root}node_modules/.package-lock.json`)))
    return;
  console.log('Installing the npm packages …');
  try {
    runNpmCi();
  } catch (error) {
    console.error(`npm ci failed: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
