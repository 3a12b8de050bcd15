// The state of the store and its index as an end-to-end test sees it: from one of the extension's own pages, in the database itself. Tests
// nothing.
import type { Page } from 'playwright-core';
import type { Browser } from '../drivers/chromium.mjs';
import { until } from '../drivers/until.mjs';

/** Counts the rows of a table of the extension's database, from one of its own pages. */
export async function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            db.close();
            resolve(counting.result);
          };
          counting.onerror = () => reject(counting.error);
        };
      }),
    table,
  );
}

async function untilInStore(
  browser: Browser,
  what: string,
  isSo: (page: Page) => Promise<boolean>,
): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('options'));
  await until(() => isSo(page), what, 30_000);
  await page.close();
}

/** Waits until the store holds at least so many feed days. */
export const untilSynced = (browser: Browser, days: number): Promise<void> =>
  untilInStore(
    browser,
    `${days} feed days to be stored`,
    async (page) => (await countRows(page, 'feedDays')) >= days,
  );

/** Waits until nothing is queued any more, and every cached paper has its neighbours. */
export const untilIndexed = (browser: Browser): Promise<void> =>
  untilInStore(browser, 'every paper to have its neighbours', async (page) => {
    const papers = await countRows(page, 'papers');
    const neighbours = await countRows(page, 'neighbours');
    const queued = await countRows(page, 'indexQueue');
    return papers > 0 && queued === 0 && neighbours === papers;
  });

/** Puts `value` under the name into the table, past everything that guards it. */
export async function spoil(page: Page, table: string, row: object): Promise<void> {
  await page.evaluate(
    ([name, record]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction(name as string, 'readwrite');
          transaction.objectStore(name as string).put(record);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    [table, row] as const,
  );
}
