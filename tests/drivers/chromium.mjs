// @ts-check
// Opens a real Chromium with the unpacked extension, its whole network pointed at the stand-in web.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserProfile, untilEnded } from './browser-profile.mjs';
import { featuresOff } from './chromium-features.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 * @typedef {import('playwright-core').CDPSession} CdpSession
 *
 * @typedef {Browser} Chromium
 *
 * @typedef {object} Browser what tests ask of either browser
 * @property {BrowserContext} context
 * @property {string} id of the extension, as it stands in the addresses of its pages
 * @property {string} popupUrl
 * @property {(name: string) => string} pageUrl address of one of the extension's pages: such as `popup` or `library`
 * @property {<Result, Argument>(run: (argument: Argument) => Result | Promise<Result>, argument?: Argument) => Promise<Result>} evaluateInBackground
 *   self-contained, JSON in and out; waits up to 10 s for the background to run
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} stopBackground ends the background as idleness does; the next message wakes it
 * @property {string} [addOn] id of the add-on; Firefox only
 * @property {import('./firefox-chrome.mjs').ChromeScript} [chromeScript] with the browser's own rights; Firefox only
 * @property {() => Promise<void>} close
 * @property {() => Promise<void>} kill SIGKILL, as a crash: nothing is flushed, the profile stays
 */

const workerTimeout = 10_000;

/** A port of this machine where nobody listens. */
const nowhere = 'https://127.0.0.1:9/';

/**
 * Everything goes through the recording proxy, except what Chromium asks its maker by itself: that ends nowhere, so that what the
 * proxy refused was asked by pages or by the extension.
 * @param {import('../stand-in/web.mjs').Web} web
 * @returns {string[]}
 */
export const networkArguments = (web) => [
  `--proxy-server=127.0.0.1:${web.proxyPort}`,
  `--ignore-certificate-errors-spki-list=${web.spkiHash}`,
  `--gaia-url=${nowhere}`,
  `--apps-gallery-update-url=${nowhere}`,
  `--component-updater=url-source=${nowhere}`,
];

export const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  featuresOff,
];

/** @param {CdpSession} session @returns {Promise<number>} id of the browser's process */
async function processId(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('Chromium does not tell its process id');
  return browser.id;
}

/**
 * @typedef {object} BrowserOptions
 * @property {string} executablePath
 * @property {string} extension folder of the unpacked extension
 * @property {import('../stand-in/web.mjs').Web} [web] without it the browser uses the real network
 * @property {boolean} [headless]
 * @property {{ width: number, height: number } | null} [viewport] null follows the window
 * @property {number} [pixelRatio] device pixels a CSS pixel; default: the screen's, 1 when headless
 * @property {'light' | 'dark'} [colorScheme] what pages see as the reader's preference
 * @property {string} [profile] a folder that outlives the browser, for restarts; default: a new one, removed at the end
 * @property {string} [beginning] a folder whose content a new profile begins with
 * @property {boolean} [keepWelcome] leave the page open that an installation begins with; else it is waited for and closed
 * @property {string} [language] of the browser, such as `de`; default: that of the machine
 * @property {string} [timeZone] of the browser, such as `Pacific/Kiritimati`; default: that of the machine
 */

/**
 * @param {BrowserOptions} options
 * @returns {Promise<Browser>}
 * @throws when the browser does not start or refuses the extension; the reason is in the message
 */
export async function openChromium({
  executablePath,
  extension,
  web,
  headless = true,
  viewport = { width: 1280, height: 800 },
  pixelRatio,
  colorScheme = 'light',
  profile,
  beginning,
  keepWelcome = false,
  language,
  timeZone,
}) {
  const { folder, remove: removeProfile } = browserProfile('chromium', profile, beginning);
  const opensWelcome = existsSync(join(extension, 'welcome.html'));
  const launching = chromium.launchPersistentContext(folder, {
    executablePath,
    headless,
    viewport,
    colorScheme,
    ...(pixelRatio === undefined ? {} : { deviceScaleFactor: pixelRatio }),
    env: {
      ...process.env,
      ...(language === undefined ? {} : { LANGUAGE: language }),
      ...(timeZone === undefined ? {} : { TZ: timeZone }),
    },
    timeout: 60_000,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...quietArguments,
      ...(language === undefined ? [] : [`--lang=${language}`]),
      '--enable-unsafe-extension-debugging',
      ...(web ? networkArguments(web) : []),
    ],
  });
  const context = await launching.catch((error) => {
    removeProfile();
    throw error;
  });

  try {
    const browser = context.browser();
    if (!browser) throw new Error('Chromium was opened without a browser session');
    const session = await browser.newBrowserCDPSession();
    const browserProcess = await processId(session);
    // Instead of --load-extension, which branded browsers dropped and which does not say why it refuses an extension.
    const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
    /** @param {string} name */
    const pageUrl = (name) => `chrome-extension://${id}/${name}.html`;

    // Playwright goes on listing a worker that has stopped, so the browser is asked.
    async function workerTarget() {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id))?.targetId;
    }

    async function end() {
      await untilEnded(browserProcess, 'Chromium');
      removeProfile();
    }

    const backgroundRuns = async () => (await workerTarget()) !== undefined;

    async function worker() {
      await until(backgroundRuns, 'the background to run (nothing has woken it?)', workerTimeout);
      const known = context.serviceWorkers().find((candidate) => candidate.url().includes(id));
      return known ?? context.waitForEvent('serviceworker', { timeout: workerTimeout });
    }

    // Until it has come, it may still come in front of what is done next.
    if (opensWelcome) {
      const findWelcome = async () => context.pages().find((page) => page.url() === pageUrl('welcome'));
      const welcome = await until(findWelcome, 'the first page to open', workerTimeout * 2);
      if (!keepWelcome) await welcome.close();
    }

    return {
      context,
      id,
      popupUrl: pageUrl('popup'),
      pageUrl,
      backgroundRuns,
      async evaluateInBackground(run, argument) {
        return /** @type {any} */ (await worker()).evaluate(run, argument);
      },
      async stopBackground() {
        const targetId = await workerTarget();
        if (targetId === undefined) return;
        await session.send('Target.closeTarget', { targetId });
        await until(async () => !(await backgroundRuns()), 'the background to stop', workerTimeout);
      },
      async close() {
        await context.close();
        await end();
      },
      async kill() {
        process.kill(browserProcess, 'SIGKILL');
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
