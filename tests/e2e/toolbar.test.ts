// The toolbar button in a real Chromium: the number on it, and hiding what is ours on a page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, cardText, openSynced, type Papergloss } from './papergloss';
import { countRows } from './store-state';

let papergloss: Papergloss;

/** What the button says on the tab at `url`, or in all tabs. */
const badgeText = (url?: string): Promise<string> =>
  papergloss.browser.evaluateInBackground(async (address?: string) => {
    const { action, tabs } = Reflect.get(globalThis, 'chrome');
    const [tab] = address === undefined ? [] : await tabs.query({ url: address });
    return action.getBadgeText(tab ? { tabId: tab.id } : {});
  }, url);

beforeAll(async () => {
  papergloss = await openSynced();
});
afterAll(() => papergloss?.close());

describe('the number on the toolbar button', () => {
  it('is that of the unseen papers of the newest day, and falls as they are seen', async () => {
    const newest = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '').length;
    const written = newest > 99 ? '99+' : String(newest);
    await expect.poll(() => badgeText(), { timeout: 10_000 }).toBe(written);
    const popup = await papergloss.openOwn('popup');
    await popup.locator('main > ol.papers > li').first().waitFor();
    const seen = () => countRows(popup, 'seenPapers');
    await expect.poll(seen, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect
      .poll(async () => (await badgeText()) === String(newest - (await seen()) || ''), { timeout: 10_000 })
      .toBe(true);
    await popup.close();
  });

  it('is that of the papers of the page, or none, as the reader chooses', async () => {
    const id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[1] ?? '')[0]?.paper.id ?? '';
    const url = `https://arxiv.org/abs/${id}`;
    const options = await papergloss.openOwn('options');
    await options.getByText('Current page', { exact: true }).click();
    const page = await papergloss.open(url);
    await cardText(page);
    await expect.poll(async () => Number(await badgeText(url)), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await badgeText()).toBe('');
    await options.bringToFront();
    await options.getByText('None', { exact: true }).click();
    await expect.poll(() => badgeText(url), { timeout: 10_000 }).toBe('');
    await page.close();
    await options.close();
  });
});

describe('the key that hides what is ours', () => {
  it('hides it on this page, and shows it again', async () => {
    const id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const press = () =>
      papergloss.browser.evaluateInBackground(async (url: string) => {
        const { commands, tabs } = Reflect.get(globalThis, 'chrome');
        const [tab] = await tabs.query({ url });
        commands.onCommand.dispatch('toggle-annotations', tab);
      }, page.url());
    const isShown = () => page.locator(card).evaluate((host) => getComputedStyle(host).display !== 'none');
    await press();
    await expect.poll(isShown).toBe(false);
    await press();
    await expect.poll(isShown).toBe(true);
  });
});
