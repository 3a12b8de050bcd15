// @ts-check
// Papergloss in a real Chromium in front of the stand-in web, come to rest: what it fetches when it is installed has been fetched,
// and its background is asleep.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../drivers/chromium.mjs';
import { until } from '../drivers/until.mjs';
import { startStandIn } from '../stand-in/stand-in.mjs';

/** The page of the extension that does nothing: floor for its pages, and the place where benchmarks of the store run. */
const emptyPage = {
  'empty.html':
    '<!doctype html><meta charset="utf-8"><title>Empty</title><script type="module" src="/empty.js"></script>',
  'empty.js': "document.documentElement.dataset.ran = '';",
};

/** @param {import('playwright-core').Page} page one of the extension's own @returns {Promise<boolean>} */
const hasSynced = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const getting = db.transaction('state').objectStore('state').get('sync');
          getting.onsuccess = () => {
            db.close();
            resolve(getting.result?.value.lastSuccessAt !== undefined && !getting.result.value.running);
          };
          getting.onerror = () => reject(getting.error);
        };
      }),
  );

/**
 * @param {import('./bench-row').BenchContext} context
 * @param {Parameters<typeof startStandIn>[0]} [standIn]
 * @returns {Promise<{
 *   web: import('../stand-in/stand-in.mjs').StandIn,
 *   chromium: import('../drivers/chromium.mjs').Chromium,
 *   page: import('playwright-core').Page,
 *   close: () => Promise<void>,
 * }>} `page`: a tab at the empty page
 */
export async function openPapergloss({ executablePath, extension }, standIn) {
  const copy = mkdtempSync(join(tmpdir(), 'papergloss-bench-'));
  cpSync(extension, copy, { recursive: true });
  for (const [file, text] of Object.entries(emptyPage)) writeFileSync(join(copy, file), text);
  const web = await startStandIn({ quota: Number.MAX_SAFE_INTEGER, ...standIn });

  async function closeWeb() {
    await web.close();
    rmSync(copy, { recursive: true, force: true });
  }
  try {
    const chromium = await openChromium({ executablePath, extension: copy, web });
    const page = await chromium.context.newPage();
    // Its database is there once a page of the extension, or the background, has opened it.
    await page.goto(chromium.pageUrl('options'));
    await until(() => hasSynced(page), 'the first sync to end', 30_000);
    await page.goto(chromium.pageUrl('empty'));
    await chromium.stopBackground();
    return {
      web,
      chromium,
      page,
      async close() {
        await chromium.close();
        await closeWeb();
      },
    };
  } catch (error) {
    await closeWeb();
    throw error;
  }
}
