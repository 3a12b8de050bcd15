// What the reader has put on a paper, on every card and badge at once, in every open tab; and what a card does about it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { type BadgePages, gist, openBadgePages } from './badge-pages';
import { row, storedEntry } from './library-page';
import { badge, card, cardText } from './papergloss';

let papergloss: BadgePages;
let id: string;
let withCard: Page;
let withBadge: Page;
let library: Page;

const statusOnCard = () =>
  shadowEval(withCard, card, (root) => root.querySelector<HTMLSelectElement>('.status select')?.value ?? '');

const badgeMeaning = () =>
  shadowEval(withBadge, badge, (root) => root.querySelector('.badge')?.getAttribute('aria-label') ?? '');

/** Chooses with the keyboard, because no mouse reaches into the browser's own list. */
async function chooseOnCard(...keys: string[]): Promise<void> {
  await withCard.bringToFront();
  await shadowEval(withCard, card, (root) => root.querySelector<HTMLElement>('.status select')?.focus());
  for (const key of keys) await withCard.keyboard.press(key);
}

beforeAll(async () => {
  papergloss = await openBadgePages();
  id = papergloss.ids[0] ?? '';
  papergloss.write(`<p>${papergloss.link()}</p>`);
  withBadge = await papergloss.open(gist);
  await waitForShadow(withBadge, badge, '.badge', 10_000);
  library = await papergloss.openOwn('library');
  withCard = await papergloss.open(`https://arxiv.org/abs/${id}`);
  await cardText(withCard);
}, 120_000);
afterAll(() => papergloss?.close());

describe('in every open tab', () => {
  it('a paper saved on its card is marked, and stands on the list', async () => {
    await shadowClick(withCard, card, '.save');
    await row(library, id).waitFor();
    expect(await row(library, id).getAttribute('data-status')).toBe('to-read');
    await until(async () => (await badgeMeaning()).includes('saved: To read'), 'the badge to say so', 10_000);
  });

  it('a status given in the library shows on card and badge', async () => {
    await library.bringToFront();
    await library.keyboard.press('j');
    await library.keyboard.press('s');
    await until(async () => (await statusOnCard()) === 'reading', 'the card to show it', 10_000);
    await until(async () => (await badgeMeaning()).includes('saved: Reading'), 'the badge to say so', 10_000);
  });

  it('a status chosen on the card reaches library and badge', async () => {
    await chooseOnCard('ArrowDown');
    await expect.poll(() => row(library, id).getAttribute('data-status'), { timeout: 10_000 }).toBe('done');
    await until(async () => (await badgeMeaning()).includes('saved: Done'), 'the badge to say so', 10_000);
    expect(await storedEntry(library, id)).toMatchObject({ status: 'done' });
  });

  it('a paper taken off in the library is marked nowhere', async () => {
    await library.bringToFront();
    await library.keyboard.press('d');
    await row(library, id).waitFor({ state: 'detached' });
    await until(async () => (await statusOnCard()) === '', 'the card to offer saving', 10_000);
    await until(async () => !(await badgeMeaning()).includes('saved'), 'the badge to forget it', 10_000);
  });
});

describe('a card copies', () => {
  it.each([
    ['BibTeX', (paper: string) => [`eprint = {${paper}}`, '@misc{', '2026']],
    ['Markdown', (paper: string) => [`](https://arxiv.org/abs/${paper})`, '[']],
    ['APA', (paper: string) => [` arXiv. https://arxiv.org/abs/${paper}`, '(2026).']],
  ])('%s', async (name, parts) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await papergloss.browser.context.grantPermissions(permissions, { origin: 'https://arxiv.org' });
    await withCard.bringToFront();
    const isOpen = await shadowEval(
      withCard,
      card,
      (root) => root.querySelector<HTMLDetailsElement>('details.copy')?.open,
    );
    if (!isOpen) await shadowClick(withCard, card, 'details.copy summary');
    await shadowClick(withCard, card, { name, role: 'button' });
    const read = () => withCard.evaluate(() => navigator.clipboard.readText());
    for (const part of parts(id)) await expect.poll(read).toContain(part);
    const said = await shadowEval(withCard, card, (root) => root.querySelector('.said')?.textContent);
    expect(said).toMatch(new RegExp(`^${name}.* copied`));
  });
});
