// Search in a real Chromium: in the popup, in the library, and by the keyword of the address bar.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPapergloss, openSynced, type Papergloss } from './papergloss';
import { putRow, untilIndexed } from './store-state';

const rows = (page: Page) => page.locator('main ol.papers > li');
/** What was found, and not the list that stands there before. */
const results = (page: Page) => page.getByRole('list', { name: 'Search results' }).locator('li.paper-row');
const titles = (page: Page) => results(page).locator('h3').allTextContents();

async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator('search input').fill(query);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

describe('search', () => {
  let papergloss: Papergloss;
  let dayBefore: string;

  beforeAll(async () => {
    papergloss = await openSynced();
    dayBefore = papergloss.web.feed.days[1] ?? '';
  });
  afterAll(() => papergloss?.close());

  it.each([
    ['a word', 'speculative', /Speculative Decoding/],
    ['another form of it', 'draft', /Drafts That Know When to Stop/],
    ['the beginning of a word', 'specul', /Speculative Decoding/],
    ['a typing mistake', 'specualtive', /Speculative Decoding/],
    ['a phrase', '"early exit for diffusion"', /Early Exit/],
    ['an author', 'author:"ines calder"', /Drafts That Know When to Stop/],
    ['an organization', 'org:lumen', /Drafts That Know When to Stop/],
    ['a word among papers with code', 'has:code cache', /KV Cache/],
    ['an identifier', '2606.18203v2', /Drafts That Know When to Stop/],
    ['an address', 'https://arxiv.org/pdf/2606.18203', /Drafts That Know When to Stop/],
    ['a repository', 'lumen-inference/stopdraft', /Drafts That Know When to Stop/],
    ['a paper of the starter feed', 'dynamic exit layer', /^DEL/],
  ])('finds by %s', async (_what, query, title) => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    await searchFor(page, query);
    await expect.poll(async () => (await titles(page))[0]).toMatch(title);
    await page.close();
  });

  it('finds the papers of a day, and nothing of another', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    await searchFor(page, `day:${dayBefore}`);
    const listed = papergloss.web.feed.itemsOf(dayBefore).map(({ title }) => title);
    await expect.poll(async () => (await titles(page)).sort()).toEqual(listed.sort());
    await page.close();
  });

  it('marks what matched as text, and asks nobody while one types', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    const before = papergloss.web.requests.length;
    await page.keyboard.press('/');
    await page.keyboard.type('speculative decod', { delay: 20 });
    await page.locator('mark').first().waitFor();
    const marked = await results(page).first().locator('h3 mark').allTextContents();
    expect(marked.map((text) => text.toLowerCase())).toEqual(['speculative', 'decoding']);
    await pause();
    expect(papergloss.web.requests.slice(before)).toEqual([]);
    await page.close();
  });

  it('asks Hugging Face in its last row, only when that is pressed', async () => {
    const page = await papergloss.openOwn('popup');
    await searchFor(page, 'keyframe');
    const last = page.getByRole('button', { name: 'Search Hugging Face for “keyframe”' });
    await last.waitFor();
    await pause();
    const asked = () => papergloss.web.requests.filter(({ url }) => url.includes('/api/papers/search'));
    expect(asked()).toEqual([]);
    await last.click();
    await expect.poll(() => asked().length).toBe(1);
    expect(asked()[0]?.url).toContain('q=keyframe');
    await page.locator('.online .online-state, .online ol').first().waitFor();
    await page.close();
  });

  it('works by keyboard: down into the results, save, Escape back to the day', async () => {
    const page = await papergloss.openOwn('popup');
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('full-duplex');
    await expect.poll(async () => (await titles(page))[0]).toContain('Full-Duplex');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await results(page).first().locator('[aria-pressed="true"]').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    await page.close();
  });

  it('says what it does not find, whatever is asked', async () => {
    const page = await papergloss.openOwn('popup');
    for (const query of ['zzzqqqxx', '?!…', '.*(', '9901.12345', 'x'.repeat(10_000)]) {
      await searchFor(page, 'speculative');
      await results(page).first().waitFor();
      await searchFor(page, query);
      await results(page).first().waitFor({ state: 'detached' });
      expect(await page.locator('.search-status').textContent()).toMatch(/No cached paper|not cached/);
    }
    await page.close();
  });

  it('goes on below the reading list with what is cached and not saved', async () => {
    const page = await papergloss.openOwn('library');
    await searchFor(page, 'diffusion');
    const also = page.locator('.also-cached');
    await also.getByText('Early Exit').first().waitFor();
    await also.locator('li').first().getByRole('button', { name: /^Save/ }).click();
    await page.locator('li.entry').first().waitFor();
    await page.close();
  });

  it('listens to the keyword of the address bar', async () => {
    const manifest = await papergloss.browser.evaluateInBackground(() =>
      Reflect.get(globalThis, 'chrome').runtime.getManifest(),
    );
    expect(manifest.omnibox).toEqual({ keyword: 'pg' });
    const listening = await papergloss.browser.evaluateInBackground(() => {
      const { omnibox } = Reflect.get(globalThis, 'chrome');
      return [omnibox.onInputChanged.hasListeners(), omnibox.onInputEntered.hasListeners()];
    });
    expect(listening).toEqual([true, true]);
  });

  it.each([
    ['a part that is rubbish', 'indexParts', { name: 'index', value: { ids: 7 } }],
    ['an older format', 'state', { key: 'index', value: { format: -1, revision: 99, papers: 3, sums: {} } }],
  ])('finds everything again after the stored index is spoiled: %s', async (_what, table, row) => {
    const options = await papergloss.openOwn('options');
    await papergloss.browser.stopBackground();
    await putRow(options, table, row);
    const page = await papergloss.openOwn('popup');
    await searchFor(page, 'speculative decoding');
    await expect.poll(async () => (await titles(page))[0], { timeout: 20_000 }).toContain('Speculative');
    await page.close();
    await untilIndexed(papergloss.browser);
  });
});

it('finds the starter papers before anything was fetched', async () => {
  const papergloss = await openPapergloss({
    before: (web) => web.faults.always({ status: 500, path: '/api/daily_papers' }),
  });
  try {
    const file = new URL('../../public/starter-feed.json', import.meta.url);
    const { papers } = JSON.parse(readFileSync(file, 'utf8')) as {
      papers: { title: string; summary: string; keywords: string[] }[];
    };
    const decoding = papers.filter(({ title, summary, keywords }) =>
      /\bdecod(?:e|es|ed|ing)\b/i.test([title, summary, ...keywords].join('\n')),
    );
    await untilIndexed(papergloss.browser);
    const page = await papergloss.openOwn('popup');
    await searchFor(page, 'decoding');
    await results(page).first().waitFor();
    const found = await titles(page);
    expect(decoding.length).toBeGreaterThan(20);
    expect(decoding.map(({ title }) => title).filter((title) => !found.includes(title))).toEqual([]);
    expect(found[0]).toMatch(/decod/i);
  } finally {
    await papergloss.close();
  }
});
