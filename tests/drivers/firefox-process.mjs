// @ts-check
// Starts a Firefox of its own profile with the extension as a temporary add-on, its network pointed at the stand-in web; and ends it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 */

/** Firefox makes up the address of an extension anew for each profile; fixed, pages can be opened by it. */
export const extensionUuid = '5c1f2f0e-3a64-4c52-9f0b-6d1d7a9e2b11';
const startTimeout = 60_000;
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

/** @param {number} port */
const proxyPreferences = (port) => ({
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

/**
 * @param {FirefoxOptions} options
 * @returns {Promise<{ send: import('./marionette.mjs').Marionette['send'], end: () => Promise<void> }>}
 *   `end` quits the browser and removes its profile
 * @throws when the browser does not start or refuses the extension
 */
export async function startFirefox({
  executablePath,
  extension,
  web,
  headless = true,
  viewport = { width: 1280, height: 800 },
  colorScheme = 'light',
}) {
  const profile = mkdtempSync(join(tmpdir(), 'papergloss-firefox-'));
  writePreferences(profile, {
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
      profile,
      ...(headless ? ['--headless'] : []),
    ],
    {
      stdio: 'ignore',
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
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  const end = async () => {
    const timer = setTimeout(() => browser.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  /** @type {import('./marionette.mjs').Marionette} */
  let marionette;
  try {
    const portFile = join(profile, 'MarionetteActivePort');
    await until(
      async () => existsSync(portFile) && readFileSync(portFile, 'utf8'),
      'Firefox to start',
      startTimeout,
    );
    marionette = await connectMarionette(Number(readFileSync(portFile, 'utf8')));
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true, pageLoadStrategy: 'normal' });
    await marionette.send('Addon:Install', { path: extension, temporary: true });
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
  };
}
