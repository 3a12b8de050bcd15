// A new reader without a network: the starter feed annotates every one of its papers, on arXiv and on GitHub.
import { afterAll, beforeAll, expect, it } from 'vitest';
import starterFeed from '../../public/starter-feed.json';
import { shadowText } from '../drivers/shadow.mjs';
import { card, openPapergloss, type Papergloss } from './papergloss';

let papergloss: Papergloss;

beforeAll(async () => {
  papergloss = await openPapergloss({ before: (web) => web.faults.always({ kind: 'reset' }) });
  const page = await papergloss.openOwn('popup');
  await page.locator('main > ol.papers > li').nth(51).waitFor({ timeout: 20_000 });
  await page.close();
});
afterAll(() => papergloss?.close());

it('all 52 papers carry a card on their abstract page, marked as the starter feed', {
  timeout: 180_000,
}, async () => {
  const page = await papergloss.browser.context.newPage();
  const silent: string[] = [];
  for (const { id, summary } of starterFeed.papers) {
    await page.goto(`https://arxiv.org/abs/${id}`);
    const text = await shadowText(page, card, undefined, 10_000).catch(() => '');
    if (!text.includes(summary.slice(0, 40)) || !text.includes('Starter feed')) silent.push(id);
  }
  expect(silent).toEqual([]);
});

it('those with a repository carry a card there', { timeout: 180_000 }, async () => {
  const page = await papergloss.browser.context.newPage();
  const silent: string[] = [];
  for (const { repository, title } of starterFeed.papers) {
    if (!repository) continue;
    await page.goto(`https://github.com/${repository}`);
    const text = await shadowText(page, card, undefined, 10_000).catch(() => '');
    if (!text.includes(title.slice(0, 40))) silent.push(repository);
  }
  expect(silent).toEqual([]);
});
