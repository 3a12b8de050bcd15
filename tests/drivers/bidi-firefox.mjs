// @ts-check
// Opens a real Firefox with the extension as a temporary add-on, its whole network pointed at the stand-in web: the verbs of
// chromium.mjs, over WebDriver BiDi, so that the same tests and the same pages of Playwright serve both.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from 'playwright-core';
import { browserProfile, untilEnded } from './browser-profile.mjs';
import { backgroundOf, chromeScripts } from './firefox-chrome.mjs';
import { addOnId, extensionUuid, proxyPreferences } from './firefox-process.mjs';
import { launchTapped } from './playwright-wire.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('./chromium.mjs').Browser} Browser
 * @typedef {import('./firefox-chrome.mjs').ChromeScript} ChromeScript
 *
 * @typedef {Browser & { addOn: string, chromeScript: ChromeScript }} BidiFirefox
 */

const startTimeout = 60_000;

/** One start in some hundred is deaf for good: Firefox tells nothing of what happens in the process of the extension's pages. */
const starts = 3;

const quietPreferences = {
  'browser.newtabpage.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  // Processes for pages to come are a fifth of what a start costs.
  'dom.ipc.processPrelaunch.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

/** The preference that says which colour scheme pages see. */
const schemePreference = 'layout.css.prefers-color-scheme.content-override';
/** @param {'light' | 'dark'} scheme */
const schemeValue = (scheme) => (scheme === 'dark' ? 0 : 1);

/**
 * @param {string} folder of the profile
 * @param {object} options
 * @param {string} options.executablePath
 * @param {boolean} [options.headless]
 * @param {{ width: number, height: number } | null} [options.viewport]
 * @param {number} [options.pixelRatio]
 * @param {import('../stand-in/web.mjs').Web} [options.web]
 * @param {string} [options.timeZone]
 * @param {Record<string, string | number | boolean>} [options.preferences]
 * @param {Parameters<typeof launchTapped>[1]} [options.onColorScheme]
 */
const launch = (
  folder,
  { executablePath, headless, viewport, pixelRatio, web, timeZone, preferences, onColorScheme = () => {} },
) =>
  launchTapped(
    () =>
      firefox.launchPersistentContext(folder, {
        channel: 'moz-firefox',
        executablePath,
        ...(headless === undefined ? {} : { headless }),
        ...(viewport === undefined ? {} : { viewport }),
        ignoreHTTPSErrors: web !== undefined,
        ...(pixelRatio === undefined ? {} : { deviceScaleFactor: pixelRatio }),
        timeout: startTimeout,
        args: ['--remote-allow-system-access'],
        // Without it a release build ignores that its settings server is switched off.
        env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...(timeZone && { TZ: timeZone }) },
        firefoxUserPrefs: {
          ...quietPreferences,
          ...(web ? proxyPreferences(web.proxyPort) : {}),
          ...preferences,
        },
      }),
    onColorScheme,
  );

/**
 * Starts a Firefox once, without an extension, for what it compiles then: a third of a start. A new profile begins with it
 * where `FIREFOX_BEGINNING` names the folder.
 * @param {string} executablePath
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function firefoxBeginning(executablePath) {
  const { folder, remove } = browserProfile('firefox');
  const { result: context, wire } = await launch(folder, { executablePath });
  await context.close();
  await untilEnded(wire.processId, 'Firefox');
  for (const name of readdirSync(folder)) {
    if (!['startupCache', 'compatibility.ini'].includes(name))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  return { folder, remove };
}

class FirefoxIsDeaf extends Error {}

/**
 * @param {import('./chromium.mjs').BrowserOptions} options
 * @returns {Promise<BidiFirefox>}
 * @throws when the browser does not start or refuses the extension
 */
export async function openBidiFirefox(options) {
  for (let start = 1; start < starts; start++) {
    try {
      return await open(options);
    } catch (error) {
      if (!(error instanceof FirefoxIsDeaf)) throw error;
    }
  }
  return open(options);
}

/**
 * @param {import('./chromium.mjs').BrowserOptions} options
 * @returns {Promise<BidiFirefox>}
 */
async function open({
  executablePath,
  extension,
  web,
  headless = true,
  viewport = { width: 1280, height: 800 },
  pixelRatio,
  colorScheme = 'light',
  profile,
  beginning = process.env.FIREFOX_BEGINNING,
  keepWelcome = false,
  language,
  timeZone,
}) {
  const { folder, remove: removeProfile } = browserProfile('firefox', profile, beginning);
  const addOn = addOnId(extension);
  /** @type {ChromeScript | undefined} */
  let chromeScript;
  const launching = launch(folder, {
    executablePath,
    headless,
    viewport,
    pixelRatio,
    web,
    timeZone,
    preferences: {
      [schemePreference]: schemeValue(colorScheme),
      'extensions.webextensions.uuids': JSON.stringify({ [addOn]: extensionUuid }),
    },
    onColorScheme: (scheme) =>
      chromeScript?.('Services.prefs.setIntPref(...arguments);', schemePreference, schemeValue(scheme)),
  });
  const { result: context, wire } = await launching.catch((error) => {
    removeProfile();
    throw error;
  });

  const end = async () => {
    await untilEnded(wire.processId, 'Firefox');
    removeProfile();
  };
  /** @param {string} name */
  const pageUrl = (name) => `moz-extension://${extensionUuid}/${name}.html`;

  try {
    const script = chromeScripts(wire);
    chromeScript = script;
    if (language !== undefined) {
      await script(
        'Services.locale.availableLocales = [arguments[0], "en-US"]; Services.locale.requestedLocales = [arguments[0]];',
        language,
      );
    }
    await wire.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    const background = backgroundOf(script, addOn);

    // Until it has come, it may still come in front of what is done next. A temporary add-on is installed anew at each start.
    const findWelcome = async () => context.pages().find((page) => page.url() === pageUrl('welcome'));
    const welcome = await until(findWelcome, 'the first page to open', startTimeout / starts).catch(
      ({ message }) => {
        throw new FirefoxIsDeaf(message);
      },
    );
    if (!keepWelcome) await welcome.close();

    return {
      context,
      addOn,
      chromeScript: script,
      id: extensionUuid,
      popupUrl: pageUrl('popup'),
      pageUrl,
      backgroundRuns: background.runs,
      stopBackground: background.stop,
      evaluateInBackground: (run, argument) => background.evaluate(`(${run})(${JSON.stringify(argument)})`),
      async close() {
        await context.close();
        await end();
      },
      async kill() {
        process.kill(wire.processId, 'SIGKILL');
        await end();
        await context.close().catch(() => {});
      },
    };
  } catch (error) {
    await context.close();
    await end();
    throw error;
  }
}
