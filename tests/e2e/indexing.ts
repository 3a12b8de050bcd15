// The state of the index as an end-to-end test sees it: from one of the extension's own pages, in the database itself. Tests nothing.
import type { Page } from 'playwright-core';
import { until } from '../drivers/until.mjs';
import { countRows, openPapergloss, type Papergloss } from './papergloss';

/** Waits until nothing is queued any more, and every cached paper has its neighbours. */
export async function indexed(papergloss: Papergloss): Promise<void> {
  const page = await papergloss.openOwn('options');
  const isDone = async () => {
    const [papers, neighbours, queued] = [
      await countRows(page, 'papers'),
      await countRows(page, 'neighbours'),
      await countRows(page, 'indexQueue'),
    ];
    return papers > 0 && queued === 0 && neighbours === papers;
  };
  await until(isDone, 'every paper to have its neighbours', 30_000);
  await page.close();
}

/** Papergloss in a browser, once its first sync and its index are there. */
export async function openIndexed(): Promise<Papergloss> {
  const papergloss = await openPapergloss();
  await papergloss.synced(20);
  await indexed(papergloss);
  return papergloss;
}

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
