// A reading list of ten thousand papers in a real Chromium: all of it within reach of wheel and keys, and little of it drawn.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEntry } from '../../lib/papers/entry-changes';
import { until } from '../drivers/until.mjs';
import { focusedId, row, rows } from './library-page';
import { openSynced, type Papergloss } from './papergloss';

const length = 10_000;
/** What a screenful needs, with room around it. */
const drawnAtMost = 60;
const start = Date.UTC(2026, 0, 1);

const idOf = (place: number) => `2501.${String(place + 1).padStart(5, '0')}`;

/** Newest first, as they are listed. */
const entries = Array.from({ length }, (_, place) => ({
  ...newEntry(
    { id: idOf(place), title: `Paper ${place + 1} of a Long List`, authors: ['Ada Lindqvist', 'Bao Tran'] },
    { now: start - place * 60_000, device: 'test' },
  ),
  writtenAt: 1,
}));

let papergloss: Papergloss;
let page: Page;

beforeAll(async () => {
  papergloss = await openSynced();
  page = await papergloss.openOwn('options');
  await page.evaluate(
    // As text, because Playwright takes objects apart piece by piece.
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('readingEntries', 'readwrite');
          for (const entry of JSON.parse(all)) writing.objectStore('readingEntries').put(entry);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    JSON.stringify(entries),
  );
  await page.goto(papergloss.browser.pageUrl('library'));
  await page.getByRole('button', { name: `All ${length}` }).waitFor({ timeout: 20_000 });
}, 120_000);
afterAll(() => papergloss?.close());

describe('a list of ten thousand', () => {
  it('is drawn as a screenful', async () => {
    await row(page, idOf(0)).waitFor();
    expect(await rows(page).count()).toBeLessThan(drawnAtMost);
    expect(await row(page, idOf(0)).getAttribute('aria-setsize')).toBe(String(length));
  });

  it('is walked through with the keys, far beyond what was drawn at first', async () => {
    const steps = 50;
    for (let step = 0; step < steps; step++) await page.keyboard.press('j');
    await expect.poll(() => focusedId(page)).toBe(idOf(steps - 1));
    const place = await row(page, idOf(steps - 1)).boundingBox();
    expect(place?.y).toBeGreaterThan(0);
    expect(place?.y).toBeLessThan(800);
    expect(await rows(page).count()).toBeLessThan(drawnAtMost);
  });

  it('scrolls down to its last row, which the keyboard reaches, too', async () => {
    const last = row(page, idOf(length - 1));
    await page.mouse.move(600, 500);
    await until(
      async () => {
        await page.mouse.wheel(0, 100_000);
        await page.keyboard.press('End');
        return last.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight);
      },
      'the last row to be in sight',
      20_000,
    );
    expect(await rows(page).count()).toBeLessThan(drawnAtMost);
    await page.getByRole('button', { name: /^All keys/ }).focus();
    await until(
      async () => {
        await page.keyboard.press('Shift+Tab');
        return (await focusedId(page)) === idOf(length - 1);
      },
      'the focus to reach the last row',
      10_000,
    );
    await page.keyboard.press('k');
    await expect.poll(() => focusedId(page)).toBe(idOf(length - 2));
  });

  it('finds one of them as its words are typed', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('"paper 7777 of"');
    await expect.poll(() => rows(page).count()).toBe(1);
    await row(page, idOf(7_776)).waitFor();
  });
});
