// @ts-check
// Pictures of the popup in each of its views, with what opens in it, and of the side panel, for takePictures: a browser that has synced
// and saved some papers, one of its pages, a scheme.
import { join } from 'node:path';

const listTimeout = 15_000;
const panelWindow = { width: 360, height: 900 };

/** Views by the key that leads to them. */
const views = /** @type {const} */ ({ 2: 'week', 3: 'month', 4: 'trending', 5: 'for-you' });

/**
 * @param {object} options
 * @param {import('../drivers/chromium.mjs').Chromium} options.browser
 * @param {import('playwright-core').Page} options.page shows `scheme` already
 * @param {string} options.folder
 * @param {'light' | 'dark'} options.scheme
 * @param {{ width: number, height: number }} options.popupWindow
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function takePopupPictures({ browser, page, folder, scheme, popupWindow }) {
  const window = page.viewportSize() ?? popupWindow;
  /** @type {string[]} */
  const files = [];

  /** @param {string} name */
  async function take(name) {
    const path = join(folder, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    files.push(path);
  }

  /** Until the list is there, and nothing is being asked for it any more. */
  async function waitForList() {
    await page.locator('.popup-header[aria-busy="false"]').waitFor({ timeout: listTimeout });
    await page.locator('.papers > .paper-row').first().waitFor({ timeout: listTimeout });
  }

  async function takeViews() {
    for (const [key, view] of Object.entries(views)) {
      await page.keyboard.press(key);
      await page.locator(`.views [aria-keyshortcuts="${key}"][aria-pressed="true"]`).waitFor();
      await waitForList();
      await take(`popup-${view}`);
    }
    await page.keyboard.press('1');
    await waitForList();
  }

  async function takeOpenRow() {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.details[aria-busy="false"]').waitFor();
    await take('popup-details');
    await page.keyboard.press('Escape');
  }

  async function takeCalendar() {
    await page.keyboard.press('c');
    await page.locator('.calendar td').first().waitFor();
    await take('popup-calendar');
    await page.keyboard.press('Escape');
  }

  await page.setViewportSize(popupWindow);
  await page.goto(browser.popupUrl);
  await waitForList();
  await take('popup');
  await takeOpenRow();
  await takeCalendar();
  await takeViews();
  await page.setViewportSize(panelWindow);
  await page.goto(browser.pageUrl('sidepanel'));
  await waitForList();
  await take('side-panel');
  await page.setViewportSize(window);
  return files;
}
