// The state of the store and its index as an end-to-end test sees it: from one of the extension's own pages, in the database itself. Tests
// nothing.
import type { Page } from 'playwright-core';
import type { Browser } from '../drivers/chromium.mjs';
import { until } from '../drivers/until.mjs';

/**
 * One request of a table of the extension's database, from one of its own pages and past everything that guards it. Rejects where there
 * is no database or no such table yet.
 */
function request<Result>(
  page: Page,
  table: string,
  method: 'count' | 'getAll' | 'put' | 'delete',
  argument?: unknown,
): Promise<Result> {
  return page.evaluate(
    ([name, call, given]) =>
      new Promise<Result>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        // One that is not there is not ours to make.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          try {
            const reads = call === 'count' || call === 'getAll';
            const transaction = db.transaction(name, reads ? 'readonly' : 'readwrite');
            const rows = transaction.objectStore(name);
            const asked: IDBRequest = reads ? rows[call]() : rows[call](given as IDBValidKey);
            transaction.oncomplete = () => resolve(asked.result);
            transaction.onabort = () => reject(transaction.error);
          } catch (error) {
            reject(error);
          } finally {
            // Once the request is done: one that is left open holds up every upgrade.
            db.close();
          }
        };
      }),
    [table, method, argument] as const,
  );
}

/** Counts the rows of a table. */
export const countRows = (page: Page, table: string) => request<number>(page, table, 'count');

/** All rows of a table. */
export const readRows = <Row>(page: Page, table: string) => request<Row[]>(page, table, 'getAll');

/** Puts the row into the table. */
export const putRow = (page: Page, table: string, row: object) => request<void>(page, table, 'put', row);

/** Takes the row of that key out of the table. */
export const removeRow = (page: Page, table: string, key: string) =>
  request<void>(page, table, 'delete', key);

/** Takes the whole database away. Rejects while somebody has it open. */
export const deleteDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('papergloss');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
        deleting.onblocked = () => reject(new Error('blocked'));
      }),
  );

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
