// @ts-check
// Finds the browsers the tests and `npm start` drive, and installs Chromium where it is allowed to. Never waits without an end.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const minute = 60_000;

/** @type {Record<'chromium' | 'firefox', { variable: string, commands: string[], macApps: string[], windowsFiles: string[], debianPackage: string }>} */
const known = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser',
    ],
    macApps: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
    windowsFiles: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'BraveSoftware/Brave-Browser/Application/brave.exe',
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    macApps: ['Firefox'],
    windowsFiles: ['Mozilla Firefox/firefox.exe'],
    debianPackage: 'firefox-esr',
  },
};

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {keyof typeof known} name @returns {string[]} where it may be on this system, likeliest first */
function candidates(name) {
  const { commands, macApps, windowsFiles } = known[name];
  if (platform() === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return macApps.flatMap((app) =>
      folders.map(
        (folder) =>
          `${folder}/${app}.app/Contents/MacOS/${app.toLowerCase() === 'firefox' ? 'firefox' : app}`,
      ),
    );
  }
  if (platform() === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': x86 } = process.env;
    const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return windowsFiles.flatMap((file) => folders.map((folder) => join(folder, file)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** @param {keyof typeof known} name @returns {string | undefined} the environment's choice, else the first that is installed */
function find(name) {
  return process.env[known[name].variable] || candidates(name).find(isExecutable);
}

/** The path of a Chromium, Chrome, Edge or Brave; `CHROME_PATH` goes first. */
export const findChromium = () => find('chromium');

/** The path of a Firefox; `FIREFOX_PATH` goes first. */
export const findFirefox = () => find('firefox');

function isRootOnDebian() {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string} command @param {string[]} args @param {number} timeout ms */
function run(command, args, timeout) {
  execFileSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** @param {keyof typeof known} name @returns {string | undefined} its path, if apt could install it */
function installWithApt(name) {
  console.log(`No ${name} found: installing Debian's package …`);
  try {
    run('apt-get', ['update', '-q'], 3 * minute);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', known[name].debianPackage], 8 * minute);
  } catch (error) {
    console.error(`apt-get could not install ${known[name].debianPackage}: ${error}`);
  }
  return find(name);
}

/** @returns {Promise<string | undefined>} the path of Playwright's own Chromium, downloaded if need be */
async function usePlaywrightsChromium() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    console.log('No Chromium found: asking Playwright for one …');
    const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
    try {
      run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], 10 * minute);
    } catch (error) {
      console.error(`Playwright could not download it: ${error}`);
    }
  }
  return existsSync(path) ? path : undefined;
}

/**
 * The path of a Chromium: found, else installed by apt (root on Debian), else Playwright's download.
 * Where there is none it says so in one sentence and ends the process with exit code 2.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const path = findChromium() ?? (isRootOnDebian() ? installWithApt('chromium') : undefined);
  const usable = path ?? (await usePlaywrightsChromium());
  if (usable !== undefined && isExecutable(usable)) return usable;
  console.error(
    usable === undefined
      ? 'No browser: install Chromium, Chrome, Edge or Brave, or set CHROME_PATH to one, and run this again.'
      : `No browser: ${usable} is not an executable file; set CHROME_PATH to one, or unset it, and run this again.`,
  );
  process.exit(2);
}

/**
 * The path of a Firefox: found, or, only when asked, installed by apt (root on Debian).
 * @param {{ install?: boolean }} [options]
 * @returns {string | undefined} undefined where there is none: its tests are then skipped
 */
export function ensureFirefox({ install = false } = {}) {
  return findFirefox() ?? (install && isRootOnDebian() ? installWithApt('firefox') : undefined);
}
