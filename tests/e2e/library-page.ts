// The library page as end-to-end tests handle it: its rows, where the focus is, and what the store has. Tests nothing itself.
import type { Page } from 'playwright-core';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { ask } from './own-messages';
import type { Papergloss } from './papergloss';
import { readRows } from './store-state';

export const rows = (page: Page) => page.locator('li.entry');

export const row = (page: Page, id: string) => page.locator(`li.entry[data-row="${id}"]`);

/** Ids of the rows that are drawn, from the top. */
export const shownIds = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-row') ?? ''));

/** Of the row with the focus. */
export const focusedId = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'));

/** The page's line about what was done last. */
export const statusBar = (page: Page) => page.locator('.status-bar');

/** What the store has of a paper on the list. */
export async function storedEntry(page: Page, id: string): Promise<ReadingEntry | undefined> {
  return (await readRows<ReadingEntry>(page, 'readingEntries')).find((entry) => entry.id === id);
}

/** Saves the papers one after the other, from one of our own pages: the last is then the newest. */
export async function saveAll(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) await ask(page, { type: 'reading-list/save', request: { ids: [id] } });
}

/** Papers of the feed's newest day. */
export const newestIds = ({ web }: Papergloss, count: number): string[] =>
  web.feed
    .itemsOf(web.feed.days[0] ?? '')
    .slice(0, count)
    .map(({ paper }) => paper.id);

/** What was asked of arXiv's API so far. */
export const askedArxiv = ({ web }: Papergloss): URL[] =>
  web.requests.filter(({ host }) => host === 'export.arxiv.org').map(({ url }) => new URL(url));
