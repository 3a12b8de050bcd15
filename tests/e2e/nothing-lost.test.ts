// The promise of the reading list, in a real Chromium: what was acknowledged is there, whatever happens next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { until } from '../drivers/until.mjs';
import { putInPlace, sampleOf } from '../store/frozen-samples';
import { buildWithScript } from './build-with-script';
import { ask } from './own-messages';
import { openPapergloss, openSynced, type Papergloss } from './papergloss';
import { countRows, deleteDatabase, readRows } from './store-state';

let papergloss: Papergloss | undefined;
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'papergloss-lost-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await papergloss?.close().catch(() => undefined);
  papergloss = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const idOf = (position: number) => `2501.${String(position + 1).padStart(5, '0')}`;

const entriesOf = (page: Page) => readRows<ReadingEntry>(page, 'readingEntries');

/** A file of the extension's that opens no database. */
const bareFile = (at: Papergloss) =>
  at.browser.pageUrl('options').replace('options.html', 'starter-feed.json');

describe('the browser is killed in the middle of a thousand saves', () => {
  it('and every save that was acknowledged is there after the restart', async () => {
    const profile = newFolder();
    papergloss = await openPapergloss({ browser: { profile } });
    const page = await papergloss.openOwn('options');
    const acknowledged: string[] = [];
    await page.exposeFunction('acknowledged', (id: string) => void acknowledged.push(id));
    const ids = Array.from({ length: 1_000 }, (_, position) => idOf(position));
    const saving = page
      .evaluate(async (all) => {
        const { runtime } = Reflect.get(globalThis, 'chrome');
        await Promise.all(
          all.map(async (id) => {
            const reply = await runtime.sendMessage({ type: 'reading-list/save', request: { ids: [id] } });
            if (reply?.ok) await Reflect.get(globalThis, 'acknowledged')(id);
          }),
        );
      }, ids)
      .catch(() => undefined);
    await until(async () => acknowledged.length >= 100, 'the first saves to be acknowledged', 30_000);
    await papergloss.browser.kill();
    await saving;
    await papergloss.web.close();
    const before = [...acknowledged];

    papergloss = await openPapergloss({ browser: { profile } });
    const stored = (await entriesOf(await papergloss.openOwn('options'))).map(({ id }) => id);
    expect(before.length).toBeGreaterThanOrEqual(100);
    expect(before.filter((id) => !stored.includes(id))).toEqual([]);
  });
});

describe('on one reading list', () => {
  it('two tabs and the popup change one entry at the same moment, and all three changes are there', async () => {
    papergloss = await openSynced();
    const id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
    const pages = [
      await papergloss.openOwn('library'),
      await papergloss.openOwn('library'),
      await papergloss.openOwn('popup'),
    ] as const;
    await ask(pages[0], { type: 'reading-list/save', request: { ids: [id] } });
    const changes = [{ note: 'from one tab' }, { addTags: ['from another'] }, { status: 'reading' }];
    await Promise.all(
      changes.map((change, position) =>
        ask(pages[position] as Page, { type: 'reading-list/change', request: { changes: [{ id, change }] } }),
      ),
    );
    const [entry] = await entriesOf(pages[0]);
    expect(entry).toMatchObject({ note: 'from one tab', tags: ['from another'], status: 'reading' });
    for (const page of pages.slice(0, 2)) {
      await page.getByText('from another').first().waitFor();
      await page.getByText('from one tab').first().waitFor();
    }
  });

  it('the whole database is wiped, and the mirror brings back every entry with tags, note and stars', async () => {
    papergloss = await openPapergloss();
    const page = await papergloss.openOwn('options');
    await ask(page, { type: 'reading-list/save', request: { ids: [idOf(0), idOf(1), idOf(2)] } });
    const change = { note: 'kept', addTags: ['mine'], stars: 3, status: 'done' };
    await ask(page, { type: 'reading-list/change', request: { changes: [{ id: idOf(1), change }] } });
    const mirrored = () =>
      page.evaluate(
        async (key) => {
          const items = await Reflect.get(globalThis, 'chrome').storage.local.get(key);
          return items[key]?.note;
        },
        `reading/${idOf(1)}`,
      );
    await until(async () => (await mirrored()) === 'kept', 'the mirror to have it', 10_000);

    await page.goto(bareFile(papergloss));
    for (const other of papergloss.browser.context.pages()) if (other !== page) await other.close();
    await papergloss.browser.stopBackground();
    await deleteDatabase(page);
    const library = await papergloss.openOwn('library');
    await ask(library, { type: 'wake' });
    await until(
      async () => (await countRows(library, 'readingEntries')) === 3,
      'the list to be back',
      10_000,
    );
    const entries = await entriesOf(library);
    expect(entries.find(({ id }) => id === idOf(1))).toMatchObject({
      note: 'kept',
      tags: ['mine'],
      stars: 3,
      status: 'done',
    });
  });
});

describe('an update whose migration fails', () => {
  /** The build with a fault: what an upgrade writes is refused. */
  function brokenBuild(): string {
    const folder = newFolder();
    const fault = `(() => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    if (this.transaction.mode === 'versionchange') throw new DOMException('a fault', 'UnknownError');
    return put.apply(this, args);
  };
})();\n`;
    buildWithScript(folder, fault, ['library']);
    return folder;
  }

  it('leaves the old list readable, says so, and saves nothing over it', async () => {
    papergloss = await openPapergloss({ browser: { extension: brokenBuild() } });
    await papergloss.synced(20);
    const page = await papergloss.open(bareFile(papergloss));
    for (const other of papergloss.browser.context.pages()) if (other !== page) await other.close();
    await papergloss.browser.stopBackground();
    await deleteDatabase(page);
    const sample = sampleOf(2);
    await page.evaluate(putInPlace, { ...sample, name: 'papergloss' });

    const library = await papergloss.openOwn('library');
    await library.getByText('A Paper Saved and Never Touched').waitFor({ timeout: 20_000 });
    await library.getByText('an earlier version of Papergloss stored').waitFor();
    await library.getByText('Section 4.').waitFor();
    const reply = await ask(library, { type: 'reading-list/save', request: { ids: ['2501.00002'] } });
    expect(reply).toMatchObject({ ok: false, code: 'not-upgraded' });
    expect(await entriesOf(library)).toEqual(sample.rows.readingEntries);
  });
});
