// The backup in a real Chromium: a folder receives the list after changes. The folder is one of the browser's own (OPFS), because the
// reader's are chosen in a window no test can reach.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { ask } from './own-messages';
import { openSynced, type Papergloss } from './papergloss';

const [one, two] = ['2412.10001', '2412.10002'];

let papergloss: Papergloss;
let options: Page;

/** As after the reader has chosen the folder: what the options page stores then. */
function chooseFolder(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getDirectoryHandle('backups', { create: true });
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('papergloss');
      opening.onsuccess = () => {
        const writing = opening.result.transaction('state', 'readwrite');
        const value = { handle, name: handle.name, chosenAt: Date.now() };
        writing.objectStore('state').put({ key: 'backup', value });
        writing.oncomplete = () => {
          opening.result.close();
          resolve();
        };
        writing.onabort = () => reject(writing.error);
      };
    });
  });
}

/** Name → text of what is in the folder. */
const inFolder = (): Promise<Record<string, string>> =>
  options.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('backups', { create: true });
    const found: Record<string, string> = {};
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemFileHandle) found[name] = await (await handle.getFile()).text();
    }
    return found;
  });

/** The minute after the last change is over. */
async function minuteGoesBy(): Promise<void> {
  await papergloss.browser.evaluateInBackground(async () => {
    const { alarms } = Reflect.get(globalThis, 'chrome');
    for (let tries = 0; !(await alarms.get('backup')); tries++) {
      if (tries > 200) throw new Error('No backup is planned');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await alarms.clear('backup');
    alarms.onAlarm.dispatch({ name: 'backup', scheduledTime: Date.now() });
  });
}

beforeAll(async () => {
  papergloss = await openSynced();
  options = await papergloss.openOwn('options');
  await chooseFolder(options);
  await options.reload();
  await options.getByText('Folder “backups”').waitFor();
}, 120_000);
afterAll(() => papergloss?.close());

it('a change brings JSON, BibTeX and Markdown into the folder, and the options say when', async () => {
  await ask(options, { type: 'reading-list/save', request: { ids: [one] } });
  await minuteGoesBy();
  await options.getByText(/^Written .+, with 1 paper\./).waitFor({ timeout: 15_000 });
  const files = await inFolder();
  expect(Object.keys(files).sort()).toEqual(
    ['bib', 'json', 'md'].map((extension) => `papergloss-reading-list.${extension}`),
  );
  for (const text of Object.values(files)) expect(text).toContain(one);
});

it('the next change is written, too, also when the background has been ended meanwhile', async () => {
  await papergloss.browser.stopBackground();
  await ask(options, { type: 'reading-list/save', request: { ids: [two] } });
  await minuteGoesBy();
  await options.getByText(/^Written .+, with 2 papers\./).waitFor({ timeout: 15_000 });
  for (const text of Object.values(await inFolder())) expect(text).toContain(two);
});

it('an empty list leaves the backup as it is, and the options say so', async () => {
  await ask(options, { type: 'reading-list/remove', request: { ids: [one, two] } });
  await minuteGoesBy();
  await options.getByText('Your reading list is empty and the backup in the folder has 2 papers').waitFor();
  for (const text of Object.values(await inFolder())) expect(text).toContain(one);
});

it('a button hands over the list as a file', async () => {
  await ask(options, { type: 'reading-list/save', request: { ids: [one] } });
  const started = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Download a backup' }).click();
  expect((await started).suggestedFilename()).toMatch(/^papergloss-reading-list-.+\.json$/);
  await options.getByText(/^Last downloaded/).waitFor();
});

it('stopping leaves the files where they are', async () => {
  await options.getByRole('button', { name: 'Stop' }).click();
  await options.getByRole('button', { name: 'Choose a folder…' }).waitFor();
  await until(async () => Object.keys(await inFolder()).length === 3, 'the files to be there', 5_000);
});
