// The side panel's page in a real Chromium, in a tab of its own: the list of the popup, and what the tab in front names.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cardText, openSynced, type Papergloss } from './papergloss';

let papergloss: Papergloss;

beforeAll(async () => {
  papergloss = await openSynced();
});
afterAll(() => papergloss?.close());

it('shows the list, and follows the tab in front from page to page', async () => {
  const panel = await papergloss.openOwn('sidepanel');
  await panel.locator('main > ol.papers > li').first().waitFor();
  expect(await panel.locator('.on-page').count()).toBe(0);

  const { feed } = papergloss.web;
  const [first, second] = feed.itemsOf(feed.days[1] ?? '').map(({ paper }) => paper.id);
  const tab = await papergloss.open(`https://arxiv.org/abs/${first}`);
  await cardText(tab);
  const named = (id?: string) => panel.locator(`.on-page [data-row="${id}"]`);
  await named(first).waitFor();

  await tab.goto(`https://arxiv.org/abs/${second}`);
  await named(second).waitFor();
  expect(await named(first).count()).toBe(0);

  const elsewhere = await papergloss.open('https://arxiv.org/list/cs.CL/recent');
  await named(second).waitFor({ state: 'detached' });
  await elsewhere.close();
  await tab.bringToFront();
  await named(second).waitFor();
  expect(await panel.locator('main > ol.papers > li').count()).toBeGreaterThan(0);
});
