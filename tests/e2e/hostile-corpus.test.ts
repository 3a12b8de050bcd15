// A feed that attacks with everything: 560 payloads in every text and link of as many papers, on every surface. No script runs, no
// element but ours appears, no request leaves, and nothing is wider than its place.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { writeFeedFolder } from '../hostile/feed-folder.mjs';
import { asFeedDays, enormousItems, hostileId, hostilePayloads } from '../hostile/payloads.mjs';
import { ask } from './own-messages';
import { badge, card, openPapergloss, type Papergloss } from './papergloss';
import { readRows } from './store-state';
import { hitsIn, overflowOf, strangersIn, watchForHits } from './strangers';

const days = [...asFeedDays(hostilePayloads(), 98), ...enormousItems().slice(0, 2)];
/** So that related papers have hostile neighbours to name. */
const linked = Array.from({ length: 60 }, (_, index) => hostileId(index * 9));
const shown = hostileId(3);

const githubPage = `<!doctype html><title>README</title><article class="markdown-body" style="width:600px">${linked
  .map((id) => `<p><a href="https://arxiv.org/abs/${id}">${id}</a></p>`)
  .join('')}</article>`;
const arxivPage = (id: string) =>
  `<!doctype html><title>${id}</title><div id="abs" style="width:640px"><h1 class="title">A page</h1>
  <blockquote class="abstract">An abstract.</blockquote></div>`;

let papergloss: Papergloss;
let folder: string;
let hits: string[];
const opened: Page[] = [];

async function look(page: Page): Promise<Page> {
  if (!opened.includes(page)) opened.push(page);
  // The example of the first page is a card of ours.
  const example = new URL(page.url()).pathname === '/welcome.html' ? ['papergloss-card'] : [];
  expect(await page.evaluate(strangersInPage)).toEqual(example);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  expect(await hitsIn(page)).toEqual([]);
  return page;
}
const strangersInPage = `(${strangersIn})(document)`;

const inRoot = (page: Page, index: number, host = badge) =>
  shadowEval(page, { selector: host, index }, strangersIn);

beforeAll(async () => {
  folder = writeFeedFolder(days);
  papergloss = await openPapergloss({
    web: {
      feedDir: folder,
      shift: false,
      sites: {
        'arxiv.org': (_request, response, url) => {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(arxivPage(url.pathname.split('/').pop() ?? ''));
        },
        'github.com': (_request, response) => {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(githubPage);
        },
      },
    },
  });
  hits = await watchForHits(papergloss.browser.context);
  await papergloss.synced(days.length);
}, 90_000);
afterAll(async () => {
  await papergloss?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a hostile feed', () => {
  it('is kept as bounded papers, of at least 500 payloads', async () => {
    const options = await papergloss.openOwn('options');
    const papers = await readRows<{ id: string; title: string; origin: string }>(options, 'papers');
    const hostile = papers.filter(({ id }) => id.startsWith('2605.'));
    expect(hostile.length).toBeGreaterThanOrEqual(500);
    expect(hostile.filter((paper) => JSON.stringify(paper).length > 60_000)).toEqual([]);
    await options.getByRole('checkbox', { name: 'Small pictures in lists' }).check();
    await look(options);
  });

  it('shows as text in the popup, day by day, rows opened', async () => {
    const popup = await papergloss.openOwn('popup');
    await popup.setViewportSize({ width: 400, height: 600 });
    for (let day = 0; day < days.length; day++) {
      const rows = popup.locator('main > ol.papers > li');
      await rows.first().waitFor();
      const titles = popup.locator('main > ol.papers h3 button');
      for (const row of [11]) {
        if ((await titles.count()) <= row) continue;
        await titles.nth(row).evaluate((button: HTMLElement) => button.click());
        await popup.locator('.paper-row dl').first().waitFor();
        await look(popup);
      }
      await look(popup);
      const before = await popup.locator('main > ol.papers').textContent();
      const earlier = popup.getByRole('button', { name: 'Previous day' });
      if (await earlier.isDisabled()) break;
      await earlier.click();
      await until(
        async () => (await popup.locator('main > ol.papers').textContent()) !== before,
        'another day',
        10_000,
      );
    }
  });

  it('shows as text in search, in the side panel and on the first page', async () => {
    const popup = await papergloss.openOwn('popup');
    await popup.locator('search input').fill('script title');
    await popup.locator('mark').first().waitFor();
    await look(popup);
    for (const name of ['sidepanel', 'welcome'] as const) {
      const page = await papergloss.openOwn(name);
      await page
        .locator(name === 'welcome' ? 'h1' : 'main > ol.papers > li')
        .first()
        .waitFor();
      await look(page);
      await page.close();
    }
  });

  it('shows as text in the library', async () => {
    const library = await papergloss.openOwn('library');
    const papers = await readRows<{ id: string }>(library, 'papers');
    const ids = papers.map(({ id }) => id).filter((id) => id.startsWith('2605.'));
    expect(await ask(library, { type: 'reading-list/save', request: { ids } })).toMatchObject({ ok: true });
    await library.locator('.entry').first().waitFor();
    for (let step = 0; step < 4; step++) {
      await library.mouse.wheel(0, 12_000);
      await library.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await look(library);
    }
  });

  it('shows as text in badges and in the cards they open', async () => {
    const page = await papergloss.open('https://github.com/someone/papers');
    await until(async () => (await page.locator(badge).count()) > 40, 'badges', 20_000);
    const strangers: string[] = [];
    const count = await page.locator(badge).count();
    for (let index = 0; index < count; index++) strangers.push(...(await inRoot(page, index)));
    for (const index of [0, 11, 23, 37]) {
      const host = { selector: badge, index };
      await shadowClick(page, host, 'button.badge');
      await waitForShadow(page, host, '[popover] footer');
      strangers.push(...(await inRoot(page, index)));
      const width = await shadowEval(page, host, (root) => {
        const open = root.querySelector('[popover]');
        return open ? open.scrollWidth - open.clientWidth : 0;
      });
      expect(width).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
    expect([...new Set(strangers)]).toEqual([]);
    expect(await hitsIn(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it.each([shown, hostileId(60), hostileId(170)])('shows as text in the card of arXiv:%s', async (id) => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await waitForShadow(page, card, 'footer');
    expect(await inRoot(page, 0, card)).toEqual([]);
    expect(
      await page.evaluate((host) => {
        const element = document.querySelector(host);
        return element ? element.getBoundingClientRect().right - 700 : 0;
      }, card),
    ).toBeLessThanOrEqual(0);
    expect(await hitsIn(page)).toEqual([]);
    await page.close();
  });

  it('is read by the address bar as lines of its own styles', async () => {
    const lines = await papergloss.browser.evaluateInBackground((typed: string) => {
      const { omnibox } = Reflect.get(globalThis, 'chrome');
      return new Promise<{ description: string }[]>((resolve) =>
        omnibox.onInputChanged.dispatch(typed, resolve),
      );
    }, 'title onerror');
    expect(lines.length).toBeGreaterThan(2);
    const options = await papergloss.openOwn('options');
    const names = await options.evaluate(
      (texts) =>
        texts.flatMap((text) => {
          const { documentElement } = new DOMParser().parseFromString(`<line>${text}</line>`, 'text/xml');
          return [...documentElement.querySelectorAll('*')].map(({ localName }) => localName);
        }),
      lines.map(({ description }) => description),
    );
    expect(names.filter((name) => !['match', 'dim', 'url'].includes(name))).toEqual([]);
  });

  it('ran nothing, and sent nobody anywhere', async () => {
    for (const page of opened) if (!page.isClosed()) expect(await hitsIn(page)).toEqual([]);
    expect(hits).toEqual([]);
    expect(papergloss.web.refused).toEqual([]);
    const own =
      /^https:\/\/huggingface\.co\/api\/daily_papers\?date=|^https:\/\/cdn-thumbnails\.huggingface\.co\/|^https:\/\/(?:github\.com\/someone\/papers|arxiv\.org\/abs\/2605\.\d+)$|\/favicon\.ico$/;
    expect(papergloss.web.requests.map(({ url }) => url).filter((url) => !own.test(url))).toEqual([]);
  });
});
