// @ts-check
// Loads of one page after another in a tab, each measured: how long scripts ran, and how long the page's main thread was busy.
import { until } from '../drivers/until.mjs';
import { loadTime, trace } from './script-time.mjs';

/** How long drawing may take on a slow and busy machine, ms. */
const drawingTimeout = 30_000;

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {number} rate how many times slower the processor is
 * @property {number} settling the page is given so long after it has loaded and everything is drawn, ms: for callbacks of ours that come later
 * @property {string} hosts selector of what is drawn
 * @property {number} count of those there have to be
 */

/**
 * A tab in which loads are measured.
 * @param {Pick<import('../drivers/chromium.mjs').Chromium, 'context'>} chromium
 * @returns {Promise<(load: Load) => Promise<ReturnType<typeof loadTime>>>} ms; rejects when other hosts are there in the end
 */
export async function openTab({ context }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Chromium was opened without a browser session');
  await page.goto('https://arxiv.org/');

  /** Asked of the browser, not by a script in the page: that would be measured, too. @param {string} selector */
  async function countOf(selector) {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    return nodeIds.length;
  }

  return async ({ url, rate, settling, hosts, count }) => {
    const events = await trace(browser, async () => {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      await page.goto(url, { waitUntil: 'commit' });
      // The navigation may have brought another process, which knows nothing of it.
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      await page.waitForLoadState('load');
      await until(async () => (await countOf(hosts)) >= count, `${count} ${hosts} at ${url}`, drawingTimeout);
      await new Promise((resolve) => setTimeout(resolve, settling));
    });
    const drawn = await countOf(hosts);
    if (drawn !== count) throw new Error(`${drawn} of ${hosts} instead of ${count} at ${url}`);
    return loadTime(events, (address) => address === url);
  };
}
