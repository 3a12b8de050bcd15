// @ts-check
// Pictures of the library at work, for takePictures: a browser that has saved some papers, one of its pages, a scheme.
import { join } from 'node:path';

const note = 'Compare with the *draft model* of the earlier paper.\n\n- ask for the code\n- table 3';

/** What a reader has put on the papers, newest first. */
const changes = [
  { status: 'reading', stars: 3, addTags: ['decoding', 'to cite'], note },
  { stars: 1, addTags: ['decoding'] },
  { status: 'done', stars: 2, note: 'Section 4 is enough.' },
  {},
];

/** A file another program could have written: one paper that is new, and one that is on the list already. */
const imported = (/** @type {string} */ known) => `@misc{novak2014sparse,
  title = {Sparse Readers in Dense Rooms}, author = {Novak, Dora}, eprint = {1403.9903}, archivePrefix = {arXiv}
}
@misc{known, title = {Known}, eprint = {${known}}, archivePrefix = {arXiv}, keywords = {from-zotero}}
@book{dune, title = {A Book about a Planet}}
`;

/**
 * @param {object} options
 * @param {import('../drivers/chromium.mjs').Chromium} options.browser
 * @param {import('playwright-core').Page} options.page shows `scheme` already
 * @param {string} options.folder
 * @param {'light' | 'dark'} options.scheme
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function takeLibraryPictures({ browser, page, folder, scheme }) {
  /** @type {string[]} */
  const files = [];

  /** @param {string} name */
  async function take(name) {
    const path = join(folder, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    files.push(path);
  }

  await page.goto(browser.pageUrl('library'));
  await page.locator('.entry').nth(3).waitFor();
  const ids = await page
    .locator('.entry')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
  const asked = changes.map((change, place) => ({ id: ids[place], change }));
  await page.evaluate(
    (request) =>
      Reflect.get(globalThis, 'chrome').runtime.sendMessage({ type: 'reading-list/change', request }),
    { changes: asked },
  );
  await page.locator('.entry[data-status="done"]').waitFor();
  await take('library');

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await page.locator('.bulk-bar').waitFor();
  await take('library-selection');
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await page.locator('dialog').waitFor();
  await take('library-keys');
  await page.keyboard.press('Escape');

  const file = {
    name: 'references.bib',
    mimeType: 'application/x-bibtex',
    buffer: Buffer.from(imported(ids[0] ?? '')),
  };
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.locator('dialog input[type=file]').setInputFiles(file);
  await page.locator('.files-plan').waitFor();
  await take('library-import');
  return files;
}
