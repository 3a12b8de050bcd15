// The options page in a real Chromium: what is changed there is what happens.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowText } from '../drivers/shadow.mjs';
import { card, cardText, openPapergloss, type Papergloss } from './papergloss';

let papergloss: Papergloss;
let id: string;

beforeAll(async () => {
  papergloss = await openPapergloss();
  await papergloss.synced(20);
  id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
});
afterAll(() => papergloss?.close());

const pause = () => new Promise((resolve) => setTimeout(resolve, 800));

describe('the options', () => {
  it('switch a site off and on, in tabs that are open', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const options = await papergloss.openOwn('options');
    const site = options
      .getByRole('checkbox', { name: /arxiv\.org/ })
      .or(options.getByRole('switch', { name: /arxiv\.org/ }));
    await site.uncheck();
    await page.locator(card).waitFor({ state: 'detached' });
    await site.check();
    await cardText(page);
  });

  it('choose the theme of pages and cards', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const options = await papergloss.openOwn('options');
    await options.getByText('Dark', { exact: true }).click();
    await expect.poll(() => options.locator('html').getAttribute('data-theme')).toBe('dark');
    await expect.poll(() => page.locator(card).getAttribute('data-theme')).toBe('dark');
    await options.getByText('Auto', { exact: true }).click();
    await expect.poll(() => page.locator(card).getAttribute('data-theme')).toBe('light');
  });

  it('ask the feed about an uncached paper only when the reader has switched that on', async () => {
    const listed = papergloss.web.feed.find(id)?.paper;
    const asked = (paper: string) =>
      papergloss.web.requests.filter(({ url }) => url.includes(`/api/papers/${paper}`)).length;
    expect(listed).toBeDefined();
    await papergloss.open('https://arxiv.org/abs/2303.99001');
    await pause();
    expect(asked('2303.99001')).toBe(0);
    const options = await papergloss.openOwn('options');
    const lookUp = options
      .getByRole('checkbox', { name: /not cached/ })
      .or(options.getByRole('switch', { name: /not cached/ }));
    await lookUp.check();
    await options.getByText('Saved', { exact: true }).first().waitFor();
    await options.getByRole('button', { name: 'Clear the cache' }).click();
    await options.getByText('Your reading list is untouched').waitFor();
    papergloss.web.faults.always({ status: 500, path: '/api/daily_papers' });
    const before = asked('2303.99001');
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    expect(await shadowText(page, card, undefined, 10_000)).toContain('Papergloss');
    expect(asked(id)).toBe(1);
    await papergloss.open('https://arxiv.org/abs/2303.99001');
    await expect.poll(() => asked('2303.99001') - before, { timeout: 15_000 }).toBe(1);
    await papergloss.open('https://arxiv.org/abs/2303.99001v1');
    await pause();
    expect(asked('2303.99001') - before).toBe(1);
  });
});
