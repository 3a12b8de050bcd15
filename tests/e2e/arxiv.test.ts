// arXiv's abstract page in a real Chromium: what a reader sees, and what a page without a hit does not notice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowQuery, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { card, cardText, openSynced, type Papergloss, shiftsOn } from './papergloss';

let papergloss: Papergloss;
let newest: { id: string; title: string; summary: string; upvotes: number };

beforeAll(async () => {
  papergloss = await openSynced();
  const { web } = papergloss;
  const items = web.feed.itemsOf(web.feed.days[0] ?? '').filter(({ paper }) => paper.ai_summary);
  const [best] = items.sort((one, other) => Number(other.paper.upvotes) - Number(one.paper.upvotes));
  newest = {
    id: best?.paper.id ?? '',
    title: best?.title ?? '',
    summary: String(best?.paper.ai_summary ?? ''),
    upvotes: Number(best?.paper.upvotes),
  };
  // The very first card waits for scripts to be compiled, and may come after the first paint: then it goes elsewhere.
  const first = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
  await cardText(first);
  await first.close();
});
afterAll(() => papergloss?.close());

const unknownPaper = 'https://arxiv.org/abs/2303.99001';

describe('an abstract page', () => {
  it('carries a card below the abstract for a paper of the feed', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    const text = await cardText(page);
    expect(text).toContain(String(newest.upvotes));
    expect(text).toContain('Papergloss');
    const before = await page.locator(card).evaluate((host) => host.previousElementSibling?.className);
    expect(before).toContain('abstract');
  });

  it('has it there in every browser, where it comes before the first paint', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    async function neighbour() {
      await page.reload();
      await cardText(page);
      return page.locator(card).evaluate((host) => host.previousElementSibling?.className);
    }
    // Firefox may paint first on a busy machine, and the card goes where it moves nothing.
    await expect.poll(neighbour, { timeout: 30_000 }).toContain('abstract');
  });

  it('carries it for a version, too', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}v1`);
    expect(await cardText(page)).toContain(String(newest.upvotes));
  });

  it('moves nothing after the first paint', async () => {
    expect(await shiftsOn(papergloss, `https://arxiv.org/abs/${newest.id}`)).toEqual([]);
  });

  it('of a paper nobody picked up is byte for byte what the server sent, also when the extension looked', async () => {
    const page = await papergloss.open(unknownPaper);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    const seen = await page.evaluate(() => document.documentElement.outerHTML);
    const plain = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      return new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
    });
    expect(seen).toBe(plain);
  });

  it('logs no error', async () => {
    const page = await papergloss.browser.context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`https://arxiv.org/abs/${newest.id}`);
    await cardText(page);
    expect(errors.filter((text) => !text.includes('favicon'))).toEqual([]);
  });

  it('shows the card after Back and Forward, once', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    await cardText(page);
    await page.goto(unknownPaper);
    await page.goBack();
    await cardText(page);
    await page.goForward();
    await page.goBack();
    await cardText(page);
    expect(await page.locator(card).count()).toBe(1);
  });

  it('shows the card when the background had been asleep', async () => {
    await papergloss.browser.stopBackground();
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    expect(await cardText(page)).toContain(String(newest.upvotes));
  });

  it('draws the card dark where the page is dark', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}?appearance=dark`);
    await cardText(page);
    expect(await page.locator(card).getAttribute('data-theme')).toBe('dark');
  });
});

describe('Save on a card', () => {
  it('marks every open card of the paper, and takes the mark away again', async () => {
    const one = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    const other = await papergloss.open(`https://arxiv.org/abs/${newest.id}v2`);
    await cardText(other);
    await one.bringToFront();
    const pressed = (root: ShadowRoot) => root.querySelector('[aria-pressed="true"]') !== null;
    const released = (root: ShadowRoot) => root.querySelector('[aria-pressed="false"]') !== null;
    await shadowClick(one, card, '[aria-pressed]');
    await waitForShadow(one, card, pressed);
    await waitForShadow(other, card, pressed);
    await shadowClick(one, card, '[aria-pressed]');
    await waitForShadow(one, card, released);
    await waitForShadow(other, card, released);
  });
});

describe('closing a card', () => {
  it('switches the site off everywhere, and Undo brings everything back', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
    await cardText(page);
    await shadowClick(page, card, { name: 'Close, and switch Papergloss off on this site', role: 'button' });
    await waitForShadow(page, card, (root) => root.textContent?.includes('Papergloss is off on arxiv.org'));
    const other = await papergloss.open(`https://arxiv.org/abs/${newest.id}v2`);
    await other.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await other.locator(card).count()).toBe(0);
    await page.bringToFront();
    await shadowClick(page, card, { name: 'Undo', role: 'button' });
    await waitForShadow(page, card, '[aria-pressed]');
    await waitForShadow(other, card, '[aria-pressed]');
    expect(await page.locator(card).count()).toBe(1);
  });
});

describe('an extension that is switched off', () => {
  it('leaves the page as it was, without an error', async () => {
    const own = await openSynced();
    try {
      const page = await own.open(`https://arxiv.org/abs/${newest.id}`);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await cardText(page);
      const settings = await own.openOwn('options');
      await settings
        .evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload())
        .catch(() => undefined);
      await page.bringToFront();
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await until(async () => (await page.locator(card).count()) === 0, 'the card to go', 5000);
      expect(errors).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

it('a card shows its related papers with the reason', async () => {
  const page = await papergloss.open(`https://arxiv.org/abs/${newest.id}`);
  await cardText(page);
  const related = await shadowQuery(page, card, 'ul li:has(bdi)');
  expect(related.length).toBeGreaterThan(0);
  for (const { text } of related) expect(text).toMatch(/both: |same code repository|same organization/);
});
