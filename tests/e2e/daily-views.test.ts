// The lists of the popup in a real Chromium: its views and days by key, what is new on them, rows opened in place, papers for the reader.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { ask } from './own-messages';
import { openSynced, type Papergloss } from './papergloss';
import { rows } from './popup-page';
import { readRows } from './store-state';

const notice = (page: Page, kind: string) => page.locator(`[data-kind="${kind}"]`);
const shownIds = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-row') ?? ''));

let papergloss: Papergloss;
let popup: Page;

const items = (daysBack: number) => papergloss.web.feed.itemsOf(papergloss.web.feed.days[daysBack] ?? '');
const wasAsked = (part: string) => papergloss.web.requests.some(({ url }) => url.includes(part));

/** A visit of the reader's: the popup, with its list. */
async function visit(): Promise<Page> {
  popup = await papergloss.openOwn('popup');
  await rows(popup).first().waitFor();
  return popup;
}

async function isView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
}

beforeAll(async () => {
  papergloss = await openSynced();
  await papergloss.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(() => popup?.close());
afterAll(() => papergloss?.close());

describe('the views of the popup', () => {
  it('are reached by the keys 1 to 5', async () => {
    const page = await visit();
    for (const [key, name] of [
      ['2', 'Week'],
      ['3', 'Month'],
      ['4', 'Trending'],
      ['5', 'For you'],
      ['1', 'Day'],
    ] as const) {
      await page.keyboard.press(key);
      await isView(page, name);
    }
    await rows(page).first().waitFor();
  });

  it('show a week of the cached days, completed by the feed’s own list of it', async () => {
    const page = await visit();
    await page.keyboard.press('2');
    await isView(page, 'Week');
    await until(async () => wasAsked('week='), 'the feed’s list of the week to be asked for', 10_000);
    // The newest day is of the week that is shown.
    const best = items(0)[0]?.paper.id ?? '';
    await page.locator(`main > ol.papers > li[data-row="${best}"]`).waitFor();
    const heading = await page.locator('h2').first().textContent();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('h2').first().textContent()).not.toBe(heading);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('h2').first().textContent()).toBe(heading);
  });

  it('show what a month was about, and a topic leads to its papers', async () => {
    const page = await visit();
    await page.keyboard.press('3');
    await page.locator('.topics li button').first().waitFor({ timeout: 15_000 });
    const topic = await page.locator('.topics li .topic-name').first().textContent();
    await page.locator('.topics li button').first().click();
    expect(await page.locator('search input').inputValue()).toBe(`"${topic}"`);
    await rows(page).first().waitFor();
  });

  it('show what is trending in the order of the feed', async () => {
    const page = await visit();
    await page.keyboard.press('4');
    await isView(page, 'Trending');
    await until(async () => wasAsked('sort=trending'), 'the feed’s list to be asked for', 10_000);
    const order: string[] = await page.evaluate(() =>
      fetch('https://huggingface.co/api/daily_papers?sort=trending&limit=50')
        .then((response) => response.json())
        .then((all: { paper: { id: string } }[]) => all.map(({ paper }) => paper.id)),
    );
    await expect.poll(async () => (await shownIds(page)).slice(0, 8)).toEqual(order.slice(0, 8));
  });

  it('lead to a day by the calendar, with the keyboard alone', async () => {
    const page = await visit();
    const heading = await page.locator('h2').first().textContent();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Calendar' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Calendar' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('h2').first().textContent()).not.toBe(heading);
    const ids = items(1).map(({ paper }) => paper.id);
    await expect.poll(async () => ids.includes((await shownIds(page))[0] ?? '')).toBe(true);
  });

  it('are copied as Markdown', async () => {
    const page = await visit();
    await page.bringToFront();
    await page.keyboard.press('y');
    await page.locator('.status-bar:not(:empty)').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [first] = await shownIds(page);
    expect(copied).toContain(`(https://arxiv.org/abs/${first})`);
    expect(copied.split('\n')[0]).toContain('Daily Papers');
  });
});

describe('a row of the popup', () => {
  it('opens in place by Enter, tells what is cached, and closes by Escape', async () => {
    const page = await visit();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const details = rows(page).first().locator('.details');
    await details.locator('.abstract').waitFor();
    const item = papergloss.web.feed.find((await shownIds(page))[0] ?? '');
    const text = (await details.textContent()) ?? '';
    expect(text.replace(/\s+/g, ' ')).toContain(item?.paper.summary.replace(/\s+/g, ' ').trim().slice(0, 60));
    expect(text).toContain(item?.paper.authors?.[0]?.name);
    expect(await details.locator('.near li').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true);
  });

  it('leads to arXiv by its key, and is marked as seen from then on', async () => {
    const page = await visit();
    await page.keyboard.press('j');
    const [first] = await shownIds(page);
    const opening = papergloss.browser.context.waitForEvent('page');
    await page.keyboard.press('o');
    const tab = await opening;
    await tab.waitForURL(`https://arxiv.org/abs/${first}`);
    await tab.close();
    await rows(page).first().getByRole('img', { name: 'Seen', exact: true }).waitFor();
  });

  it('is left out once it was shown, where only unseen papers are wanted', async () => {
    let page = await visit();
    const seen = async () => (await readRows<{ id: string }>(page, 'seenPapers')).map(({ id }) => id);
    await until(async () => (await seen()).length > 0, 'what was shown to be kept', 10_000);
    const before = await seen();
    await page.close();
    page = await visit();
    await page.keyboard.press('u');
    await page.getByRole('button', { name: /^Only unseen/, pressed: true }).waitFor();
    await expect.poll(async () => (await shownIds(page)).filter((id) => before.includes(id)).length).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(async () => (await shownIds(page)).some((id) => before.includes(id))).toBe(true);
  });

  it('tells the upvotes gained since the reader last looked', async () => {
    let page = await visit();
    const [first = ''] = await shownIds(page);
    // A paper that was opened before is known, too: only a look has upvotes to tell more from.
    const isKept = async () =>
      (await readRows<{ id: string; look?: object }>(page, 'seenPapers')).some(
        ({ id, look }) => id === first && look !== undefined,
      );
    await until(isKept, 'the look to be kept', 10_000);
    await page.close();
    const paper = papergloss.web.feed.find(first)?.paper;
    if (paper) paper.upvotes = Number(paper.upvotes) + 7;
    page = await visit();
    const heading = await page.locator('h2').first().textContent();
    // A day the reader has chosen is asked for anew, however new it is.
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('h2').first().textContent()).not.toBe(heading);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('h2').first().textContent()).toBe(heading);
    await page.keyboard.press('r');
    const gained = page.locator(`li[data-row="${first}"] .gained`).first();
    await gained.waitFor({ timeout: 15_000 });
    expect(await gained.textContent()).toBe('+7');
  });
});

describe('papers for the reader', () => {
  beforeAll(async () => {
    const page = await papergloss.openOwn('options');
    const id = items(1)[0]?.paper.id;
    await ask(page, { type: 'reading-list/save', request: { ids: [id] } });
    await page.close();
  });

  it('say why they are there, go away when dismissed, and come back with Undo', async () => {
    const page = await visit();
    await page.keyboard.press('5');
    const reason = rows(page)
      .first()
      .getByTitle(/Because you saved|Keyword:/);
    await reason.waitFor({ state: 'attached', timeout: 15_000 });
    const [first = ''] = await shownIds(page);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect.poll(async () => (await shownIds(page)).includes(first)).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await shownIds(page)).includes(first)).toBe(true);
  });

  it('start afresh with one press', async () => {
    const page = await visit();
    await page.keyboard.press('5');
    await page.getByRole('button', { name: 'Start afresh' }).click({ timeout: 15_000 });
    await page.getByText('Started afresh').waitFor();
    await notice(page, 'for-you').waitFor();
    expect((await readRows(page, 'readingEntries')).length).toBe(1);
  });
});
