// The reading list in a real Chromium: work through it, take it out, bring it in, lose nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { card, cardText, countRows, openPapergloss, type Papergloss } from './papergloss';

const rows = (page: Page) => page.locator('li.entry');
const pressed = (root: ShadowRoot) => root.querySelector('[aria-pressed="true"]') !== null;

let papergloss: Papergloss;
let ids: string[];
let folder: string;

async function savePaper(id: string): Promise<void> {
  const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
  await cardText(page);
  await shadowClick(page, card, '[aria-pressed="false"]');
  await waitForShadow(page, card, pressed);
  await page.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergloss-library-'));
  papergloss = await openPapergloss();
  await papergloss.synced(20);
  ids = papergloss.web.feed
    .itemsOf(papergloss.web.feed.days[0] ?? '')
    .slice(0, 3)
    .map(({ paper }) => paper.id);
  for (const id of ids) await savePaper(id);
}, 120_000);

afterAll(async () => {
  await papergloss?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the library', () => {
  it('lists what was saved, newest first', async () => {
    const page = await papergloss.openOwn('library');
    await rows(page).nth(2).waitFor();
    expect(await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))).toEqual(
      [...ids].reverse(),
    );
  });

  it('changes a status, and shows only what has it', async () => {
    const page = await papergloss.openOwn('library');
    await rows(page).first().locator('select').selectOption('reading');
    await page.getByRole('button', { name: /^Reading/ }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).first().getAttribute('data-status')).toBe('reading');
  });

  it('removes with a way back', async () => {
    const page = await papergloss.openOwn('library');
    await rows(page).nth(2).waitFor();
    await rows(page)
      .nth(1)
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  it('exports a file that an empty list reads whole', async () => {
    const page = await papergloss.openOwn('library');
    await rows(page).nth(2).waitFor();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export JSON' }).click();
    const file = join(folder, 'list.json');
    await (await started).saveAs(file);
    const exported = JSON.parse(readFileSync(file, 'utf8'));
    expect(exported).toMatchObject({ format: 'papergloss-reading-list', version: 1 });
    expect(exported.entries.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());

    for (let left = 3; left > 0; left--) {
      await rows(page)
        .first()
        .getByRole('button', { name: /^Remove/ })
        .click();
      await expect.poll(() => rows(page).count()).toBe(left - 1);
    }
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('3 added, 0 merged, 0 skipped').waitFor();
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('0 added, 3 merged, 0 skipped').waitFor();
  });

  it('says what is wrong with a file, and which entries it skipped', async () => {
    const page = await papergloss.openOwn('library');
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":"papergloss-rea');
    await page.locator('input[type=file]').setInputFiles(broken);
    await page.getByText('This file is not a Papergloss reading list').waitFor();
    const foreign = join(folder, 'foreign.json');
    const entries = [{ id: 'not an id' }, { id: '2412.17747', title: '<img src=x onerror=alert(1)>' }];
    writeFileSync(foreign, JSON.stringify({ format: 'papergloss-reading-list', version: 1, entries }));
    await page.locator('input[type=file]').setInputFiles(foreign);
    await page.getByText('0 added, 0 merged, 2 skipped').waitFor();
    expect(await rows(page).count()).toBe(3);
  });
});

describe('nothing is lost', () => {
  it('when the cache is cleared', async () => {
    const options = await papergloss.openOwn('options');
    await options.getByRole('button', { name: 'Clear the cache' }).click();
    await options.getByText('Your reading list is untouched').waitFor();
    expect(await countRows(options, 'papers')).toBe(0);
    const library = await papergloss.openOwn('library');
    await rows(library).nth(2).waitFor();
  });

  it('when IndexedDB is wiped: the mirror brings the list back', async () => {
    const page = await papergloss.openOwn('options');
    await papergloss.chromium.stopWorker();
    for (const open of papergloss.chromium.context.pages()) if (open !== page) await open.close();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('papergloss');
          opening.onsuccess = () => {
            const emptying = opening.result.transaction('readingEntries', 'readwrite');
            emptying.objectStore('readingEntries').clear();
            emptying.oncomplete = () => {
              opening.result.close();
              resolve(undefined);
            };
          };
        }),
    );
    await page.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.sendMessage({ type: 'wake' }));
    await until(async () => (await countRows(page, 'readingEntries')) === 3, 'the mirror to be read', 10_000);
  });

  it('when the background dies between saves', async () => {
    const page = await papergloss.openOwn('options');
    await papergloss.chromium.stopWorker();
    const [first] = ids;
    const reply = await page.evaluate(
      (id) =>
        Reflect.get(globalThis, 'chrome').runtime.sendMessage({
          type: 'reading-list/set-status',
          request: { id, status: 'done' },
        }),
      first,
    );
    expect(reply).toMatchObject({ ok: true, value: { status: 'done' } });
  });
});
