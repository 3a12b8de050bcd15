// @ts-check
// Opens a real Firefox with the extension as a temporary add-on, its whole network pointed at the stand-in web: the verbs of
// chromium.mjs, over WebDriver BiDi, so that the same tests and the same pages of Playwright serve both.
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

const quietPreferences = {
  'browser.startup.homepage_override.mstone': 'ignore',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

/** The preference that says which colour scheme pages see. */
const schemePreference = 'layout.css.prefers-color-scheme.content-override';
/** @param {'light' | 'dark'} scheme */
const schemeValue = (scheme) => (scheme === 'dark' ? 0 : 1);

/**
 * @param {import('./chromium.mjs').BrowserOptions} options
 * @returns {Promise<BidiFirefox>}
 * @throws when the browser does not start or refuses the extension
 */
export async function openBidiFirefox({
  executablePath,
  extension,
  web,
  headless = true,
  viewport = { width: 1280, height: 800 },
  pixelRatio,
  colorScheme = 'light',
  profile,
  keepWelcome = false,
  language,
}) {
  const { folder, remove: removeProfile } = browserProfile('firefox', profile);
  const addOn = addOnId(extension);
  /** @type {ChromeScript | undefined} */
  let chromeScript;
  const launching = launchTapped(
    () =>
      firefox.launchPersistentContext(folder, {
        channel: 'moz-firefox',
        executablePath,
        headless,
        viewport,
        ignoreHTTPSErrors: web !== undefined,
        ...(pixelRatio === undefined ? {} : { deviceScaleFactor: pixelRatio }),
        timeout: startTimeout,
        args: ['--remote-allow-system-access'],
        // Without it a release build ignores that its settings server is switched off.
        env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
        firefoxUserPrefs: {
          ...quietPreferences,
          ...(web ? proxyPreferences(web.proxyPort) : {}),
          [schemePreference]: schemeValue(colorScheme),
          'extensions.webextensions.uuids': JSON.stringify({ [addOn]: extensionUuid }),
        },
      }),
    (scheme) =>
      chromeScript?.('Services.prefs.setIntPref(...arguments);', schemePreference, schemeValue(scheme)),
  );
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
    const welcome = await until(findWelcome, 'the first page to open', startTimeout);
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
    removeProfile();
    throw error;
  }
}
