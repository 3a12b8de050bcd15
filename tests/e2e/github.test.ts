// GitHub in a real Chromium: the card in the sidebar, badges in rendered markdown, and every way of navigating there.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowHover, shadowQuery, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { badge, card, cardText, openSynced, type Papergloss, shiftsOn } from './papergloss';

let papergloss: Papergloss;
let slug: string;

const countHosts = (page: Page, host: string) => page.locator(host).count();

/** How many links of a README stand for a badge: the first to each known paper of a paragraph, item or cell. */
const badgesInReadme = (page: Page) =>
  until(async () => (await countHosts(page, badge)) || undefined, 'badges', 10_000);

beforeAll(async () => {
  papergloss = await openSynced();
  const items = [...papergloss.web.feed.all()];
  const own = items.find(({ paper }) => /github\.com\/[^/]+\/[^/]+$/.test(String(paper.githubRepo ?? '')));
  slug = new URL(String(own?.paper.githubRepo)).pathname.slice(1);
});
afterAll(() => papergloss?.close());

const repository = (layout: 'classic' | 'react', more = '') =>
  `https://github.com/${slug}?layout=${layout}${more}`;

describe.each(['classic', 'react'] as const)('a repository in the %s layout', (layout) => {
  it('carries a card in the sidebar for the paper whose code this is', async () => {
    const page = await papergloss.open(repository(layout));
    const text = await cardText(page);
    expect(text).toContain('Papergloss');
    const sidebar = layout === 'classic' ? '.Layout-sidebar' : '[class*="CodeViewSidebar"]';
    expect(await page.locator(`${sidebar} ${card}`).count()).toBe(1);
  });

  it('is found in whatever case the address is written', async () => {
    const page = await papergloss.open(repository(layout).replace(slug, slug.toUpperCase()));
    expect(await cardText(page)).toContain('Papergloss');
  });

  it('moves nothing after the first paint', async () => {
    expect(await shiftsOn(papergloss, repository(layout))).toEqual([]);
  });

  it('puts badges after links to known papers, and nothing into code', async () => {
    const page = await papergloss.open(repository(layout));
    await badgesInReadme(page);
    expect(await page.locator(`.markdown-body a + ${badge}`).count()).toBeGreaterThan(0);
    expect(await page.locator(`pre ${badge}, code ${badge}`).count()).toBe(0);
  });
});

describe('a badge', () => {
  async function openReadme(): Promise<Page> {
    const page = await papergloss.open(repository('classic'));
    await badgesInReadme(page);
    return page;
  }

  it('opens its card while the pointer is on it, and closes it after', async () => {
    const page = await openReadme();
    await shadowHover(page, badge, 'button');
    await waitForShadow(page, badge, '[popover]');
    await page.mouse.move(2, 2);
    await until(
      async () => (await shadowQuery(page, badge, '[popover]')).length === 0,
      'the card to close',
      5000,
    );
  });

  it('opens its card by click, and Escape closes it', async () => {
    const page = await openReadme();
    await shadowClick(page, badge, 'button');
    await waitForShadow(page, badge, '[popover]');
    expect(await shadowText(page, badge, '[popover]')).toContain('Papergloss');
    await page.keyboard.press('Escape');
    await until(
      async () => (await shadowQuery(page, badge, '[popover]')).length === 0,
      'the card to close',
      5000,
    );
  });

  it('does nothing on clicks a page makes up', async () => {
    const page = await openReadme();
    await page
      .locator(badge)
      .first()
      .evaluate((host) => {
        host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        host.dispatchEvent(new PointerEvent('pointerenter', { bubbles: true, composed: true }));
      });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(await shadowQuery(page, badge, '[popover]')).toEqual([]);
  });

  it('cannot be looked into by the page', async () => {
    const page = await openReadme();
    expect(
      await page
        .locator(badge)
        .first()
        .evaluate((host) => host.shadowRoot),
    ).toBeNull();
  });
});

describe('navigation on GitHub', () => {
  it('Turbo and back again: each mention is annotated once, none is left over', async () => {
    const page = await papergloss.open(repository('classic'));
    await cardText(page);
    const badges = await badgesInReadme(page);
    await page.click('#issues-tab');
    await page.locator('#show_issue').waitFor();
    await until(async () => (await countHosts(page, card)) === 0, 'the card to go', 5000);
    await page.goBack();
    await page.locator('.Layout-sidebar').waitFor();
    await cardText(page);
    await until(async () => (await countHosts(page, badge)) === badges, `${badges} badges`, 5000);
    expect(await countHosts(page, card)).toBe(1);
    for (let index = 0; index < badges; index++) await shadowText(page, { selector: badge, index });
  });

  it('soft navigation to a file and back again', async () => {
    const page = await papergloss.open(repository('react'));
    await cardText(page);
    const badges = await badgesInReadme(page);
    await page.click('a[title="README.md"]');
    await page.waitForURL(/\/blob\//);
    await until(async () => (await countHosts(page, card)) === 0, 'the card to go', 5000);
    await until(async () => (await countHosts(page, badge)) > 0, 'badges in the file', 5000);
    await page.goBack();
    await cardText(page);
    await until(async () => (await countHosts(page, badge)) === badges, `${badges} badges`, 5000);
    expect(await countHosts(page, card)).toBe(1);
  });
});

it('follows the page into the dark', async () => {
  const page = await papergloss.open(repository('classic', '&color-mode=light'));
  await cardText(page);
  expect(await page.locator(card).getAttribute('data-theme')).toBe('light');
  await page.evaluate(() => document.documentElement.setAttribute('data-color-mode', 'dark'));
  await until(
    async () => (await page.locator(card).getAttribute('data-theme')) === 'dark',
    'the dark card',
    5000,
  );
});
