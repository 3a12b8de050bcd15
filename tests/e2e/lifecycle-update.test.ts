// An update, and being switched off and on, with pages open, in a real Chromium: what is old falls silent, what is new takes over when
// a page is loaded again, and what the reader has stands.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { linkItem, pageItem } from '../../lib/saving/menu-items';
import { shadowHover } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { type AllowedBeforehand, openAllowedBeforehand } from './allowed-beforehand';
import { ask } from './own-messages';
import { badge, card } from './papergloss';
import { readRows } from './store-state';

const news = 'https://news.ycombinator.com/';
const newsOrigin = 'https://news.ycombinator.com/*';
const marks = `${card}, ${badge}`;

let papergloss: AllowedBeforehand;
/** The browser's own page of extensions. */
let extensions: Page;
/** Of a paper that has a repository. */
let id: string;
const pages: Record<'abstract' | 'repository' | 'news', Page> = {} as never;
const names = ['abstract', 'repository', 'news'] as const;
/** What went wrong in the pages, as their consoles have it: of ours and of theirs. */
const errors: string[] = [];

async function open(address: string): Promise<Page> {
  const page = await papergloss.open(address);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return page;
}

const marksOn = (page: Page) => page.locator(marks).count();

/** One card on a page that is about a paper, one badge in the news; a second one would be there by the time the page is quiet. */
async function isMarkedOnce(name: (typeof names)[number]): Promise<void> {
  const mark = pages[name].locator(name === 'news' ? badge : card);
  await mark.first().waitFor({ state: 'attached', timeout: 15_000 });
  await pages[name].waitForTimeout(300);
  expect(await mark.count()).toBe(1);
}

const isBare = (page: Page) => until(async () => (await marksOn(page)) === 0, 'the marks to go', 10_000);

/** What the page itself has in it, as the server sent it. */
const isAsSent = async (page: Page, sent: string) =>
  page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'text/html');
    return documentElement.outerHTML === document.documentElement.outerHTML;
  }, sent);

/** A new link to a paper the feed has, put in by the page itself. */
const addLink = (page: Page) =>
  page.evaluate((paper) => {
    const link = document.createElement('a');
    link.href = `https://arxiv.org/abs/${paper}`;
    link.textContent = 'A paper of the feed';
    document.body.append(link);
  }, id);

const manage = (enabled: boolean) =>
  extensions.evaluate(
    ([extension, on]) => Reflect.get(globalThis, 'chrome').management.setEnabled(extension, on),
    [papergloss.browser.id, enabled] as const,
  );

/** Raises the version of the build and has the browser read it again, as an update does. */
async function update(version: string): Promise<void> {
  const info = await extensions.evaluate(
    (extension) => Reflect.get(globalThis, 'chrome').developerPrivate.getExtensionInfo(extension),
    papergloss.browser.id,
  );
  const file = join(info.path, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
  const session = await papergloss.browser.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path: info.path });
  await session?.detach();
}

/** What the reader has, and what the browser is to do for us, as one of our own pages sees it. */
async function whatThereIs() {
  const options = await papergloss.openOwn('options');
  const there = await options.evaluate(
    async (items) => {
      const { alarms, contextMenus, runtime, scripting } = Reflect.get(globalThis, 'chrome');
      const has = (item: string) =>
        contextMenus.update(item, {}).then(
          () => true,
          () => false,
        );
      const registered: { matches: string[] }[] = await scripting.getRegisteredContentScripts();
      const all: { name: string }[] = await alarms.getAll();
      return {
        version: runtime.getManifest().version as string,
        alarms: all.map(({ name }) => name).filter((name) => !name.endsWith('-resume')),
        menus: (await Promise.all(items.map(has))) as boolean[],
        sites: registered.flatMap(({ matches }) => matches),
      };
    },
    [linkItem, pageItem, 'no-such-item'],
  );
  const entries = await readRows<ReadingEntry>(options, 'readingEntries');
  await options.close();
  return { ...there, list: entries.map(({ id: saved, note }) => [saved, note]) };
}

const asBefore = () => ({
  alarms: ['feed-sync'],
  menus: [true, true, false],
  sites: [newsOrigin],
  list: [[id, 'kept']],
});

beforeAll(async () => {
  papergloss = await openAllowedBeforehand([newsOrigin], {
    sites: {
      'news.ycombinator.com': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          `<!doctype html><title>News</title><p><a href="https://arxiv.org/abs/${id}">Paper</a></p>`,
        );
      },
    },
  });
  const withRepository = papergloss.web.feed
    .itemsOf(papergloss.web.feed.days[0] ?? '')
    .find(({ paper }) => /github\.com\/[\w.-]+\/[\w.-]+$/.test(String(paper.githubRepo ?? '')));
  id = withRepository?.paper.id ?? '';
  await papergloss.synced(20);
  const options = await papergloss.openOwn('options');
  await ask(options, { type: 'reading-list/save', request: { ids: [id] } });
  await ask(options, {
    type: 'reading-list/change',
    request: { changes: [{ id, change: { note: 'kept' } }] },
  });
  await papergloss.allow(newsOrigin);
  await options.bringToFront();
  await options.getByLabel('Add a site').fill(news);
  await options.keyboard.press('Enter');
  await options.getByText('news.ycombinator.com was added.').waitFor();
  await options.close();
  extensions = await papergloss.open('chrome://extensions');
  pages.abstract = await open(`https://arxiv.org/abs/${id}`);
  pages.repository = await open(String(withRepository?.paper.githubRepo));
  pages.news = await open(news);
  for (const name of names) await isMarkedOnce(name);
}, 120_000);
afterAll(() => papergloss?.close());

describe('an update with pages open', () => {
  it('takes the old marks away when the reader or the page does something, and nothing goes wrong', async () => {
    await shadowHover(pages.abstract, card, '[aria-pressed]');
    await update('0.1.1');
    await pages.abstract.mouse.down();
    await pages.abstract.mouse.up();
    await pages.repository.keyboard.press('Shift');
    await addLink(pages.news);
    for (const name of names) await isBare(pages[name]);
    expect(errors).toEqual([]);
  });

  it('leaves the old script nothing to say: what a page adds gets no mark', async () => {
    for (const name of names) await addLink(pages[name]);
    // Longer than a script that lives puts a look at the page off.
    await pages.news.waitForTimeout(500);
    expect(await Promise.all(names.map((name) => marksOn(pages[name])))).toEqual([0, 0, 0]);
    expect(errors).toEqual([]);
  });

  it('has kept the list, and has again what the browser does for us', async () => {
    await expect.poll(whatThereIs, { timeout: 15_000 }).toEqual({ ...asBefore(), version: '0.1.1' });
  });

  it.each(names)(
    'the new script takes over when the page is loaded again, and draws once: %s',
    async (name) => {
      await pages[name].reload();
      await isMarkedOnce(name);
      expect(errors).toEqual([]);
    },
  );
});

describe('switched off', () => {
  it('takes the marks away when the reader acts, and nothing goes wrong', async () => {
    await manage(false);
    for (const name of names) {
      // The browser may tell the page's process a little later that we are gone: a reader goes on acting.
      const actsOn = async () => {
        await pages[name].keyboard.press('Shift');
        return (await marksOn(pages[name])) === 0;
      };
      await until(actsOn, 'the marks to go', 10_000);
    }
    expect(errors).toEqual([]);
  });

  // GitHub's own scripts write to its pages.
  it.each(['abstract', 'news'] as const)(
    'leaves a page that is loaded then as it was sent: %s',
    async (name) => {
      const response = await pages[name].reload();
      expect(await isAsSent(pages[name], (await response?.text()) ?? '')).toBe(true);
    },
  );
});

describe('switched on again', () => {
  it('has the list, and what the browser does for us', async () => {
    await manage(true);
    await expect.poll(whatThereIs, { timeout: 15_000 }).toEqual({ ...asBefore(), version: '0.1.1' });
  });

  it.each(names)('marks a page that is loaded again: %s', async (name) => {
    await pages[name].reload();
    await isMarkedOnce(name);
    expect(errors).toEqual([]);
  });
});
