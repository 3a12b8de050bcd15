// The promise of the reading list, in a real Firefox: what was acknowledged is there, whatever happens next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { linkItem, pageItem } from '../../lib/saving/menu-items';
import { findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Firefox, openFirefox } from '../drivers/firefox.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';

const executablePath = findFirefox() ?? '';
const burst = 1_000;

const openWith = (web: StandIn, profile?: string) =>
  openFirefox({ executablePath, extension: buildFolder('firefox'), web, ...(profile ? { profile } : {}) });

/** Sends a message from the page of the extension that is open. */
const ask = (firefox: Firefox, message: object) =>
  firefox.script('return browser.runtime.sendMessage(arguments[0])', message);

/** All rows of a table, read in the page of the extension that is open. */
const rowsOf = <Row>(firefox: Firefox, table: string): Promise<Row[]> =>
  firefox.script(
    `const [table] = arguments;
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('papergloss');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction(table).objectStore(table).getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });`,
    table,
  );

const countOf = async (firefox: Firefox, table: string) => (await rowsOf(firefox, table)).length;

/** What names this database: it is made up once, and a new one would have another. */
async function deviceOf(firefox: Firefox): Promise<unknown> {
  const state = await rowsOf<{ key: string; value: unknown }>(firefox, 'state');
  return state.find(({ key }) => key === 'device')?.value;
}

describe.skipIf(!executablePath)('Firefox (needs Firefox: install it or set FIREFOX_PATH)', () => {
  describe('killed in the middle of a thousand saves', () => {
    let profile: string;
    let web: StandIn;
    let firefox: Firefox | undefined;

    beforeAll(async () => {
      profile = mkdtempSync(join(tmpdir(), 'papergloss-lost-'));
      web = await startStandIn();
    });
    afterEach(async () => {
      await firefox?.close();
      await web.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });

    it('has every save that was acknowledged after the restart', async () => {
      const ids = Array.from({ length: burst }, (_, at) => `2501.${String(at + 1).padStart(5, '0')}`);
      const killed = await openWith(web, profile);
      firefox = killed;
      await killed.goto(killed.pageUrl('options'));
      await ask(killed, { type: 'reading-list/save', request: { ids: ids.slice(0, 1) } });
      const device = await deviceOf(killed);
      await killed.script(
        `window.acknowledged = [];
        for (const id of arguments[0]) {
          browser.runtime.sendMessage({ type: 'reading-list/save', request: { ids: [id] } }).then((reply) => {
            if (reply?.ok) window.acknowledged.push(id);
          });
        }`,
        ids,
      );
      const acknowledged: string[] = await killed.waitFor(
        'return window.acknowledged.length >= 100 && window.acknowledged',
        60_000,
      );
      firefox = undefined;
      await killed.kill();

      firefox = await openWith(web, profile);
      await firefox.goto(firefox.pageUrl('options'));
      const stored = (await rowsOf<ReadingEntry>(firefox, 'readingEntries')).map(({ id }) => id);
      expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
      expect(stored.length, 'the kill came after the last save').toBeLessThan(burst);
      expect(device).toBeTruthy();
      expect(await deviceOf(firefox), 'the store itself has outlived the kill').toBe(device);
    }, 180_000);
  });

  describe('with a list and a cache', () => {
    let web: StandIn;
    let firefox: Firefox;
    let saved: string[];

    beforeAll(async () => {
      web = await startStandIn();
      saved = [...web.feed.all()].slice(0, 3).map(({ paper }) => paper.id);
      firefox = await openWith(web);
      await firefox.goto(firefox.pageUrl('options'));
      const days = () => countOf(firefox, 'feedDays');
      await until(async () => (await days()) >= 20, '20 feed days to be stored', 60_000);
      await ask(firefox, { type: 'reading-list/save', request: { ids: saved } });
    }, 120_000);
    afterAll(async () => {
      await firefox?.close();
      await web?.close();
    });

    it('opens its pages without an error, and has the account’s storage', async () => {
      for (const page of ['library', 'popup', 'options']) {
        // A page that is left before its messages are answered is an error to the browser.
        await firefox.newTab();
        await firefox.goto(firefox.pageUrl(page));
        await firefox.waitFor(`return document.querySelector('h1, h2, button') !== null`);
      }
      expect(await firefox.script('return typeof browser.storage.sync.set')).toBe('function');
      expect(await firefox.ownErrors()).toEqual([]);
    });

    it('has the items of the context menu, and after a sleep of the background still', async () => {
      await firefox.stopBackground();
      await firefox.goto(firefox.pageUrl('options'));
      const has = (id: string) =>
        firefox.script(
          'return browser.contextMenus.update(arguments[0], {}).then(() => true, () => false)',
          id,
        );
      expect(await Promise.all([linkItem, pageItem, 'no-such-item'].map(has))).toEqual([true, true, false]);
    });

    it('changes one entry in two tabs and the popup at the same moment, and has all three changes', async () => {
      const [id = ''] = saved;
      const changes = {
        library: { note: 'from one tab' },
        options: { addTags: ['from another'] },
        popup: { status: 'reading' },
      };
      const first = await firefox.currentTab();
      const tabs: string[] = [];
      for (const [page, change] of Object.entries(changes)) {
        tabs.push(tabs.length === 0 ? first : await firefox.newTab());
        await firefox.goto(firefox.pageUrl(page));
        // Timers of tabs in the background come late: what one tab calls out reaches all others at once.
        await firefox.script(
          `const [id, change] = arguments;
          const channel = new BroadcastChannel('now');
          window.send = () => {
            const request = { changes: [{ id, change }] };
            window.reply = browser.runtime.sendMessage({ type: 'reading-list/change', request });
          };
          window.callOut = () => channel.postMessage('now');
          channel.onmessage = window.send;`,
          id,
          change,
        );
      }
      await firefox.script('window.callOut(); window.send();');
      for (const tab of tabs) {
        await firefox.switchTo(tab);
        expect(await firefox.waitFor('return window.reply')).toMatchObject({ ok: true });
      }
      const entries = await rowsOf<ReadingEntry>(firefox, 'readingEntries');
      const entry = entries.find((one) => one.id === id);
      expect(entry).toMatchObject({ note: 'from one tab', tags: ['from another'], status: 'reading' });

      await firefox.switchTo(first);
      await firefox.waitFor(
        `const { textContent } = document.querySelector('li[data-row="${id}"]');
        return textContent.includes('from one tab') && textContent.includes('from another');`,
      );
    });

    it('clears the cache, and the list stands', async () => {
      await firefox.goto(firefox.pageUrl('options'));
      expect(await countOf(firefox, 'papers')).toBeGreaterThan(0);
      const before = await rowsOf<ReadingEntry>(firefox, 'readingEntries');
      expect(await ask(firefox, { type: 'feed/clear-cache', request: {} })).toMatchObject({ ok: true });
      expect(await countOf(firefox, 'papers')).toBe(0);
      expect(await rowsOf(firefox, 'readingEntries')).toEqual(before);
      expect(before.map(({ id }) => id).sort()).toEqual([...saved].sort());

      await firefox.goto(firefox.pageUrl('library'));
      await firefox.waitFor(`return document.querySelectorAll('li[data-row]').length === ${saved.length}`);
    });
  });
});
