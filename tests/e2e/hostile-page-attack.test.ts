// A page that is against us on purpose: it can neither read what we draw, nor save in the reader's name, nor find out that Papergloss is
// installed while we draw nothing. What it can do with its own content (hide ours, lay something over it) is out of scope.
import { readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFolder } from '../drivers/builds.mjs';
import { shadowClick, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import {
  listenEverywhere,
  reachedFiles,
  rootsOfItsOwn,
  takeOurNames,
  tracesOfUs,
  watchDocument,
} from './in-page/attacks';
import { openSynced, type Papergloss } from './papergloss';
import { countRows } from './store-state';

let papergloss: Papergloss;
let known: string;
/** Scripts a page begins with, by the repository's name. */
const scripts = new Map<string, string>();

const host = 'papergloss-badge';

function answer(response: ServerResponse, url: URL): void {
  const name = url.pathname.split('/')[2] ?? '';
  const id = name.startsWith('no-hit') ? '2303.99001' : known;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Attack</title><script>${scripts.get(name) ?? ''}</script>
    <article class="markdown-body"><p><a href="https://arxiv.org/abs/${id}">a paper</a></p></article>`);
}

beforeAll(async () => {
  papergloss = await openSynced({
    web: { sites: { 'github.com': (_request, response, url) => answer(response, url) } },
  });
  known = [...papergloss.web.feed.all()][0]?.paper.id ?? '';
});
afterAll(() => papergloss?.close());

async function attack(name: string, script = ''): Promise<Page> {
  scripts.set(name, script);
  return papergloss.open(`https://github.com/someone/${name}`);
}

const drawn = (page: Page) =>
  until(async () => (await page.locator(host).count()) > 0 || undefined, 'a badge', 20_000);

async function savedPapers(): Promise<number> {
  const options = await papergloss.openOwn('options');
  const count = await countRows(options, 'readingEntries');
  await options.close();
  return count;
}

describe('what we draw', () => {
  it('cannot be read by a page that has made our elements its own', async () => {
    const page = await attack('custom-elements', takeOurNames);
    await drawn(page);
    await shadowClick(page, host, 'button');
    expect(await shadowText(page, host, '[popover]')).toContain('arXiv');
    expect(await page.evaluate(() => Reflect.get(window, 'met'))).toContain('made');
    expect(
      await page.evaluate(() => [
        ...Reflect.get(window, 'internals').map((each: ElementInternals) => each.shadowRoot),
        ...[...document.querySelectorAll('papergloss-badge')].map((element) => element.shadowRoot),
      ]),
    ).toEqual([null, null]);
    await page.close();
  });

  it('is drawn all the same where such elements would have roots of their own', async () => {
    const page = await attack('own-roots', rootsOfItsOwn);
    await drawn(page);
    await waitForShadow(page, host, 'button');
    expect(await page.evaluate(() => document.querySelector('papergloss-badge')?.shadowRoot)).toBeNull();
    await page.close();
  });

  it('passes by a page that listens wherever roots, elements and messages are made', async () => {
    const page = await attack('listeners', listenEverywhere);
    await drawn(page);
    await shadowClick(page, host, 'button');
    await waitForShadow(page, host, '[popover] footer');
    const heard: string[] = await page.evaluate(() => Reflect.get(window, 'heard'));
    // The page's own listeners use what they listen to.
    expect(heard.filter((name) => name !== 'push')).toEqual([]);
    await page.close();
  });
});

describe('saving', () => {
  it('is not done for clicks and keys the page makes up, and is for the reader’s', async () => {
    const page = await attack('clicks');
    await drawn(page);
    await shadowClick(page, host, 'button');
    await waitForShadow(page, host, '[popover] [aria-pressed]');
    const before = await savedPapers();
    await page.bringToFront();
    await page.evaluate((name) => {
      const element = document.querySelector<HTMLElement>(name);
      const box = element?.getBoundingClientRect();
      const found = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const open = document.elementsFromPoint(box?.x ?? 0, (box?.bottom ?? 0) + 40);
      for (const target of [element, found, ...open]) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        for (const key of ['Enter', ' ', 's', 'Tab'])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        if (target instanceof HTMLElement && target !== document.body) target.click();
      }
    }, host);
    expect(await savedPapers()).toBe(before);
    await page.bringToFront();
    await shadowClick(page, host, '[popover] [aria-pressed]');
    await until(async () => (await savedPapers()) === before + 1, 'the paper to be saved', 10_000);
    await page.close();
  });

  it('cannot be asked for by messages and events of the page', async () => {
    const before = await savedPapers();
    const page = await attack('messages');
    await drawn(page);
    const reached = await page.evaluate(
      ([extension, id]) => {
        const message = { type: 'reading-list/save', request: { ids: ['2412.17747', id] } };
        window.postMessage(message, '*');
        for (const target of [window, document, document.querySelector('papergloss-badge')])
          for (const type of ['message', 'papergloss', 'reading-list/save', 'wxt:content-script-started'])
            target?.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true, composed: true }));
        window.dispatchEvent(new MessageEvent('message', { data: message, source: window }));
        const runtime = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
        try {
          runtime.sendMessage(extension, message);
          return 'sent';
        } catch (error) {
          return (error as Error).name;
        }
      },
      [papergloss.browser.id, known] as const,
    );
    expect(reached).toBe('TypeError');
    expect(await savedPapers()).toBe(before);
    await page.close();
  });
});

describe('a host that the page', () => {
  it.each([
    ['replaces by a copy', (element: Element) => element.replaceWith(element.cloneNode(true))],
    ['takes away', (element: Element) => element.remove()],
    ['moves to the end', (element: Element) => document.body.append(element)],
    [
      'moves into a frame',
      (element: Element) =>
        document.body.appendChild(document.createElement('iframe')).contentDocument?.body.append(element),
    ],
    [
      'fills and renames',
      (element: Element) => {
        element.innerHTML = '<slot></slot><papergloss-card></papergloss-card>';
        element.id = 'x';
      },
    ],
  ])('%s does no harm', async (what, change) => {
    const page = await papergloss.browser.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`https://github.com/someone/swap-${what.length}`);
    await drawn(page);
    await page.locator(host).first().evaluate(change);
    await page.evaluate(() => document.body.append(document.createElement('hr')));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
    expect(errors.filter((text) => !/favicon|404/.test(text))).toEqual([]);
    expect(await page.locator(host).count()).toBeLessThanOrEqual(2);
    await page.close();
  });
});

/** Everything that lies in the build, as a page that knows the extension's id would ask for it. */
const filesOfBuild = () =>
  readdirSync(buildFolder('chrome'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => `${file.parentPath}/${file.name}`.slice(`${buildFolder('chrome')}/`.length));

describe('that Papergloss is installed', () => {
  it.each(['no-hit-files', 'files'])('cannot be told by asking for any of its files: %s', async (name) => {
    const page = await attack(name);
    if (name === 'files') await drawn(page);
    const files = filesOfBuild();
    expect(files.length).toBeGreaterThan(20);
    const root = `chrome-extension://${papergloss.browser.id}/`;
    const reached = await page.evaluate(reachedFiles, { root, files });
    expect(reached).toEqual([]);
    await page.close();
  });

  it('cannot be told from a page without a hit: it is the same as without us', async () => {
    const page = await attack('no-hit-trace', watchDocument);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
    expect(await page.evaluate(tracesOfUs)).toEqual({
      seen: [],
      globals: [],
      resources: 0,
      sheets: 0,
      elements: 0,
      attributes: 0,
      storage: 0,
      runtime: 'undefined',
    });
    await page.close();
  });
});
