// @ts-check
// When something was first drawn in a page, told by the page itself.

/** @typedef {{ inserted: number, shown: number }} DrawnAt ms since the start of the navigation */

/**
 * For `addInitScript`: runs before the page's own scripts. Leaves a promise of two times by selector in the global `drawnAt`: when the
 * first such element was there, and when the frame that shows it had been handed on.
 * @param {string[]} selectors
 */
export function watchDrawn(selectors) {
  const drawnAt = selectors.map((selector) => {
    const times = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        const inserted = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve({ inserted, shown: performance.now() });
          port2.postMessage(undefined);
        });
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    return [selector, times];
  });
  Object.assign(globalThis, { drawnAt: Object.fromEntries(drawnAt) });
}

/**
 * Loads the address, and waits for what the selector names.
 * @param {import('playwright-core').Page} tab with `watchDrawn` of this selector
 * @param {string} url
 * @param {string} selector
 * @returns {Promise<DrawnAt>}
 */
export async function loadUntilDrawn(tab, url, selector) {
  // In between, so that no load pays for taking down another's page.
  await tab.goto('about:blank');
  await tab.goto(url);
  return tab.evaluate(`drawnAt[${JSON.stringify(selector)}]`);
}
