// Sites beyond the required ones, in real browsers: nothing before the reader allows one, all of it at once after, nothing again
// when it is taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealPopup } from '../drivers/real-popup.mjs';
import type { StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { type AllowedBeforehand, openAllowedBeforehand } from './allowed-beforehand';
import { badge, card, cardText } from './papergloss';

type Site = NonNullable<NonNullable<Parameters<typeof startStandIn>[0]>['sites']>[string];

const news = 'https://news.ycombinator.com/';
const newsOrigin = 'https://news.ycombinator.com/*';
const blog = 'https://blog.example.org/';
/** What Chromium is asked for where all sites are meant. */
const everywhere = 'https://*:443/*';

/** The paper the pages name; known once the stand-in is there. */
let id = '';

/** A page with two links: one names a paper of the feed, one a paper nobody knows. */
const somePage: Site = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
    <html lang="en"><head><title>What people read</title></head><body>
    <p><a href="https://arxiv.org/abs/${id}">A paper of the feed</a> (arxiv.org)</p>
    <p><a href="https://arxiv.org/abs/2303.99001">A paper nobody knows</a></p></body></html>`);
};
const sites = { 'news.ycombinator.com': somePage, 'blog.example.org': somePage };

const firstPaper = (web: StandIn) => web.feed.itemsOf(web.feed.days[0] ?? '')[0]?.paper.id ?? '';
const pause = () => new Promise((resolve) => setTimeout(resolve, 800));
const sourceOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const marks = (page: Page) => page.locator(`${badge}, ${card}`).count();

async function isMarkedOnce(page: Page): Promise<void> {
  await page.locator(badge).first().waitFor({ state: 'attached', timeout: 10_000 });
  await pause();
  expect(await marks(page)).toBe(1);
}

async function isBare(page: Page): Promise<void> {
  await page.locator(badge).first().waitFor({ state: 'detached', timeout: 10_000 });
  await pause();
  expect(await marks(page)).toBe(0);
}

describe('a site beyond the required ones', () => {
  let papergloss: AllowedBeforehand;
  let open: Page;
  let before: string;

  beforeAll(async () => {
    papergloss = await openAllowedBeforehand([newsOrigin, everywhere], { sites });
    id = firstPaper(papergloss.web);
    await papergloss.synced(20);
    open = await papergloss.open(news);
  });
  afterAll(() => papergloss?.close());

  it('is left alone before the reader allows it', async () => {
    before = await sourceOf(open);
    await pause();
    expect(await sourceOf(open)).toBe(before);
    expect(await papergloss.granted()).toEqual([]);
  });

  it('is offered by the popup, at its foot, and nothing happens before the reader agrees', async () => {
    const popup = await openRealPopup(papergloss.browser, open);
    expect(await popup.text('.site-offer')).toBe('Show Papergloss on news.ycombinator.com? Show');
    await pause();
    expect(await marks(open)).toBe(0);
  });

  it('is annotated at once when the reader agrees: tabs that are open, and those to come', async () => {
    await papergloss.allow(newsOrigin);
    const popup = await openRealPopup(papergloss.browser, open);
    await popup.click({ role: 'button', name: 'Show' });
    await isMarkedOnce(open);
    expect(await popup.text('.site-offer')).toBe('From now on Papergloss shows on news.ycombinator.com.');
    await isMarkedOnce(await papergloss.open(news));
    expect(await marks(await papergloss.open(blog))).toBe(0);
  });

  it('is then known to the popup, which offers it no more', async () => {
    const popup = await openRealPopup(papergloss.browser, open);
    expect(await popup.text('.on-page')).toContain(papergloss.web.feed.find(id)?.title ?? 'a title');
    expect(await popup.evaluate(() => document.querySelector('.site-offer') === null)).toBe(true);
  });

  it('can be switched off and on in the options', async () => {
    const options = await papergloss.openOwn('options');
    const site = options.getByRole('checkbox', { name: 'news.ycombinator.com' });
    await site.uncheck();
    await isBare(open);
    await site.check();
    await isMarkedOnce(open);
  });

  it('stays allowed when the background sleeps and wakes', async () => {
    await papergloss.sleep();
    await isMarkedOnce(await papergloss.open(news));
  });

  it('is left as it was when it is removed, in open tabs and in those to come', async () => {
    const options = await papergloss.openOwn('options');
    await options.getByRole('button', { name: 'Remove news.ycombinator.com' }).click();
    await isBare(open);
    expect(await sourceOf(open)).toBe(before);
    const later = await papergloss.open(news);
    await pause();
    expect(await sourceOf(later)).toBe(before);
    expect(await papergloss.granted()).toEqual([]);
    expect(await options.locator('.other-site').count()).toBe(0);
  });

  it('can be added by its address in the options, and is marked once although its tab had it before', async () => {
    await papergloss.allow(newsOrigin);
    const options = await papergloss.openOwn('options');
    await options.getByLabel('Add a site').fill('not a site');
    await options.getByRole('button', { name: 'Add', exact: true }).first().click();
    await options.getByText('This is not the address of a site.').waitFor();
    await options.getByLabel('Add a site').fill(`${news}item?id=1`);
    await options.keyboard.press('Enter');
    await options.getByText('news.ycombinator.com was added.').waitFor();
    await isMarkedOnce(open);
  });

  it('may be any, when the reader allows all; the required ones are not annotated twice', async () => {
    const elsewhere = await papergloss.open(blog);
    const abstract = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(abstract);
    await papergloss.allow(everywhere);
    const options = await papergloss.openOwn('options');
    const all = options.getByRole('checkbox', { name: 'All sites' });
    await all.check();
    await isMarkedOnce(elsewhere);
    await isMarkedOnce(open);
    await abstract.bringToFront();
    await cardText(abstract);
    await pause();
    expect(await abstract.locator(card).count()).toBe(1);
    await abstract.reload();
    await cardText(abstract);
    await pause();
    expect(await abstract.locator(card).count()).toBe(1);

    await all.uncheck();
    await isBare(elsewhere);
    await isMarkedOnce(open);
    await abstract.reload();
    await cardText(abstract);
  });
});
