// The popup in a real Chromium: today's papers, what the tab names, and each of the states it may find.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openRealPopup } from '../drivers/real-popup.mjs';
import { shadowText } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import type { Fault } from '../stand-in/faults.mjs';
import { card, openPapergloss, openSynced, type Papergloss } from './papergloss';
import { rows, writtenDay } from './popup-page';
import { countRows } from './store-state';

const notice = (page: Page, kind: string) => page.locator(`[data-kind="${kind}"]`);

describe('the popup with a synced feed', () => {
  let papergloss: Papergloss;
  let days: string[];

  beforeAll(async () => {
    papergloss = await openSynced();
    days = papergloss.web.feed.days;
  });
  afterAll(() => papergloss?.close());

  it('shows the newest feed day, best first', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const newest = papergloss.web.feed.itemsOf(days[0] ?? '');
    const best = newest.reduce((one, other) =>
      Number(other.paper.upvotes) > Number(one.paper.upvotes) ? other : one,
    );
    expect(await page.locator('h2').first().textContent()).toContain(await writtenDay(page, days[0] ?? ''));
    expect(await rows(page).first().textContent()).toContain(best.title);
    expect(await rows(page).first().locator('.rank').textContent()).toBe('1');
  });

  it('goes to the previous and the next day, by button and by key', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const heading = page.locator('h2').first();
    await page.getByRole('button', { name: 'Previous day' }).click();
    await expect.poll(() => heading.textContent()).toContain(await writtenDay(page, days[1] ?? ''));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => heading.textContent()).toContain(await writtenDay(page, days[2] ?? ''));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => heading.textContent()).toContain(await writtenDay(page, days[1] ?? ''));
  });

  it('gives way to what is searched for, and comes back with Escape', async () => {
    const page = await papergloss.openOwn('popup');
    const all = papergloss.web.feed.itemsOf(days[0] ?? '').length;
    // The picture it begins with ends where the popup does.
    await expect.poll(() => rows(page).count()).toBe(all);
    const title = (await rows(page).nth(1).locator('h3').textContent()) ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type(title.slice(0, 12));
    await expect.poll(() => rows(page).count()).toBeLessThan(all);
    await expect.poll(() => rows(page).allTextContents()).toContainEqual(expect.stringContaining(title));
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBe(all);
  });

  it('saves the selected paper by key, and the library has it', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const title = (await rows(page).first().locator('h3').textContent()) ?? '';
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await rows(page).first().locator('[aria-pressed="true"]').waitFor();
    const library = await papergloss.openOwn('library');
    await library.getByRole('link', { name: title }).waitFor();
    await page.bringToFront();
    await page.keyboard.press('s');
    await rows(page).first().locator('[aria-pressed="false"]').waitFor();
    await library.getByRole('link', { name: title }).waitFor({ state: 'detached' });
  });

  it('refreshes on request', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const before = papergloss.web.requests.length;
    await page.getByRole('button', { name: 'Previous day' }).click();
    await page.getByRole('button', { name: 'Refresh the feed' }).click();
    const asked = () =>
      papergloss.web.requests.slice(before).some(({ url }) => url.includes(`date=${days[1]}`));
    await until(async () => asked(), 'the shown day to be asked for', 10_000);
  });

  it('fetches a day that is not cached when the reader goes there', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const before = papergloss.web.requests.length;
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Calendar' }).waitFor();
    for (let month = 0; month < 6; month++) await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    const asked = async () =>
      papergloss.web.requests.slice(before).some(({ url }) => url.includes('/api/daily_papers?date='));
    await until(asked, 'the day to be asked for', 10_000);
    await notice(page, 'nothing-on-day').or(rows(page).first()).first().waitFor({ timeout: 10_000 });
  });

  it('names first what the current tab names', async () => {
    const id = papergloss.web.feed.itemsOf(days[1] ?? '')[0]?.paper.id ?? '';
    const tab = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await shadowText(tab, card);
    const popup = await openRealPopup(papergloss.browser, tab);
    const text = await popup.text('.on-page');
    expect(text).toContain('On this page');
    expect(text).toContain(papergloss.web.feed.find(id)?.title ?? 'a title');
  });

  it('offers a look-up for the page’s own paper that is not cached, and asks the network only then', async () => {
    const tab = await papergloss.open('https://arxiv.org/abs/2303.99001');
    const popup = await openRealPopup(papergloss.browser, tab);
    expect(await popup.text('.uncached')).toContain('2303.99001 is not cached');
    const asked = () =>
      papergloss.web.requests.filter(({ url }) => url.includes('/api/papers/2303.99001')).length;
    expect(asked()).toBe(0);
    await popup.click({ name: 'Look up on Hugging Face', role: 'button' });
    await expect.poll(() => popup.text('.uncached')).toContain('is not on Daily Papers');
    expect(asked()).toBe(1);
  });
});

describe('the popup without a feed', () => {
  const faults: [what: string, fault: Fault, kind: string, says: string][] = [
    ['the network is down', { kind: 'reset' }, 'offline', 'reach'],
    ['the feed sends a page instead of data', { kind: 'html' }, 'failed', 'could not be used'],
    ['the feed sends broken JSON', { kind: 'malformed' }, 'failed', 'could not be used'],
    [
      'the feed sends JSON that is no list',
      { kind: 'body', body: '{"error":"no"}' },
      'failed',
      'could not be used',
    ],
    ['the feed asks for fewer requests', { status: 429, retryAfter: '600' }, 'failed', 'fewer requests'],
    // Chrome itself holds back an extension's calls after 5xx answers, which looks like a feed that cannot be reached.
    ['the feed is broken', { status: 500 }, 'failed"],[data-kind="offline', ''],
  ];

  it.each(faults)(
    'says so when %s, above the starter feed',
    { timeout: 90_000 },
    async (_what, fault, kind, says) => {
      const papergloss = await openPapergloss({ before: (web) => web.faults.always(fault) });
      try {
        const page = await papergloss.openOwn('popup');
        await rows(page).nth(51).waitFor({ timeout: 15_000 });
        expect(await rows(page).count()).toBe(52);
        await page.getByRole('button', { name: 'Refresh the feed' }).click();
        await notice(page, kind).waitFor({ timeout: 30_000 });
        expect(await notice(page, kind).textContent()).toContain(says);
        expect(await notice(page, 'starter').textContent()).toContain('52');
        papergloss.web.faults.clear();
      } finally {
        await papergloss.close();
      }
    },
  );

  it('gives way to the feed as soon as it can be reached', async () => {
    const papergloss = await openPapergloss({ before: (web) => web.faults.always({ kind: 'reset' }) });
    try {
      const page = await papergloss.openOwn('popup');
      await notice(page, 'starter').waitFor();
      papergloss.web.faults.clear();
      await until(
        async () => {
          await page.getByRole('button', { name: 'Refresh the feed' }).click();
          return (await notice(page, 'starter').count()) === 0;
        },
        'the feed to come',
        20_000,
      );
      expect(await rows(page).count()).toBeGreaterThan(0);
      expect(await countRows(page, 'papers')).toBeGreaterThan(52);
    } finally {
      await papergloss.close();
    }
  });
});

describe('the popup with a feed that fails later', () => {
  let papergloss: Papergloss;
  beforeAll(async () => {
    papergloss = await openSynced();
  });
  afterAll(() => papergloss?.close());
  afterEach(() => papergloss.web.faults.clear());

  it('keeps showing what was cached, and says why it is old', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const before = await rows(page).count();
    papergloss.web.faults.always({ kind: 'html' });
    await page.getByRole('button', { name: 'Refresh the feed' }).click();
    await notice(page, 'failed').waitFor({ timeout: 20_000 });
    expect(await rows(page).count()).toBe(before);
  });

  it('says that the reader is offline', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    await papergloss.browser.context.setOffline(true);
    await notice(page, 'offline').waitFor({ timeout: 10_000 });
    expect(await notice(page, 'offline').textContent()).toContain('cached');
    await papergloss.browser.context.setOffline(false);
  });
});
