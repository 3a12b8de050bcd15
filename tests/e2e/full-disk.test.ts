// A disk without room: everything says so, and nothing that was stored is lost. The background's own writes are made to fail the
// way the browser fails them, because no setting of Chromium's holds an extension to a quota.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shadowClick, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { card, cardText, openPapergloss, type Papergloss } from './papergloss';
import { countRows } from './store-state';

let papergloss: Papergloss;
let ids: string[];

/** From now on the background cannot write anything. */
function fillDisk(): Promise<void> {
  return papergloss.browser.evaluateInBackground(() => {
    const refuse = () => {
      throw new DOMException('There is no room left on the disk', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
  });
}

beforeAll(async () => {
  papergloss = await openPapergloss();
  await papergloss.synced(20);
  const { feed } = papergloss.web;
  ids = feed.itemsOf(feed.days[0] ?? '').map(({ paper }) => paper.id);
});
afterAll(() => papergloss?.close());

it('a save says why it failed, and the list is intact', async () => {
  const page = await papergloss.open(`https://arxiv.org/abs/${ids[0]}`);
  await cardText(page);
  await shadowClick(page, card, '[aria-pressed]');
  await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
  await fillDisk();
  const other = await papergloss.open(`https://arxiv.org/abs/${ids[1]}`);
  await cardText(other);
  await shadowClick(other, card, '[aria-pressed]');
  await until(
    async () => (await shadowText(other, card)).includes('The disk is full'),
    'the card to say that the disk is full',
    10_000,
  );
  const own = await papergloss.openOwn('options');
  expect(await countRows(own, 'readingEntries')).toBe(1);
});

it('a refresh says so in the popup, and the papers are still there', async () => {
  const page = await papergloss.openOwn('popup');
  await page.locator('main > ol.papers > li').first().waitFor();
  const before = await countRows(page, 'papers');
  await page.getByRole('button', { name: 'Previous day' }).click();
  await page.getByRole('button', { name: 'Refresh the feed' }).click();
  await page.locator('[data-kind="disk-full"]').waitFor({ timeout: 20_000 });
  expect(await countRows(page, 'papers')).toBe(before);
});
