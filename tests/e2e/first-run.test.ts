// The first minutes with Papergloss in a real Chromium: the page that opens once, and the popup that from its second visit on begins
// with a picture of its list.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { row } from './library-page';
import { card, cardText, openPapergloss, type Papergloss } from './papergloss';
import { rows } from './popup-page';
import { readRows } from './store-state';

const hostile = '<img src=x onerror="window.hurt=1">Bold <b>claims</b>';

let papergloss: Papergloss;

const welcomes = () =>
  papergloss.browser.context.pages().filter((page) => page.url() === papergloss.browser.pageUrl('welcome'));

beforeAll(async () => {
  papergloss = await openPapergloss({
    browser: { keepWelcome: true },
    before({ feed }) {
      // The best paper of the newest day, which stands first.
      const [item] = feed
        .itemsOf(feed.days[0] ?? '')
        .sort((one, other) => Number(other.paper.upvotes) - Number(one.paper.upvotes));
      if (item) item.title = item.paper.title = hostile;
    },
  });
});
afterAll(() => papergloss?.close());

describe('the first page', () => {
  it('opens once, in front, and tells what is stored and sent', async () => {
    const [page] = welcomes();
    expect(welcomes().length).toBe(1);
    expect(await page?.evaluate(() => document.visibilityState)).toBe('visible');
    const text = await page?.locator('main').textContent();
    expect(text).toContain('What is stored');
    expect(text).toContain('What is sent');
    await papergloss.browser.stopBackground();
    await papergloss.synced(1);
    expect(welcomes().length).toBe(1);
  });

  it('holds a real card: what is saved on it is on the reading list', async () => {
    const [page] = welcomes();
    if (!page) throw new Error('There is no first page');
    await page.bringToFront();
    expect(await cardText(page)).toMatch(/\d/);
    await shadowClick(page, card, '[aria-pressed]');
    // The first sync is at work beside it.
    const isSaved = (root: ShadowRoot) => root.querySelector('[aria-pressed="true"]') !== null;
    await waitForShadow(page, card, isSaved, 20_000);
    const [saved] = await readRows<{ id: string }>(page, 'readingEntries');
    const library = await papergloss.openOwn('library');
    await row(library, saved?.id ?? 'none').waitFor();
    await library.close();
  });
});

describe('the popup on its second visit', () => {
  beforeAll(async () => {
    await papergloss.synced(20);
    const first = await papergloss.openOwn('popup');
    await rows(first).first().waitFor();
    const isKept = () => first.evaluate(() => JSON.stringify({ ...localStorage }).includes('claims'));
    await until(isKept, 'the picture of the list to be kept', 10_000);
    await first.close();
  });

  /** A popup whose living part never comes. */
  async function openPicture(): Promise<Page> {
    const page = await papergloss.browser.context.newPage();
    await page.route('**/popup-app.js', (route) => route.abort());
    await page.goto(papergloss.browser.popupUrl);
    return page;
  }

  it('shows the list before the app is there, hostile titles as text', async () => {
    const page = await openPicture();
    await rows(page).first().waitFor();
    expect(await rows(page).first().locator('h3').textContent()).toBe(hostile);
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined();
    await page.close();
  });

  it('comes alive over the picture, with one list and not two', async () => {
    const page = await papergloss.openOwn('popup');
    await page.keyboard.press('j');
    await until(
      () => page.evaluate(() => Boolean(document.activeElement?.closest('[data-row]'))),
      'the first key to have its effect',
      10_000,
    );
    expect(await page.locator('ol.papers').count()).toBe(1);
    const ids = await rows(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-row')));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page.locator('main img, main b').count()).toBe(0);
    await page.close();
  });

  it('takes what was typed at once for a search', async () => {
    const page = await papergloss.openOwn('popup');
    await page.keyboard.press('/');
    await page.keyboard.type('claims');
    await page.locator('mark').first().waitFor();
    expect(await page.locator('search input').inputValue()).toBe('claims');
    await page.close();
  });
});
