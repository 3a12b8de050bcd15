// Related papers as days come and versions change: what is new is known to what is old, and an update loses nothing.
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { shadowQuery } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { card, cardText, openPapergloss, openSynced, type Papergloss } from './papergloss';
import { countRows, untilIndexed } from './store-state';

/** Of the newest day, and of the day before: two papers about one thing. */
const [newer, older] = ['2606.18203', '2606.17011'];

let papergloss: Papergloss;
afterEach(() => papergloss?.close());

async function relatedTo(id: string): Promise<string[]> {
  const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
  await cardText(page);
  const links = await shadowQuery(page, card, 'ul li a');
  await page.close();
  return links.map(({ attributes }) => attributes.href?.replace('https://arxiv.org/abs/', '') ?? '');
}

/** A message as pages of the extension send it. */
const ask = (page: Page, message: object) =>
  page.evaluate((sent) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(sent), message);

it('a new day finds its neighbours, and older papers learn of it', async () => {
  papergloss = await openPapergloss({
    before: (web) => web.faults.always({ kind: 'malformed', path: web.feed.days[0] }),
  });
  await papergloss.synced(20);
  await untilIndexed(papergloss.browser);
  expect(await relatedTo(older)).not.toContain(newer);

  papergloss.web.faults.clear();
  const page = await papergloss.openOwn('options');
  await ask(page, { type: 'feed/refresh', request: { day: papergloss.web.feed.days[0] } });
  await untilIndexed(papergloss.browser);
  expect((await relatedTo(older))[0]).toBe(newer);
  expect((await relatedTo(newer))[0]).toBe(older);
});

/** Takes the database back to what version 1 of its schema was, with everything in it that was there then. */
function goBackToVersion1(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = 'papergloss';
    const tables = ['papers', 'feedDays', 'readingEntries', 'state'];
    const now = await result(indexedDB.open(name));
    const rows = await Promise.all(
      tables.map((table) => result(now.transaction(table).objectStore(table).getAll())),
    );
    now.close();
    await result(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, 10);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      const papers = db.createObjectStore('papers', { keyPath: 'id' });
      papers.createIndex('day', 'day');
      papers.createIndex('repositoryKey', 'repositoryKey');
      papers.createIndex('keywordKeys', 'keywordKeys', { multiEntry: true });
      db.createObjectStore('feedDays', { keyPath: 'day' });
      const entries = db.createObjectStore('readingEntries', { keyPath: 'id' });
      entries.createIndex('status', 'status');
      entries.createIndex('addedAt', 'addedAt');
      db.createObjectStore('state', { keyPath: 'key' });
    };
    const before = await result(opening);
    const filling = before.transaction(tables, 'readwrite');
    for (const [position, table] of tables.entries()) {
      for (const row of rows[position] ?? []) {
        if (row.key !== 'index') filling.objectStore(table).put(row);
      }
    }
    await new Promise((resolve) => {
      filling.oncomplete = resolve;
    });
    before.close();
  });
}

it('an update from version 1 indexes what was cached, asks nobody, and keeps the reading list', async () => {
  papergloss = await openSynced();
  const page = await papergloss.openOwn('options');
  await ask(page, { type: 'reading-list/save', request: { ids: [older] } });
  const papers = await countRows(page, 'papers');
  // A file of the extension's that opens no database.
  await page.goto(papergloss.browser.pageUrl('options').replace('options.html', 'starter-feed.json'));
  for (const other of papergloss.browser.context.pages()) if (other !== page) await other.close();
  await papergloss.browser.stopBackground();
  await goBackToVersion1(page);
  const before = papergloss.web.requests.length;

  const popup = await papergloss.openOwn('popup');
  await popup.locator('search input').fill('speculative decoding');
  await popup.locator('main > ol.papers mark').first().waitFor({ timeout: 20_000 });
  await untilIndexed(papergloss.browser);
  expect(await countRows(popup, 'papers')).toBe(papers);
  expect(await countRows(popup, 'readingEntries')).toBe(1);
  const asked = papergloss.web.requests.slice(before).filter(({ url }) => !url.includes('date='));
  expect(asked).toEqual([]);
  expect(await relatedTo(older)).toContain(newer);
});

it('a paper’s neighbours come back after the cache was cleared and filled again', async () => {
  papergloss = await openSynced();
  const options = await papergloss.openOwn('options');
  await ask(options, { type: 'feed/clear-cache', request: {} });
  expect(await countRows(options, 'neighbours')).toBe(0);
  await ask(options, { type: 'feed/refresh', request: {} });
  await until(async () => (await countRows(options, 'feedDays')) >= 20, 'the days to come back', 30_000);
  await untilIndexed(papergloss.browser);
  expect((await relatedTo(older))[0]).toBe(newer);
});
