// @ts-check
// Starts a Firefox of its own profile with the extension as a temporary add-on, its network pointed at the stand-in web; and ends it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserProfile } from './browser-profile.mjs';
import { connectMarionette } from './marionette.mjs';
import { until } from './until.mjs';

/**
 * @typedef {object} FirefoxOptions
 * @property {string} executablePath
 * @property {string} extension folder of the unpacked extension
 * @property {import('../stand-in/web.mjs').Web} [web] without it the browser uses the real network
 * @property {boolean} [headless]
 * @property {{ width: number, height: number }} [viewport] size of the window when headless
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string} [profile] a folder that outlives the browser, for restarts; default: a new one, removed at the end
 * @property {boolean} [keepWelcome] leave the page open that an installation begins with; else it is waited for and closed
 */

/**
 * Firefox makes up the address of an extension anew for each profile; fixed, pages can be opened by it, and an add-on that is installed
 * once more after a restart finds what it stored: IndexedDB and `storage.local` go by this address and outlive the browser.
 */
export const extensionUuid = '5c1f2f0e-3a64-4c52-9f0b-6d1d7a9e2b11';
const startTimeout = 60_000;
const endTimeout = 20_000;
const quietPreferences = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** @param {number} port of the proxy everything goes through */
export const proxyPreferences = (port) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  // Several of the real hosts are on the list of sites that never accept a certificate exception.
  'network.stricttransportsecurity.preloadlist': false,
  'security.cert_pinning.enforcement_level': 0,
});

/** @param {string} extension folder @returns {string} the add-on id its manifest names */
export function addOnId(extension) {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** @param {string} profile @param {Record<string, unknown>} preferences */
function writePreferences(profile, preferences) {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

/** @param {Promise<unknown>} promise @param {string} complaint */
function inTime(promise, complaint) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${complaint} within ${endTimeout} ms`)), endTimeout).unref();
  });
  return Promise.race([promise, late]);
}

/**
 * Waits for the page that every installation begins with, a temporary one after each start, and closes it.
 * @param {import('./marionette.mjs').Marionette['send']} send
 */
async function closeWelcome(send) {
  const { value: first } = await send('WebDriver:GetWindowHandle');
  await until(
    async () => {
      const handles = await send('WebDriver:GetWindowHandles');
      const opened = handles.find((/** @type {string} */ handle) => handle !== first);
      if (opened === undefined) return false;
      await send('WebDriver:SwitchToWindow', { handle: opened, focus: true });
      const { value: url } = await send('WebDriver:GetCurrentURL');
      return url === `moz-extension://${extensionUuid}/welcome.html`;
    },
    'the first page to open',
    startTimeout,
  );
  await send('WebDriver:CloseWindow');
  await send('WebDriver:SwitchToWindow', { handle: first, focus: true });
}

/**
 * @typedef {object} RunningFirefox
 * @property {import('./marionette.mjs').Marionette['send']} send
 * @property {() => Promise<void>} end quits the browser
 * @property {() => Promise<void>} kill SIGKILL, as a crash: nothing is flushed, the profile stays
 */

/**
 * @param {FirefoxOptions} options
 * @returns {Promise<RunningFirefox>}
 * @throws when the browser does not start or refuses the extension
 */
export async function startFirefox({
  executablePath,
  extension,
  web,
  headless = true,
  viewport = { width: 1280, height: 800 },
  colorScheme = 'light',
  profile,
  keepWelcome = false,
}) {
  const { folder, remove: removeProfile } = browserProfile('firefox', profile, process.env.FIREFOX_BEGINNING);
  const portFile = join(folder, 'MarionetteActivePort');
  // A browser that was killed has left its own, and somebody else may listen there now.
  rmSync(portFile, { force: true });
  writePreferences(folder, {
    ...quietPreferences,
    ...(web ? proxyPreferences(web.proxyPort) : {}),
    'marionette.port': 0,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId(extension)]: extensionUuid }),
  });
  const browser = spawn(
    executablePath,
    [
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      folder,
      ...(headless ? ['--headless'] : []),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        MOZ_CRASHREPORTER_DISABLE: '1',
        // Without it a release build ignores that its settings server is switched off.
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        MOZ_HEADLESS_WIDTH: String(viewport.width),
        MOZ_HEADLESS_HEIGHT: String(viewport.height),
      },
    },
  );
  browser.stderr.resume();
  /** Its children share the pipe, so that it closes when the last of them has ended. */
  const ended = new Promise((resolve) => {
    browser.once('close', () => resolve(true));
    browser.once('error', () => resolve(true));
  });
  const end = async () => {
    const timer = setTimeout(() => browser.kill('SIGKILL'), 10_000);
    await inTime(ended, 'Firefox and its processes did not end');
    clearTimeout(timer);
    removeProfile();
  };

  /** @type {import('./marionette.mjs').Marionette} */
  let marionette;
  /** @type {number} */
  let browserProcess;
  try {
    await until(
      async () => existsSync(portFile) && readFileSync(portFile, 'utf8'),
      'Firefox to start',
      startTimeout,
    );
    marionette = await connectMarionette(Number(readFileSync(portFile, 'utf8')));
    const { capabilities } = await marionette.send('WebDriver:NewSession', {
      acceptInsecureCerts: true,
      pageLoadStrategy: 'normal',
    });
    // What was started may be a script that starts the browser.
    browserProcess = capabilities['moz:processID'];
    await marionette.send('Addon:Install', { path: extension, temporary: true });
    if (!keepWelcome) await closeWelcome(marionette.send);
  } catch (error) {
    browser.kill('SIGKILL');
    await end();
    throw error;
  }
  const { send, close } = marionette;
  return {
    send,
    async end() {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      close();
      await end();
    },
    async kill() {
      process.kill(browserProcess, 'SIGKILL');
      await end();
      close();
    },
  };
}
