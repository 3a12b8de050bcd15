// @ts-check
// What tests do inside the closed shadow roots of our own elements in either browser: read, wait, hover, click. Hovers and clicks are the
// real mouse, so their events are trusted.
import { describePart, insideChromium } from './closed-roots.mjs';
import { insideFirefox } from './firefox-closed-roots.mjs';
import { hitPoint } from './hit-point.mjs';
import { isFirefoxPage } from './playwright-wire.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('./closed-roots.mjs').Page} Page
 * @typedef {import('./closed-roots.mjs').Host} Host
 * @typedef {import('./closed-roots.mjs').Part} Part
 */

const defaultTimeout = 5_000;

/** @param {Page} page @returns {Promise<import('./closed-roots.mjs').Inside>} */
const insideOf = async (page) => (isFirefoxPage(page) ? insideFirefox(page) : insideChromium(page));

/** @param {Host} host */
const describeHost = (host) => (typeof host === 'string' ? host : `${host.selector} (${host.index})`);

/**
 * Runs `read` in the page on the closed shadow root, now.
 * @template Result
 * @param {Page} page @param {Host} host
 * @param {(root: ShadowRoot, ...args: any[]) => Result} read self-contained: it is sent as source
 * @param {unknown[]} args JSON
 * @returns {Promise<Awaited<Result>>} JSON
 * @throws when there is no such host, or `read` throws
 */
export async function shadowEval(page, host, read, ...args) {
  const inside = await insideOf(page);
  const root = await inside.findRoot(host);
  if (!root) throw new Error(`There is no ${describeHost(host)} with a shadow root`);
  return inside.call(root, `function (...args) { return (${read})(this, ...args); }`, args);
}

/**
 * Waits until `read` says something other than undefined, null or false; a selector waits for a visible element.
 * @template Result
 * @param {Page} page @param {Host} host
 * @param {string | ((root: ShadowRoot) => Result)} read
 * @param {number} [timeout] ms
 * @returns {Promise<any>} what `read` said; true for a selector
 */
export async function waitForShadow(page, host, read, timeout = defaultTimeout) {
  /** @returns {Promise<unknown>} */
  const attempt = () =>
    typeof read === 'function'
      ? shadowEval(page, host, read)
      : shadowEval(
          page,
          host,
          (root, selector) =>
            [...root.querySelectorAll(selector)].some((element) => element.checkVisibility()),
          read,
        );
  return until(attempt, `${read} in ${describeHost(host)}`, timeout);
}

/**
 * The text a reader sees in the first `selector` (else in the whole root), white space collapsed. Waits for the host.
 * @param {Page} page @param {Host} host @param {string} [selector] @param {number} [timeout] ms
 * @returns {Promise<string>}
 */
export async function shadowText(page, host, selector, timeout = defaultTimeout) {
  return until(
    () =>
      shadowEval(
        page,
        host,
        (root, wanted) => {
          const elements = wanted ? [root.querySelector(wanted)] : [...root.children];
          const texts = elements.map((element) =>
            // biome-ignore lint/performance/useDomNodeTextContent: what is hidden from the reader must not count
            element instanceof HTMLElement ? element.innerText : '',
          );
          return texts.join(' ').replace(/\s+/g, ' ').trim();
        },
        selector ?? '',
      ),
    `the text of ${selector ?? 'everything'} in ${describeHost(host)}`,
    timeout,
  );
}

/**
 * What matches `selector` now, as data.
 * @param {Page} page @param {Host} host @param {string} selector
 * @returns {Promise<{ tag: string, text: string, attributes: Record<string, string>, visible: boolean }[]>}
 */
export function shadowQuery(page, host, selector) {
  return shadowEval(
    page,
    host,
    (root, wanted) =>
      [...root.querySelectorAll(wanted)].map((element) => ({
        tag: element.localName,
        text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        visible: element.checkVisibility({ visibilityProperty: true }),
      })),
    selector,
  );
}

/**
 * @param {import('./closed-roots.mjs').Inside} inside @param {Host} host @param {Part} part
 * @returns {Promise<{ x: number, y: number } | undefined>}
 */
async function hitPointIn(inside, host, part) {
  const root = await inside.findRoot(host);
  const element = root && (await inside.findPart(root, part));
  return element ? hitPoint(inside, element) : undefined;
}

/**
 * Clicks with the real mouse: waits until the part is there, scrolls to it, and clicks its centre.
 * @param {Page} page @param {Host} host @param {Part} part @param {number} [timeout] ms
 */
export async function shadowClick(page, host, part, timeout = defaultTimeout) {
  const { x, y } = await shadowPoint(page, host, part, timeout);
  await page.mouse.click(x, y);
}

/**
 * Moves the real mouse over the part.
 * @param {Page} page @param {Host} host @param {Part} part @param {number} [timeout] ms
 */
export async function shadowHover(page, host, part, timeout = defaultTimeout) {
  const { x, y } = await shadowPoint(page, host, part, timeout);
  await page.mouse.move(x, y);
}

/**
 * @param {Page} page @param {Host} host @param {Part} part @param {number} [timeout] ms
 * @returns {Promise<{ x: number, y: number }>}
 */
async function shadowPoint(page, host, part, timeout = defaultTimeout) {
  const inside = await insideOf(page);
  return until(
    () => hitPointIn(inside, host, part),
    `${describePart(part)} in ${describeHost(host)} to be there and free`,
    timeout,
  );
}
