// Private windows in a real Chromium: as Papergloss is built, with one background for both kinds of window, and as a manifest that asks
// for a background of their own (`split`) would have it. What is saved is kept, and nothing remembers the visit.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { buildFolder } from '../drivers/builds.mjs';
import { shadowClick, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { ask } from './own-messages';
import { badge, card, cardText, openPapergloss, type Papergloss } from './papergloss';
import { readRows } from './store-state';

/** Of no feed day: nobody has them cached. */
const uncached = { inPrivate: '2303.99001', ordinary: '2303.99002' };

let papergloss: Papergloss;
let extension: string;
let options: Page;
let ids: string[];
const errors: string[] = [];

const abstract = (id: string) => `https://arxiv.org/abs/${id}`;
const seenIds = async () => (await readRows<{ id: string }>(options, 'seenPapers')).map(({ id }) => id);
const saved = async () => (await readRows<ReadingEntry>(options, 'readingEntries')).map(({ id }) => id);
const asked = (id: string) =>
  papergloss.web.requests.filter(({ url }) => url.includes(`/papers/${id}`)).length;

/** Has the browser read the build again, allowed in private windows. */
async function loadForPrivate(): Promise<void> {
  const session = await papergloss.browser.context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path: extension, enableInIncognito: true } as never);
  await session?.detach();
  options = await papergloss.openOwn('options');
}

/** A tab of a private window. */
async function openPrivate(address: string): Promise<Page> {
  const opened = papergloss.browser.context.waitForEvent('page', (page) => page.url() === address);
  await options.evaluate(
    (url) => Reflect.get(globalThis, 'chrome').windows.create({ url, incognito: true }),
    address,
  );
  const page = await opened;
  page.on('pageerror', (error) => errors.push(error.message));
  await page.waitForLoadState();
  return page;
}

beforeAll(async () => {
  extension = mkdtempSync(join(tmpdir(), 'papergloss-private-'));
  cpSync(buildFolder('chrome'), extension, { recursive: true });
  papergloss = await openPapergloss({ browser: { extension } });
  await papergloss.synced(20);
  ids = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '').map(({ paper }) => paper.id);
  await loadForPrivate();
}, 120_000);
afterAll(async () => {
  await papergloss?.close();
  rmSync(extension, { recursive: true, force: true, maxRetries: 5 });
});

describe('a private window the reader has let us into', () => {
  it('has cards, and its visit is remembered by nobody, as one in an ordinary window is', async () => {
    const [inPrivate = '', ordinary = ''] = ids;
    const page = await openPrivate(abstract(inPrivate));
    await cardText(page);
    const other = await papergloss.open(abstract(ordinary));
    await cardText(other);
    await until(async () => (await seenIds()).includes(ordinary), 'the ordinary visit to be kept', 10_000);
    expect(await seenIds()).not.toContain(inPrivate);
    await other.close();
  });

  it('keeps what the reader saves there', async () => {
    const [id = ''] = ids;
    const page = papergloss.browser.context.pages().find((one) => one.url() === abstract(id));
    if (!page) throw new Error('The private tab is gone');
    await shadowClick(page, card, '[aria-pressed]');
    await waitForShadow(page, card, '[aria-pressed="true"]');
    await until(async () => (await saved()).includes(id), 'the entry', 5_000);
    expect(await seenIds()).not.toContain(id);
    await page.close();
  });

  it('has nobody asked about its page, not even where the reader allows that of ordinary ones', async () => {
    await ask(options, { type: 'settings/change', request: { lookUpUncached: true } });
    const page = await openPrivate(abstract(uncached.inPrivate));
    const other = await papergloss.open(abstract(uncached.ordinary));
    await until(
      async () => asked(uncached.ordinary) > 0,
      'the feed to be asked for the ordinary page',
      10_000,
    );
    expect(asked(uncached.inPrivate)).toBe(0);
    expect(errors).toEqual([]);
    await other.close();
    await page.close();
  });
});

describe('a private window with a background of its own', () => {
  /** In how many of the browser's stores a background of ours runs. */
  async function backgrounds(): Promise<number> {
    const session = await papergloss.browser.context.browser()?.newBrowserCDPSession();
    const targets = (await session?.send('Target.getTargets'))?.targetInfos ?? [];
    await session?.detach();
    const ours = targets.filter(
      ({ type, url }) => type === 'service_worker' && url.includes(papergloss.browser.id),
    );
    return new Set(ours.map(({ browserContextId }) => browserContextId)).size;
  }

  it('has an empty store of its own, so that its pages stay silent, and the ordinary ones are as they were', async () => {
    const manifest = JSON.parse(readFileSync(join(buildFolder('chrome'), 'manifest.json'), 'utf8'));
    expect(manifest.incognito, 'the build asks for one background').toBeUndefined();
    writeFileSync(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, incognito: 'split' }));
    const before = await saved();
    await loadForPrivate();
    const [, , id = '', ordinary = ''] = ids;
    const page = await openPrivate(abstract(id));
    await until(async () => (await backgrounds()) === 2, 'both backgrounds to run', 10_000);
    await cardText(await papergloss.open(abstract(ordinary)));
    expect(await page.locator(`${card}, ${badge}`).count()).toBe(0);
    expect(await saved()).toEqual(before);
    expect(await seenIds()).not.toContain(id);
    expect(errors).toEqual([]);
  });
});
