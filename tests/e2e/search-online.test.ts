// The last row of a search, the only one that asks the network: what comes back is the reader's to keep, and why nothing came is said.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openSynced, type Papergloss } from './papergloss';
import { untilIndexed } from './store-state';

const markup = '<img src=x onerror=document.title=1>';

/** Nobody has it cached: it stands on no day. */
const found = {
  paper: {
    id: '2403.55501',
    title: `Walrus Optimisation ${markup}`,
    summary:
      'Walruses rest in groups. We turn that into an optimiser and measure what it is good for, in many words.',
    authors: [{ name: 'Ada Lindqvist' }],
    publishedAt: '2024-03-12T00:00:00.000Z',
    upvotes: 3,
  },
};

let papergloss: Papergloss;

const asked = () => papergloss.web.requests.filter(({ url }) => url.includes('/api/papers/search'));
const results = (page: Page, name: string) => page.getByRole('list', { name }).locator('li.paper-row');

async function searchFor(query: string): Promise<Page> {
  const page = await papergloss.openOwn('popup');
  await page.locator('search input').fill(query);
  await page.getByRole('button', { name: `Search Hugging Face for “${query}”` }).waitFor();
  return page;
}

beforeAll(async () => {
  papergloss = await openSynced();
});
afterAll(() => papergloss?.close());
afterEach(() => papergloss.web.faults.clear());

it.each([
  ['the network is down', { kind: 'reset' } as const, 'Hugging Face cannot be reached.'],
  ['the answer is a page', { kind: 'html' } as const, 'could not be used'],
  ['it asks for fewer requests', { status: 429, retryAfter: '1' }, 'fewer requests'],
])('says so when %s, and can be pressed again', async (_what, fault, says) => {
  papergloss.web.faults.always({ ...fault, path: '/api/papers/search' });
  const page = await searchFor('walrus');
  const row = page.getByRole('button', { name: /^Search Hugging Face/ });
  await row.click();
  await expect.poll(() => page.locator('.online-state').textContent(), { timeout: 20_000 }).toContain(says);
  expect(await row.getAttribute('aria-disabled')).toBe('false');
  await page.close();
});

it('says when Hugging Face has nothing either', async () => {
  const page = await searchFor('walrusses');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Hugging Face has nothing more for this.').waitFor({ timeout: 20_000 });
  await page.close();
});

it('what it finds is shown as text, can be saved, and is found in the cache from then on', async () => {
  papergloss.web.faults.always({
    kind: 'body',
    body: JSON.stringify([found]),
    path: '/api/papers/search',
  });
  const page = await searchFor('walrus optimisation');
  expect(await results(page, 'Search results').count()).toBe(0);
  const before = asked().length;
  await page.getByRole('button', { name: /^Search Hugging Face/ }).click();
  const row = results(page, 'On Hugging Face').first();
  await row.waitFor({ timeout: 20_000 });
  expect(await row.locator('h3').textContent()).toBe(found.paper.title);
  expect(await page.locator('main img').count()).toBe(0);
  expect(asked().length - before).toBe(1);
  await page.keyboard.press('s');
  await row.locator('[aria-pressed="true"]').waitFor();

  const library = await papergloss.openOwn('library');
  await library.locator(`li.entry[data-row="${found.paper.id}"]`).waitFor();
  await untilIndexed(papergloss.browser);
  const again = await searchFor('walrus');
  await expect
    .poll(() => results(again, 'Search results').locator('h3').first().textContent())
    .toBe(found.paper.title);
  expect(await results(again, 'Search results').first().locator('mark').first().textContent()).toBe('Walrus');
  expect(await again.locator('main img').count()).toBe(0);
  expect(asked().length - before).toBe(1);
});
