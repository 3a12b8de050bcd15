// @ts-check
// Takes pictures of the extension at work, in real Chromium on the stand-in web: every surface, light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../drivers/chromium.mjs';
import { shadowClick, shadowHover, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { slugOf } from '../stand-in/papers.mjs';
import { takeLibraryPictures } from './library-pictures.mjs';
import { takePopupPictures } from './popup-pictures.mjs';
import { takeRelatedPictures } from './related-pictures.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'light' | 'dark'} Scheme */

const card = 'papergloss-card';
const badge = 'papergloss-badge';
const bar = 'papergloss-bar';
const window = { width: 1280, height: 960 };
const popupWindow = { width: 400, height: 600 };
/** The first synchronisation has to fetch the newest day before anything can be shown. */
const syncTimeout = 30_000;
const savedPapers = 4;
/** ms without a request */
const quietTime = 1_000;
/** ms a page's style sheet is held back, and with it its first paint: what came after that would be put elsewhere, out of the way. */
const paintDelay = 800;
/** CSS pixels of page shown above and below a card */
const roomAround = 32;

/**
 * A paper that shows everything a card can, alone on its page: of those of the newest day that have a summary and a repository of
 * their own, the best liked.
 * @param {import('../stand-in/feed-days.mjs').FeedDays} feed
 * @returns {{ id: string, slug: string }}
 */
function choosePaper(feed) {
  const slugs = [...feed.all()].map(({ paper }) => slugOf(paper.githubRepo)?.toLowerCase());
  const newest = feed.itemsOf(feed.days[0] ?? '').map(({ paper }) => paper);
  for (const { id, githubRepo, ai_summary } of newest.sort((a, b) => (b.upvotes ?? 0) - (a.upvotes ?? 0))) {
    const slug = slugOf(githubRepo);
    const isAlone = slugs.filter((other) => other === slug?.toLowerCase()).length === 1;
    if (slug && isAlone && ai_summary) return { id, slug };
  }
  throw new Error('No paper of the newest feed day has both a summary and a repository of its own');
}

/**
 * Scrolls the host into a page just opened: all of it where it fits, else from its top.
 * @param {Page} page @param {string} host
 */
async function bringIntoView(page, host) {
  await page
    .locator(host)
    .first()
    .evaluate((element, room) => {
      const { top, bottom } = element.getBoundingClientRect();
      scrollBy(0, Math.max(0, Math.min(bottom + room - innerHeight, top - room)));
    }, roomAround);
}

/**
 * Waits until the first synchronisation has gone through what it wants at once.
 * @param {import('../stand-in/stand-in.mjs').StandIn} web
 */
async function waitForQuietFeed(web) {
  const isQuiet = async () => {
    const before = web.requests.length;
    await new Promise((resolve) => setTimeout(resolve, quietTime));
    return before === web.requests.length;
  };
  await until(isQuiet, 'the synchronisation to come to rest', syncTimeout);
}

/** @param {Page} page @param {string} address */
async function openCard(page, address) {
  await page.goto(address);
  await waitForShadow(page, card, 'button.save');
  await bringIntoView(page, card);
}

/**
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.extension folder of the unpacked extension
 * @param {import('../stand-in/stand-in.mjs').StandIn} options.web
 * @param {string} options.folder where the PNG files go
 * @returns {Promise<string[]>} paths of the pictures
 */
export async function takePictures({ executablePath, extension, web, folder }) {
  const newestDay = web.feed.itemsOf(web.feed.days[0] ?? '');
  const { id, slug } = choosePaper(web.feed);
  mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const files = [];
  const browser = await openChromium({ executablePath, extension, web, viewport: window, pixelRatio: 2 });
  try {
    const page = await browser.context.newPage();
    await page.route(/^https:.*\.css$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, paintDelay));
      await route.continue();
    });

    /** @param {string} name @param {Scheme} [scheme] */
    async function take(name, scheme = 'light') {
      const path = join(folder, `${name}${scheme === 'dark' ? '-dark' : ''}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      files.push(path);
    }

    /** @param {string} name @param {string} ready a selector that says the page is drawn @param {Scheme} scheme */
    async function takeOwnPage(name, ready, scheme) {
      await page.goto(browser.pageUrl(name));
      await page.locator(ready).first().waitFor({ timeout: syncTimeout });
      await take(name, scheme);
    }

    /** @param {string} name @param {string} address @param {Scheme} scheme @param {string} [host] what has to be there */
    async function takeBadges(name, address, scheme, host = badge) {
      await page.goto(address);
      await waitForShadow(page, host, 'button');
      await take(name, scheme);
    }

    /** @param {Scheme} scheme */
    async function takeAnnotatedPages(scheme) {
      await openCard(page, `https://arxiv.org/abs/${id}${scheme === 'dark' ? '?appearance=dark' : ''}`);
      await take('card', scheme);
      await openCard(page, `https://github.com/${slug}`);
      await take('github-card', scheme);
      const dark = scheme === 'dark' ? '?appearance=dark' : '';
      await takeBadges('list', `https://arxiv.org/list/cs.CL/recent${dark}`, scheme, bar);
      await takeBadges('pdf', `https://arxiv.org/pdf/${id}`, scheme);
      await takeBadges('issue', `https://github.com/${slug}/issues/1`, scheme);
      await takeBadges('trending', 'https://github.com/trending', scheme);
      await takeBadges('hugging-face', 'https://huggingface.co/papers', scheme);
    }

    async function takeBadgeCard() {
      await page.goto(`https://github.com/${slug}`);
      const host = { selector: `li ${badge}`, index: 0 };
      await waitForShadow(page, host, 'button');
      await shadowHover(page, host, 'button');
      await waitForShadow(page, host, 'button.save');
      await take('badge-card');
      await page.mouse.move(0, 0);
    }

    async function savePapers() {
      for (const { paper } of newestDay.slice(0, savedPapers)) {
        await openCard(page, `https://arxiv.org/abs/${paper.id}`);
        await shadowClick(page, card, 'button.save');
        await waitForShadow(page, card, 'button.save[aria-pressed="true"]');
      }
    }

    await page.goto(browser.popupUrl);
    await page.locator(`[data-row="${newestDay[0]?.paper.id}"]`).first().waitFor({ timeout: syncTimeout });
    await waitForQuietFeed(web);
    await takeAnnotatedPages('light');
    await takeBadgeCard();
    await savePapers();
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme: scheme });
      if (scheme === 'dark') await takeAnnotatedPages('dark');
      files.push(...(await takePopupPictures({ browser, page, folder, scheme, popupWindow })));
      files.push(...(await takeLibraryPictures({ browser, page, folder, scheme })));
      files.push(...(await takeRelatedPictures({ browser, page, folder, scheme, popupWindow })));
      await takeOwnPage('options', 'h2', scheme);
      await takeOwnPage('welcome', card, scheme);
    }
  } finally {
    await browser.close();
  }
  return files;
}
