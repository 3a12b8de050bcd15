// The library in a real Chromium: worked through with mouse and keys alone, and nothing of it lost.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { focusedId, newestIds, row, rows, saveAll, shownIds, statusBar, storedEntry } from './library-page';
import { ask } from './own-messages';
import { openSynced, type Papergloss } from './papergloss';
import { countRows } from './store-state';

let papergloss: Papergloss;
/** As they are listed: newest first. */
let ids: [string, string, string];

const note = '# Idea\n\n- **half** the cost, see [this](https://example.org)\n\tand `code`';

beforeAll(async () => {
  papergloss = await openSynced();
  const [one = '', two = '', three = ''] = newestIds(papergloss, 3);
  ids = [three, two, one];
  await saveAll(await papergloss.openOwn('options'), [one, two, three]);
}, 120_000);
afterAll(() => papergloss?.close());
afterEach(async () => {
  for (const page of papergloss.browser.context.pages().slice(1)) await page.close();
});

/** The library with the focus in the row of that place. */
async function openAtRow(place: 0 | 1 | 2): Promise<Page> {
  const page = await papergloss.openOwn('library');
  await row(page, ids[place]).waitFor();
  for (let down = 0; down <= place; down++) await page.keyboard.press('j');
  await expect.poll(() => focusedId(page)).toBe(ids[place]);
  return page;
}

describe('the library', () => {
  it('lists what was saved, newest first', async () => {
    const page = await papergloss.openOwn('library');
    await rows(page).nth(2).waitFor();
    expect(await shownIds(page)).toEqual(ids);
  });

  it('changes a status, and shows only what has it', async () => {
    const page = await papergloss.openOwn('library');
    await row(page, ids[0]).locator('select').selectOption('reading');
    await page.getByRole('button', { name: /^Reading/ }).click();
    await expect.poll(() => shownIds(page)).toEqual([ids[0]]);
    expect(await rows(page).first().getAttribute('data-status')).toBe('reading');
  });

  it('removes with a way back', async () => {
    const page = await papergloss.openOwn('library');
    await row(page, ids[1])
      .getByRole('button', { name: /^Remove/ })
      .click();
    await row(page, ids[1]).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => shownIds(page)).toEqual(ids);
  });
});

describe('the library without a mouse', () => {
  it('moves with j and k', async () => {
    const page = await openAtRow(2);
    await page.keyboard.press('k');
    expect(await focusedId(page)).toBe(ids[1]);
    await page.keyboard.press('j');
    expect(await focusedId(page)).toBe(ids[2]);
  });

  it('gives status, stars and tags', async () => {
    const page = await openAtRow(1);
    await page.keyboard.press('s');
    await expect.poll(() => row(page, ids[1]).getAttribute('data-status')).toBe('reading');
    await page.keyboard.press('3');
    await row(page, ids[1]).locator('[data-stars="3"]').waitFor();
    await page.keyboard.press('t');
    await page.keyboard.type('agents, to cite');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => storedEntry(page, ids[1]))
      .toMatchObject({ status: 'reading', stars: 3, tags: ['agents', 'to cite'] });
    await expect.poll(() => focusedId(page)).toBe(ids[1]);
  });

  it('keeps a note with its Markdown as it was typed', async () => {
    const page = await openAtRow(1);
    await page.keyboard.press('n');
    await page.keyboard.insertText(note);
    await page.keyboard.press('Control+Enter');
    await row(page, ids[1]).locator('button.note-line').waitFor();
    expect((await storedEntry(page, ids[1]))?.note).toBe(note);
    await page.reload();
    await row(page, ids[1]).getByText('# Idea', { exact: true }).click();
    expect(await row(page, ids[1]).locator('textarea').inputValue()).toBe(note);
  });

  it('finds by tag and status', async () => {
    const page = await openAtRow(0);
    await page.keyboard.press('/');
    await page.keyboard.type('tag:agents status:reading');
    await expect.poll(() => shownIds(page)).toEqual([ids[1]]);
    await page.keyboard.press('ArrowDown');
    expect(await focusedId(page)).toBe(ids[1]);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect.poll(() => shownIds(page)).toEqual(ids);
  });

  it('puts out of sight until tomorrow', async () => {
    const page = await openAtRow(2);
    await page.keyboard.press('z');
    await page.getByRole('button', { name: /^Tomorrow/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => shownIds(page)).toEqual([ids[0], ids[1]]);
    expect(await focusedId(page)).toBe(ids[1]);
    await page.getByRole('button', { name: /^Snoozed/ }).press('Enter');
    await expect.poll(() => shownIds(page)).toEqual([ids[2]]);
    await row(page, ids[2])
      .getByText(/^until /)
      .waitFor();
    await page.keyboard.press('u');
    await row(page, ids[2]).waitFor({ state: 'detached' });
    expect((await storedEntry(page, ids[2]))?.snoozedUntil).toBeUndefined();
  });

  it('removes several at once, and takes back two steps, one after the other', async () => {
    const page = await openAtRow(0);
    await page.keyboard.press('2');
    await row(page, ids[0]).locator('[data-stars="2"]').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('d');
    await expect.poll(() => shownIds(page)).toEqual([ids[2]]);
    expect(await focusedId(page)).toBe(ids[2]);
    await page.keyboard.press('u');
    await expect.poll(() => shownIds(page)).toEqual(ids);
    await statusBar(page).getByText('Taken back').waitFor();
    expect(await storedEntry(page, ids[1])).toMatchObject({ note, tags: ['agents', 'to cite'], stars: 3 });
    await page.keyboard.press('u');
    await row(page, ids[0]).locator('[data-stars="0"]').waitFor();
  });

  it('lists its keys', async () => {
    const page = await openAtRow(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('tag:agents').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusedId(page)).toBe(ids[0]);
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

  it('when the background dies between saves', async () => {
    const page = await papergloss.openOwn('options');
    await papergloss.browser.stopBackground();
    const request = { id: ids[2], status: 'done' };
    const reply = await ask(page, { type: 'reading-list/set-status', request });
    expect(reply).toMatchObject({ ok: true, value: { status: 'done' } });
  });
});
