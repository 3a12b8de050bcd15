// @ts-check
// The popup as the toolbar opens it, over a tab that stays the current one. Playwright does not see such a window, so it is spoken to
// through the browser's session.
import { describePart, insideOf } from './closed-roots.mjs';
import { openFirefoxPopup } from './firefox-popup.mjs';
import { hitPoint } from './hit-point.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('./closed-roots.mjs').CdpSession} CdpSession
 *
 * @typedef {object} RealPopup
 * @property {<Result>(read: (...args: any[]) => Result, ...args: unknown[]) => Promise<Awaited<Result>>} evaluate
 *   runs `read` in the popup, self-contained, JSON in and out
 * @property {(selector?: string, timeout?: number) => Promise<string>} text what a reader sees in the first `selector`, else in
 *   all of it; waits until there is some
 * @property {(part: import('./closed-roots.mjs').Part, timeout?: number) => Promise<void>} click a trusted click; waits for the part
 * @property {(scheme: 'light' | 'dark') => Promise<Buffer>} screenshot what is in sight, as PNG, two pixels a CSS pixel; Chromium only
 */

const defaultTimeout = 5_000;

/**
 * A session with a target that the outer session can name, but Playwright does not list.
 * @param {import('playwright-core').CDPSession} outer @param {string} targetId
 * @returns {Promise<CdpSession>}
 */
async function attach(outer, targetId) {
  const { sessionId } = await outer.send('Target.attachToTarget', { targetId, flatten: false });
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let lastId = 0;
  outer.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    const { id, result, error } = JSON.parse(message);
    const command = from === sessionId ? waiting.get(id) : undefined;
    waiting.delete(id);
    if (error) command?.reject(new Error(error.message));
    else command?.resolve(result);
  });
  /** @param {string} method @param {object} [params] */
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const message = JSON.stringify({ id: lastId, method, params });
      outer.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return { send: /** @type {CdpSession['send']} */ (send) };
}

/**
 * Presses the toolbar button over the page, as a reader does: that lets the popup see the tab's address (`activeTab`), which
 * `action.openPopup()` does not.
 * @param {import('playwright-core').CDPSession} browser @param {string} extension its id @param {string} url
 */
async function pressAction(browser, extension, url) {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((candidate) => candidate.url === url);
  if (!tab) throw new Error(`Chromium has no tab at ${url}`);
  await browser.send('Extensions.triggerAction', { id: extension, targetId: tab.targetId });
}

/**
 * Opens the popup over `tab`. It closes when it loses the focus, or with the browser.
 * @param {import('./chromium.mjs').Browser} chromium
 * @param {import('playwright-core').Page} tab
 * @returns {Promise<RealPopup>}
 */
export async function openRealPopup(chromium, tab) {
  if (chromium.chromeScript)
    return openFirefoxPopup(/** @type {import('./bidi-firefox.mjs').BidiFirefox} */ (chromium), tab);
  const browser = chromium.context.browser();
  if (!browser) throw new Error('Chromium has no browser session');
  const outer = await browser.newBrowserCDPSession();
  await tab.bringToFront();
  await pressAction(outer, chromium.id, tab.url());
  const findTarget = async () => {
    const { targetInfos } = await outer.send('Target.getTargets');
    return targetInfos.find(({ url, attached }) => url === chromium.popupUrl && !attached);
  };
  const { targetId } = await until(findTarget, 'the popup to open', defaultTimeout);
  const session = await attach(outer, targetId);
  const inside = insideOf(session);

  async function findDocument() {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
    if (!result.objectId) throw new Error('The popup has no document');
    return result.objectId;
  }

  /** @type {RealPopup['evaluate']} */
  const evaluate = async (read, ...args) =>
    inside.call(await findDocument(), `function (...args) { return (${read})(...args); }`, args);

  return {
    evaluate,
    text: (selector = 'body', timeout = defaultTimeout) =>
      until(
        () =>
          evaluate((wanted) => {
            const element = document.querySelector(wanted);
            // biome-ignore lint/performance/useDomNodeTextContent: what is hidden from the reader must not count
            return element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : '';
          }, selector),
        `the text of ${selector} in the popup`,
        timeout,
      ),
    async click(part, timeout = defaultTimeout) {
      const point = await until(
        async () => {
          const element = await inside.findPart(await findDocument(), part);
          return element ? hitPoint(inside, element) : undefined;
        },
        `${describePart(part)} in the popup to be there and free`,
        timeout,
      );
      for (const type of /** @type {const} */ (['mouseMoved', 'mousePressed', 'mouseReleased'])) {
        const button = type === 'mouseMoved' ? 'none' : 'left';
        await session.send('Input.dispatchMouseEvent', { type, button, clickCount: 1, ...point });
      }
    },
    async screenshot(scheme) {
      // It is a window of its own, which takes nothing over from the tab it stands above.
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      });
      const area = await evaluate(() => {
        const { x, width } = document.body.getBoundingClientRect();
        return { x, y: 0, width, height: innerHeight };
      });
      const { data } = await session.send('Page.captureScreenshot', { clip: { ...area, scale: 2 } });
      return Buffer.from(data, 'base64');
    },
  };
}
