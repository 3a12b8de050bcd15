// Pages that are broken, huge or against us, in a real Chromium: what is known is still shown, or we give up and stay silent.
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { badge, openSynced, type Papergloss } from './papergloss';

let papergloss: Papergloss;
let known: string;
/** What github.com answers, by the repository's name. */
const pages = new Map<string, () => string>();

function answer(response: ServerResponse, url: URL): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  const page = pages.get(url.pathname.split('/')[2] ?? '');
  response.end(`<!doctype html><title>Hostile</title><body>${page?.() ?? ''}`);
}

beforeAll(async () => {
  papergloss = await openSynced({
    web: { sites: { 'github.com': (_request, response, url) => answer(response, url) } },
  });
  known = [...papergloss.web.feed.all()][0]?.paper.id ?? '';
});
afterAll(() => papergloss?.close());

const markdown = (html: string) => `<article class="markdown-body">${html}</article>`;
const link = (id = known) => `<p><a href="https://arxiv.org/abs/${id}">a paper</a></p>`;
const rest = (page: Page, ms: number) =>
  page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

/** Opens the page; errors of its own scripts and of ours are collected. */
async function open(name: string, html: () => string): Promise<{ page: Page; errors: string[] }> {
  pages.set(name, html);
  const page = await papergloss.browser.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`https://github.com/someone/${name}`, { waitUntil: 'domcontentloaded', timeout: 50_000 });
  return { page, errors };
}

const badgesOn = (page: Page) =>
  until(async () => (await page.locator(badge).count()) || undefined, 'a badge', 40_000);

describe('a known paper is shown', () => {
  const filler = (index: number) => link(`2401.${String(10_000 + (index % 80_000)).padStart(5, '0')}`);

  it.each<[what: string, name: string, html: () => string]>([
    [
      'before a hundred thousand links',
      'links',
      () => markdown(link() + Array.from({ length: 100_000 }, (_, index) => filler(index)).join('')),
    ],
    [
      'behind five megabytes of text',
      'text',
      () => markdown(`<p>${'arxiv eprint = 2401 10.1/2401. '.repeat(170_000)}</p>${link()}`),
    ],
    [
      'where the page has spoiled what scripts build on',
      'prototypes',
      () =>
        `<script>
          const fail = () => { throw new Error('spoiled'); };
          for (const name of ['after', 'append', 'closest', 'matches', 'querySelectorAll', 'attachShadow'])
            Object.defineProperty(Element.prototype, name, { value: fail });
          Object.defineProperty(HTMLAnchorElement.prototype, 'href', { get: fail });
          Array.prototype.map = Array.prototype.filter = Array.prototype.push = fail;
          Object.defineProperty(window, 'IntersectionObserver', { value: fail });
          customElements.define = fail;
        </script>${markdown(link())}`,
    ],
    [
      'beside an address of a million characters and other bad ones',
      'addresses',
      () =>
        markdown(
          `<p><a href="https://arxiv.org/abs/${'9'.repeat(1_000_000)}">long</a> <a href="https://[arxiv">broken</a>
          <a href="https://arxiv.org/abs/%E0%A4%A">half</a> <a>none</a></p>${link()}`,
        ),
    ],
    [
      'around shadow roots within shadow roots',
      'shadows',
      () =>
        `<div id="outer"></div>${markdown(link())}<script>
          let at = document.querySelector('#outer');
          for (let depth = 0; depth < 50; depth++) {
            const root = at.attachShadow({ mode: depth % 2 ? 'open' : 'closed' });
            at = root.appendChild(document.createElement('div'));
          }
        </script>`,
    ],
    [
      'under four thousand elements in one another',
      'deep',
      () => markdown(`${'<div>'.repeat(4000)}${link()}${'</div>'.repeat(4000)}`),
    ],
  ])('%s', async (_, name, html) => {
    const { page } = await open(name, html);
    await badgesOn(page);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await page.close();
  });
});

describe('a page that throws our elements away', () => {
  const remover = `<script>
      window.seen = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (/^PAPERGLOSS/.test(node.nodeName)) { window.seen++; node.remove(); }
      }).observe(document, { childList: true, subtree: true });
    </script>`;

  it('is left alone after a few tries', async () => {
    const { page, errors } = await open('remover', () => `${remover}${markdown(link())}`);
    await until(() => page.evaluate(() => Reflect.get(window, 'seen') > 0), 'a first try', 10_000);
    await rest(page, 1500);
    const tries = await page.evaluate(() => Reflect.get(window, 'seen'));
    await page.evaluate(() => document.body.append(document.createElement('hr')));
    await rest(page, 1000);
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toBe(tries);
    expect(tries).toBeLessThanOrEqual(3);
    expect(errors).toEqual([]);
  });

  it('keeps what it moves elsewhere', async () => {
    const { page } = await open('mover', () => markdown(`${link()}<section></section>`));
    await badgesOn(page);
    await page.evaluate(() =>
      document.querySelector('section')?.append(...document.querySelectorAll('article > p')),
    );
    await rest(page, 600);
    expect(await page.locator(`section ${badge}`).count()).toBe(1);
    expect(await page.locator(badge).count()).toBe(1);
  });
});

it('a page without a hit cannot tell that Papergloss looks at it', async () => {
  const { page, errors } = await open(
    'watcher',
    () =>
      `<script>
      window.seen = [];
      for (const [target, name] of [[Node.prototype, 'appendChild'], [Element.prototype, 'after'], [EventTarget.prototype, 'addEventListener']]) {
        const own = target[name];
        target[name] = function (...args) { window.seen.push(name); return own.apply(this, args); };
      }
      new MutationObserver((records) => window.seen.push(...records.map(({ type }) => type)))
        .observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    </script>${markdown(link('2303.99001'))}`,
  );
  await page.evaluate(() => {
    window.setTimeout(() => Reflect.set(window, 'seen', []), 0);
  });
  await rest(page, 1500);
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /papergloss/i.test(name)))).toEqual(
    [],
  );
  expect(errors).toEqual([]);
});
