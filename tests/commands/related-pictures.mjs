// @ts-check
// Pictures of search and related papers, for takePictures: a browser that has synced and saved some papers, one of its pages, a scheme.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRealPopup } from '../drivers/real-popup.mjs';
import { waitForShadow } from '../drivers/shadow.mjs';
import { publisherPage } from '../stand-in/publisher.mjs';

const query = 'speculative decoding';
/** Of no feed. */
const uncachedPaper = 'https://arxiv.org/abs/2303.99001';
const card = 'papergloss-card';

/**
 * Leaves the option for related papers in pages on.
 * @param {object} options
 * @param {import('../drivers/chromium.mjs').Chromium} options.browser
 * @param {import('playwright-core').Page} options.page shows `scheme` already
 * @param {string} options.folder
 * @param {'light' | 'dark'} options.scheme
 * @param {{ width: number, height: number }} options.popupWindow
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function takeRelatedPictures({ browser, page, folder, scheme, popupWindow }) {
  const window = page.viewportSize() ?? popupWindow;
  /** @type {string[]} */
  const files = [];

  /** @param {string} name */
  function nextFile(name) {
    const path = join(folder, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
    files.push(path);
    return path;
  }

  /** @param {string} name */
  const take = (name) => page.screenshot({ path: nextFile(name), animations: 'disabled' });

  /** @param {'popup' | 'library'} name @param {string} ready */
  async function takeSearch(name, ready) {
    await page.goto(browser.pageUrl(name));
    await page.locator('search input').fill(query);
    await page.locator(ready).first().waitFor();
    await take(`${name}-search`);
  }

  async function takeRelatedToPage() {
    await page.goto(publisherPage);
    const popup = await openRealPopup(browser, page);
    await popup.click({ role: 'button', name: 'Find related in Daily Papers' });
    await popup.text('.on-page ol');
    writeFileSync(nextFile('popup-related'), await popup.screenshot(scheme));
  }

  async function showRelatedInPages() {
    await page.goto(browser.pageUrl('options'));
    const option = page.getByRole('checkbox', { name: 'Related papers on other abstract pages' });
    if (await option.isChecked()) return;
    await option.check();
    await page.getByText('Saved', { exact: true }).first().waitFor();
  }

  async function takePageCard() {
    await showRelatedInPages();
    await page.goto(`${uncachedPaper}${scheme === 'dark' ? '?appearance=dark' : ''}`);
    await waitForShadow(page, card, 'li', 10_000);
    await page.locator(card).scrollIntoViewIfNeeded();
    await take('related-card');
  }

  await page.setViewportSize(popupWindow);
  await takeSearch('popup', 'mark');
  await page.setViewportSize(window);
  await takeSearch('library', '.also-cached mark');
  await page.goto(browser.pageUrl('library'));
  await page.locator('.more-like-saved > summary').click();
  await page.locator('.more-like-saved li').first().waitFor();
  await take('library-more');
  await takeRelatedToPage();
  await takePageCard();
  return files;
}
