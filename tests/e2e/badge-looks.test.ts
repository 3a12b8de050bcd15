// Where badges stand, in a real Chromium: in lines that are being read, over a PDF, on pages that show the upvotes themselves.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowHover, shadowQuery, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { attack, type BadgePages, boxOf, card, gist, openBadgePages, rest } from './badge-pages';
import { badge } from './papergloss';
import { countRows } from './store-state';

let pages: BadgePages;

beforeAll(async () => {
  pages = await openBadgePages();
});
afterAll(() => pages?.close());

describe('a badge that comes into a line that is being read', () => {
  /** A page whose paragraphs come half a second after its first paint. */
  async function openLate(content: string): Promise<Page> {
    pages.write('<p>The page.</p>');
    const page = await pages.browser.context.newPage();
    await page.addInitScript(() => {
      Reflect.set(window, 'shifts', 0);
      new PerformanceObserver((list) =>
        Reflect.set(window, 'shifts', Reflect.get(window, 'shifts') + list.getEntries().length),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(gist);
    await rest(page, 500);
    await page.evaluate((html) => {
      document.querySelector('article')?.insertAdjacentHTML('beforeend', html);
    }, content);
    await waitForShadow(page, badge, '.badge', 10_000);
    await rest(page, 300);
    return page;
  }

  it('takes no room, and moves nothing', async () => {
    const page = await openLate(`<p id="line"><span id="text">${pages.link()} and text</span></p>`);
    expect(await page.locator(badge).getAttribute('data-floating')).toBe('0');
    const sizes = await page.evaluate(() => {
      const [line, text] = ['#line', '#text'].map((id) =>
        document.querySelector(id)?.getBoundingClientRect(),
      );
      return { line: line?.height, gap: (line?.bottom ?? 0) - (text?.bottom ?? 0) };
    });
    expect(sizes.line).toBe(24);
    const [host] = await page
      .locator(badge)
      .evaluateAll((hosts) => hosts.map((host) => host.getBoundingClientRect().width));
    expect(host).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBe(0);
    await page.close();
  });

  it.each(['ltr', 'rtl'])('stands beside the others of its line, on the same height (%s)', async (dir) => {
    const page = await openLate(
      `<p dir="${dir}">${pages.link(0)}, ${pages.link(1)} and ${pages.link(2)} say so</p>`,
    );
    await until(async () => (await page.locator(badge).count()) === 3, 'three badges', 5000);
    await rest(page, 300);
    const boxes = await Promise.all(
      [0, 1, 2].map((index) => boxOf(page, '.badge', { selector: badge, index })),
    );
    const inOrder = dir === 'ltr' ? boxes : [...boxes].reverse();
    for (const [position, box] of inOrder.entries()) {
      const next = inOrder[position + 1];
      if (next) expect(box.right).toBeLessThan(next.left);
      expect(box.top).toBe(boxes[0]?.top);
    }
    await page.close();
  });

  it('is the mark alone where its cell has no room for more', async () => {
    const page = await openLate(
      `<table><tr><td>${pages.link()}</td><td id="next">71.4</td></tr></table><p>${pages.link(1)}</p>`,
    );
    await until(async () => (await page.locator(badge).count()) === 2, 'two badges', 5000);
    await until(async () => (await page.locator(`td ${badge}[data-tight]`).count()) === 1, 'the mark', 5000);
    expect((await boxOf(page, '.badge')).width).toBeLessThan(16);
    expect(await page.locator(`p ${badge}[data-tight]`).count()).toBe(0);
    await shadowHover(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await page.close();
  });

  it('stands in the gap behind a block of code, and covers no text', async () => {
    const page = await openLate(
      `<pre style="margin: 16px 0">eprint = {${pages.ids[0]}}</pre><p id="next" style="margin: 0">The text below</p>`,
    );
    await page.locator(`${badge}[data-below]`).waitFor({ state: 'attached' });
    const { top, bottom } = await boxOf(page, '.badge');
    const [above = 0, below = 0] = await page.evaluate(() => [
      document.querySelector('pre')?.getBoundingClientRect().bottom,
      document.querySelector('#next')?.getBoundingClientRect().top,
    ]);
    expect(top).toBeGreaterThan(above - 4);
    expect(bottom).toBeLessThan(below + 4);
    await page.close();
  });

  it('does not make the page scroll sideways', async () => {
    const page = await openLate(
      `<p style="margin: 0; white-space: nowrap; width: max-content; min-width: 100%; text-align: end">${pages.link()}</p>`,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.close();
  });
});

it('stays hidden in what the page keeps hidden', async () => {
  pages.write(`<div id="menu" style="visibility: hidden"><p>${pages.link()}</p></div>`);
  const page = await pages.open(gist);
  await page.locator(badge).waitFor({ state: 'attached' });
  expect((await shadowQuery(page, badge, '.badge')).map(({ visible }) => visible)).toEqual([false]);
  await page.close();
});

describe('over a PDF', () => {
  const openPdf = async () => {
    const page = await pages.open(`https://arxiv.org/pdf/${pages.ids[0]}`);
    await waitForShadow(page, badge, '.badge', 10_000);
    return page;
  };

  it('the badge stands in the corner of the window, above the viewer', async () => {
    const page = await openPdf();
    const box = await boxOf(page, '.badge');
    expect(box.room.width - box.right).toBe(16);
    expect(box.room.height - box.bottom).toBe(16);
    const onTop = await page.evaluate(
      ([x = 0, y = 0]) => document.elementFromPoint(x, y)?.localName,
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    );
    expect(onTop).toBe(badge);
    await page.close();
  });

  it('the card opens above the badge, within the window', async () => {
    const page = await openPdf();
    await shadowHover(page, badge, '.badge');
    await waitForShadow(page, badge, 'li');
    const box = await boxOf(page, card);
    const { top } = await boxOf(page, '.badge');
    expect(box.bottom).toBeLessThanOrEqual(top);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(box.room.width);
    await page.close();
  });
});

describe('where the page shows the upvotes itself', () => {
  async function savedPapers(): Promise<number> {
    const own = await pages.openOwn('options');
    const count = await countRows(own, 'readingEntries');
    await own.close();
    return count;
  }

  async function openPaper(): Promise<Page> {
    const page = await pages.open(`https://huggingface.co/papers/${pages.ids[0]}`);
    await waitForShadow(page, badge, '.badge', 10_000);
    return page;
  }

  it('one click saves, another takes it back, and no card opens', async () => {
    const page = await openPaper();
    expect((await shadowQuery(page, badge, '.badge'))[0]?.text).toBe('Save');
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, '.badge[aria-pressed="true"]');
    expect(await savedPapers()).toBe(1);
    expect((await shadowQuery(page, badge, '.badge'))[0]?.text).toBe('Saved');
    await rest(page);
    expect(await shadowQuery(page, badge, card)).toEqual([]);
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, '.badge[aria-pressed="false"]');
    expect(await savedPapers()).toBe(0);
    await page.close();
  });

  it('nothing is saved for what a page makes up', async () => {
    const page = await openPaper();
    await attack(page);
    expect(await savedPapers()).toBe(0);
    await page.close();
  });
});
