// A feed that attacks: whatever it puts into texts and links is shown as text, or not at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shadowEval } from '../drivers/shadow.mjs';
import { card, cardText, openPapergloss, type Papergloss } from './papergloss';

const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const paper = (id: string, more: object, outer: object = {}) => ({
  title: `A plain title for ${id}`,
  publishedAt: '2026-06-12T00:00:00.000Z',
  numComments: 3,
  ...outer,
  paper: {
    id,
    title: 'inner',
    summary: 'A plain abstract.',
    authors: [{ name: 'Ada' }],
    publishedAt: '2026-06-11T00:00:00.000Z',
    submittedOnDailyAt: '2026-06-12T00:00:00.000Z',
    upvotes: 7,
    ...more,
  },
});

const items = [
  paper(
    '2606.20001',
    { ai_summary: `Says ${markup}`, ai_keywords: [markup], organization: { fullname: markup } },
    { title: `Shows ${markup}` },
  ),
  paper('2606.20002', {
    projectPage: 'javascript:document.title=1',
    githubRepo: 'data:text/html,<script>1</script>',
  }),
  paper(
    '2606.20003',
    { authors: Array.from({ length: 664 }, (_, number) => ({ name: `Author ${number}` })) },
    { title: 'T'.repeat(300) },
  ),
  paper('2606.20004', { upvotes: 'many', authors: null, projectPage: 7, ai_keywords: 'none' }),
  { paper: { title: 'without an id' } },
  null,
];

let papergloss: Papergloss;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergloss-hostile-'));
  writeFileSync(join(folder, '2026-06-12.json'), JSON.stringify(items.slice(0, 5)));
  papergloss = await openPapergloss({ web: { feedDir: folder } });
  await papergloss.synced(1);
});
afterAll(async () => {
  await papergloss?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('shows markup as text, in card and popup', async () => {
  const page = await papergloss.open('https://arxiv.org/abs/2606.20001');
  expect(await cardText(page)).toContain('<img src=x');
  expect(await shadowEval(page, card, (root) => root.querySelectorAll('img, script').length)).toBe(0);
  const popup = await papergloss.openOwn('popup');
  await popup.getByText('Shows <img src=x').first().waitFor();
  expect(await popup.locator('ol img, ol script').count()).toBe(0);
  expect(await popup.title()).toBe('Papergloss');
  expect(await page.title()).not.toBe('1');
});

it('marks what was searched for in such text without making markup of it', async () => {
  const popup = await papergloss.openOwn('popup');
  await popup.locator('search input').fill('shows onerror');
  const title = popup.locator('main ol h3').first();
  await popup.locator('mark').first().waitFor();
  expect(await title.textContent()).toBe(`Shows ${markup}`);
  expect(await title.locator('mark').allTextContents()).toEqual(['Shows', 'onerror']);
  expect(await popup.locator('ol img, ol script').count()).toBe(0);
  expect(await popup.title()).toBe('Papergloss');
});

it('links https: only', async () => {
  const page = await papergloss.open('https://arxiv.org/abs/2606.20002');
  await cardText(page);
  const links = await shadowEval(page, card, (root) =>
    [...root.querySelectorAll('a')].map((link) => link.href),
  );
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
});

it('bears a paper with 664 authors and a title without a space', async () => {
  const popup = await papergloss.openOwn('popup');
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.getByText('TTTT').first().waitFor();
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});

it('keeps the day when some of its items cannot be read', async () => {
  const popup = await papergloss.openOwn('popup');
  await popup.locator('main > ol.papers > li').first().waitFor();
  expect(await popup.locator('main > ol.papers > li').count()).toBe(4);
});
