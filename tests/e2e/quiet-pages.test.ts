// What Papergloss promises on every kind of page, in a real Chromium: nothing moves under the reader's eyes, nothing is left behind
// when it is switched off, and what comes, goes or is restored is annotated once.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { badge, card, openSynced, type Papergloss, type ShiftWatcher, watchShifts } from './papergloss';

let papergloss: Papergloss;
let shifts: ShiftWatcher;
let known: string;
let slug: string;

const rest = (page: Page, ms: number) => page.waitForTimeout(ms);
const hosts = `${badge}, ${card}, papergloss-bar`;
const countOf = (page: Page, selector = badge) => page.locator(selector).count();

/** A page that grows, as GitHub would serve it: with foreign marks in its links, as other extensions leave them. */
const growing = (id: string) => `<!doctype html><title>Growing</title><body>
  <article class="markdown-body"><ul id="list"></ul></article><div style="height:3000px"></div>
  <script>
    let made = 0;
    window.grow = (count) => {
      for (let item = 0; item < count; item++) {
        const line = document.createElement('li');
        line.innerHTML = '<a href="https://arxiv.org/abs/${id}">Paper ' + made++ + '<x-mark title="of another extension"></x-mark></a>'
          + '<span class="mark"><i>★</i></span> and more';
        document.querySelector('#list').append(line);
      }
    };
    grow(3);
  </script>`;

beforeAll(async () => {
  papergloss = await openSynced();
  const items = [...papergloss.web.feed.all()];
  known = items[0]?.paper.id ?? '';
  const own = items.find(({ paper }) => /github\.com\/[^/]+\/[^/]+$/.test(String(paper.githubRepo ?? '')));
  slug = new URL(String(own?.paper.githubRepo)).pathname.slice(1);
  shifts = await watchShifts(papergloss);
});
afterAll(() => papergloss?.close());

/** Address by name; made when the test runs, since the feed says which papers there are. */
const pages: Record<string, () => string> = {
  'an abstract': () => `https://arxiv.org/abs/${known}`,
  'a listing': () => 'https://arxiv.org/list/cs.CL/recent',
  'the new submissions': () => 'https://arxiv.org/list/cs.CL/new',
  'a catch-up with abstracts': () => 'https://arxiv.org/catchup/cs.CL/2026-06-12?abs=True',
  'search results': () => 'https://arxiv.org/search/?query=decoding&searchtype=all',
  'the page of an author': () => 'https://arxiv.org/a/someone_a_1',
  'a paper as HTML': () => `https://arxiv.org/html/${known}`,
  'a README, classic': () => `https://github.com/${slug}?layout=classic`,
  'a README, React': () => `https://github.com/${slug}?layout=react`,
  'an issue': () => `https://github.com/${slug}/issues/1`,
  'a pull request': () => `https://github.com/${slug}/pull/1`,
  'a discussion': () => `https://github.com/${slug}/discussions/1`,
  'a wiki': () => `https://github.com/${slug}/wiki`,
  releases: () => `https://github.com/${slug}/releases`,
  trending: () => 'https://github.com/trending',
  'a topic': () => 'https://github.com/topics/decoding',
  'a search on GitHub': () => 'https://github.com/search?q=decoding&type=repositories',
  stars: () => 'https://github.com/stars/someone',
  'a gist': () => 'https://gist.github.com/someone/0123456789abcdef0123456789abcdef',
  'a paper on Hugging Face': () => `https://huggingface.co/papers/${known}`,
  'the daily papers': () => 'https://huggingface.co/papers',
};

describe.each(Object.entries(pages))('%s', (_name, address) => {
  it('is annotated without moving anything, also when the background had been asleep', async () => {
    expect(await shifts.on(address(), `:is(${badge}, ${card})`)).toEqual([]);
    await papergloss.browser.stopBackground();
    expect(await shifts.on(address(), `:is(${badge}, ${card})`)).toEqual([]);
  });
});

describe('a site that is switched off', () => {
  async function switchSite(site: string, on: boolean): Promise<void> {
    const options = await papergloss.openOwn('options');
    await options.evaluate(
      async ([name, wanted]) => {
        const { runtime } = Reflect.get(globalThis, 'chrome');
        await runtime.sendMessage({ type: 'site/switch', request: { site: name, on: wanted } });
      },
      [site, on] as const,
    );
    await options.close();
  }

  const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  it.each(['arxiv.org', 'github.com', 'huggingface.co'])(
    'has its pages back byte for byte: %s',
    async (site) => {
      const addresses = Object.values(pages)
        .map((address) => address())
        .filter((address) => new URL(address).hostname.endsWith(site));
      const before: [page: Page, markup: string][] = [];
      await switchSite(site, false);
      for (const address of addresses) {
        const page = await papergloss.open(address);
        await rest(page, 300);
        before.push([page, await markup(page)]);
      }
      await switchSite(site, true);
      for (const [page] of before) {
        await page.bringToFront();
        await until(async () => (await countOf(page, hosts)) > 0, `something on ${page.url()}`, 10_000);
      }
      await switchSite(site, false);
      for (const [page, markupBefore] of before) {
        await until(async () => (await countOf(page, hosts)) === 0, `nothing on ${page.url()}`, 10_000);
        expect(await markup(page), page.url()).toBe(markupBefore);
        await page.close();
      }
      await switchSite(site, true);
    },
    120_000,
  );
});

describe('a page that grows', () => {
  let own: Papergloss;

  beforeAll(async () => {
    own = await openSynced({
      web: {
        sites: {
          'github.com': (_request, response) => {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(growing(known));
          },
        },
      },
    });
  });
  afterAll(() => own?.close());

  const grow = (page: Page, count: number) =>
    page.evaluate((items) => Reflect.get(window, 'grow')(items), count);

  it('has each of its lines annotated once, whatever other extensions have put into them', async () => {
    const page = await own.open('https://github.com/someone/growing');
    await until(async () => (await countOf(page)) === 3, 'three badges', 10_000);
    await grow(page, 40);
    await until(async () => (await countOf(page)) === 43, 'forty more', 10_000);
    await rest(page, 600);
    const perLine = await page
      .locator('li')
      .evaluateAll((lines, selector) => lines.map((line) => line.querySelectorAll(selector).length), badge);
    expect(new Set(perLine)).toEqual(new Set([1]));
  });

  it('loses the badges of lines that go, and of no others', async () => {
    const page = await own.open('https://github.com/someone/growing');
    await until(async () => (await countOf(page)) === 3, 'three badges', 10_000);
    await page.evaluate(() => document.querySelector('li')?.remove());
    await rest(page, 600);
    expect(await countOf(page)).toBe(2);
  });

  it('is annotated once after it came back from the back/forward cache', async () => {
    const page = await own.open('https://github.com/someone/growing');
    await until(async () => (await countOf(page)) === 3, 'three badges', 10_000);
    await page.evaluate(() =>
      window.addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'restored', persisted)),
    );
    await page.goto('https://arxiv.org/abs/2303.99001');
    await page.goBack();
    await until(async () => (await countOf(page)) === 3, 'three badges again', 10_000);
    await grow(page, 2);
    await until(async () => (await countOf(page)) === 5, 'two more', 10_000);
  });
});
