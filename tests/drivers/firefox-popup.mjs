// @ts-check
// The popup as the toolbar opens it in Firefox, over a tab that stays the current one: a panel no remote protocol lists, so that it is
// spoken to by a script of its frame.
import { setTimeout as after } from 'node:timers/promises';
import { scriptInFrame } from './firefox-chrome.mjs';
import { until } from './until.mjs';

const defaultTimeout = 5_000;
const openTimeout = 20_000;

/** A frame that is replaced while it loads never answers: its script has gone with it. Longer than any answer takes, ms. */
const answerTimeout = 3_000;

/** @template Result @param {Promise<Result>} answer @returns {Promise<Result>} */
const inTime = (answer) =>
  Promise.race([
    answer,
    after(answerTimeout, undefined, { ref: false }).then(() => {
      throw new Error('The popup does not answer');
    }),
  ]);

/** Presses the toolbar button as a reader does: that lets the popup see the tab's address (`activeTab`). */
const pressAction = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  // The button closes what is open.
  for (const panel of window.document.querySelectorAll('panel')) if (panel.state !== 'closed') panel.hidePopup();
  while ([...extension.views].some(({ viewType }) => viewType === 'popup'))
    await new Promise((resolve) => window.setTimeout(resolve, 20));
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`;

const findPopup = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
  const view = [...extension.views].find(({ viewType, active }) => viewType === 'popup' && active);
  if (!view) throw new Error('No popup is open');
  const frame = view.xulBrowser;`;

/** What a reader can act on or is told the name of. */
const namedElements = 'a[href], button, input, select, textarea, summary, [role], [aria-label]';

/** Runs in the popup. By its name means by what it says or is labelled with: only buttons and links are asked for so. */
const click = `(part, named) => {
  const heard = (element) => element.getAttribute('aria-label') ?? element.innerText.replace(/\\s+/g, ' ').trim();
  const element = typeof part === 'string'
    ? document.querySelector(part)
    : [...document.querySelectorAll(named)].find((each) => heard(each) === part.name);
  if (!element || !element.checkVisibility()) return false;
  element.click();
  return true;
}`;

/**
 * Opens the popup over `tab`. It closes when it loses the focus, or with the browser.
 * @param {import('./bidi-firefox.mjs').BidiFirefox} firefox
 * @param {import('playwright-core').Page} tab
 * @returns {Promise<import('./real-popup.mjs').RealPopup>}
 */
export async function openFirefoxPopup({ chromeScript, addOn }, tab) {
  await tab.bringToFront();
  await chromeScript(pressAction, addOn);
  /** @param {Function | string} read @param {unknown[]} args @param {boolean} [asReader] as if the reader had just pressed something */
  const evaluate = (read, args, asReader = false) =>
    inTime(
      scriptInFrame(chromeScript, findPopup, `(${read})(...${JSON.stringify(args)})`, [addOn], asReader),
    );
  await until(() => evaluate(() => document.readyState === 'complete', []), 'the popup to open', openTimeout);
  return {
    evaluate: (read, ...args) => evaluate(read, args),
    text: (selector = 'body', timeout = defaultTimeout) =>
      until(
        () =>
          evaluate(
            (/** @type {string} */ wanted) => {
              const element = document.querySelector(wanted);
              // biome-ignore lint/performance/useDomNodeTextContent: what is hidden from the reader must not count
              return element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : '';
            },
            [selector],
          ),
        `the text of ${selector} in the popup`,
        timeout,
      ),
    screenshot() {
      throw new Error('Pictures of the popup are made in Chromium');
    },
    async click(part, timeout = defaultTimeout) {
      await until(
        () => evaluate(click, [part, namedElements], true),
        'the part of the popup to be there',
        timeout,
      );
    },
  };
}
