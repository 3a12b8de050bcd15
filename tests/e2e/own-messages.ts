// What end-to-end tests ask of the background and read of the store, from one of the extension's own pages. Tests nothing itself.
import type { Page } from 'playwright-core';

/** A message as pages of the extension send it. */
export const ask = (page: Page, message: object) =>
  page.evaluate((sent) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(sent), message);

/** All rows of a table. */
export function readRows<Row>(page: Page, table: string): Promise<Row[]> {
  return page.evaluate(
    (name) =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}
