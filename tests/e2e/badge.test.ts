// The card of a badge in a real Chromium: at every edge of every window, with keyboard and mouse, on pages that attack it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, shadowHover, shadowQuery, waitForShadow } from '../drivers/shadow.mjs';
import { attack, type BadgePages, boxOf, card, gist, isClosed, openBadgePages, rest } from './badge-pages';
import { badge } from './papergloss';

let pages: BadgePages;

beforeAll(async () => {
  pages = await openBadgePages();
});
afterAll(() => pages?.close());

async function openGist(content: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  pages.write(content);
  const page = await pages.browser.context.newPage();
  await page.setViewportSize(viewport);
  await page.goto(gist);
  await waitForShadow(page, badge, '.badge', 10_000);
  return page;
}

const focusedIn = (page: Page) => shadowEval(page, badge, (root) => root.activeElement?.className ?? 'none');

describe.each([
  ['a window', { width: 1280, height: 800 }],
  ['a narrow window', { width: 320, height: 480 }],
])('the card of a badge in %s', (_, viewport) => {
  it.each([
    ['top left corner', 'top: 0; left: 0'],
    ['top right corner', 'top: 0; right: 0'],
    ['bottom left corner', 'bottom: 0; left: 0'],
    ['bottom right corner', 'bottom: 0; right: 0'],
    ['middle', 'top: 50%; left: 45%'],
  ])('lies within the window and beside the badge in the %s', async (_place, place) => {
    const page = await openGist(
      `<p style="position: fixed; margin: 0; ${place}">${pages.link()}</p>`,
      viewport,
    );
    await shadowHover(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await waitForShadow(page, badge, 'li');
    const box = await boxOf(page, card);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(box.room.width);
    expect(box.bottom).toBeLessThanOrEqual(box.room.height);
    expect(box.height).toBeGreaterThan(150);
    const { top, bottom } = await boxOf(page, '.badge');
    expect(Math.min(Math.abs(box.top - bottom), Math.abs(top - box.bottom))).toBeLessThan(16);
    await page.close();
  });
});

describe('with the keyboard', () => {
  it('Tab opens the card and leads into it; Escape closes it and gives the focus back', async () => {
    const page = await openGist(`<p>${pages.link()}</p>`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focusedIn(page)).toBe('badge');
    await waitForShadow(page, badge, card);
    await page.keyboard.press('Tab');
    await rest(page);
    expect(await shadowEval(page, badge, (root) => root.activeElement?.closest('[popover]') !== null)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await isClosed(page);
    expect(await focusedIn(page)).toBe('badge');
    await rest(page);
    expect(await shadowQuery(page, badge, card)).toEqual([]);
    await page.close();
  });

  it.each(['Enter', 'Space'])('%s opens the card', async (key) => {
    const page = await openGist(`<p>${pages.link()}</p>`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await waitForShadow(page, badge, card);
    await page.keyboard.press('Escape');
    await isClosed(page);
    await page.keyboard.press(key);
    await waitForShadow(page, badge, card);
    await page.close();
  });

  it('Escape closes the card and not the dialog of the page it stands in', async () => {
    pages.write(`<dialog><p>${pages.link()}</p></dialog>`);
    const page = await pages.open(gist);
    await page.locator(badge).waitFor({ state: 'attached' });
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await shadowHover(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await page.keyboard.press('Escape');
    await isClosed(page);
    expect(await page.locator('dialog').evaluate((dialog) => dialog.hasAttribute('open'))).toBe(true);
    await page.close();
  });

  it('the card closes when the focus goes on behind it', async () => {
    const page = await openGist(`<p>${pages.link()}</p><p><button id="next">Next</button></p>`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await waitForShadow(page, badge, card);
    await page.locator('#next').focus();
    await isClosed(page);
    await page.close();
  });
});

describe('with the mouse', () => {
  it('the card stays while the pointer is in it', async () => {
    const page = await openGist(`<p>${pages.link()}</p>`);
    await shadowHover(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    const { left, top } = await boxOf(page, card);
    await page.mouse.move(left + 40, top + 40, { steps: 8 });
    await rest(page, 600);
    expect(await shadowQuery(page, badge, card)).toHaveLength(1);
    await page.mouse.move(1200, 780);
    await isClosed(page);
    await page.close();
  });

  it('there is one card at a time', async () => {
    const page = await openGist(`<p>${pages.link()}</p><p style="margin-top: 600px">${pages.link(1)}</p>`);
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await shadowClick(page, { selector: badge, index: 1 }, '.badge');
    await waitForShadow(page, { selector: badge, index: 1 }, card);
    await isClosed(page);
    await page.close();
  });

  it('a badge that is scrolled out of sight takes its card along', async () => {
    const page = await openGist(`<p>${pages.link()}</p><div style="height: 3000px"></div>`);
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await page.evaluate(() => scrollTo(0, 1500));
    await isClosed(page);
    await page.close();
  });

  it('a click on a badge is none on the row of the page it stands in', async () => {
    const page = await openGist(`<div id="row"><p>${pages.link()}</p></div>`);
    await page.evaluate(() =>
      document.querySelector('#row')?.addEventListener('click', () => document.body.classList.add('clicked')),
    );
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    expect(await page.locator('body.clicked').count()).toBe(0);
    await page.close();
  });
});

describe('on a hostile page', () => {
  it('nothing opens for what the page makes up', async () => {
    const page = await openGist(`<p>${pages.link()}</p>`);
    await attack(page);
    expect(await shadowQuery(page, badge, card)).toEqual([]);
    await page.close();
  });

  it('nothing that is open closes for it', async () => {
    const page = await openGist(`<p>${pages.link()}</p>`);
    await shadowClick(page, badge, '.badge');
    await waitForShadow(page, badge, card);
    await attack(page);
    await page.evaluate(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    });
    await rest(page);
    expect(await shadowQuery(page, badge, card)).toHaveLength(1);
    await page.close();
  });
});
