// The newest 30 of the real days: synced, and their papers found on arXiv and GitHub.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { badge, cardText, openPapergloss, type Papergloss } from './papergloss';
import { countRows } from './store-state';

const feedDir = fileURLToPath(new URL('../../../shared/feed/days', import.meta.url));

describe.skipIf(!existsSync(feedDir))(
  '30 real days (needs ../shared/feed/days beside the repository)',
  () => {
    let papergloss: Papergloss;
    /** Weekdays of the last 30 days: what a first sync fetches at once. */
    const reach = 21;

    beforeAll(async () => {
      papergloss = await openPapergloss({ web: { feedDir } });
      await papergloss.synced(reach);
    }, 90_000);
    afterAll(() => papergloss?.close());

    it('are stored with every paper', async () => {
      const { feed } = papergloss.web;
      const page = await papergloss.openOwn('options');
      const stored = new Set(
        feed.days.slice(0, reach).flatMap((day) => feed.itemsOf(day).map(({ paper }) => paper.id)),
      );
      await until(
        async () => (await countRows(page, 'papers')) >= stored.size,
        `${stored.size} papers`,
        20_000,
      );
    });

    it('give a card to their papers on arXiv', async () => {
      const page = await papergloss.browser.context.newPage();
      for (const day of papergloss.web.feed.days
        .slice(0, reach)
        .filter((_, position) => position % 4 === 0)) {
        const item = papergloss.web.feed.itemsOf(day)[0];
        await page.goto(`https://arxiv.org/abs/${item?.paper.id}`);
        expect(await cardText(page)).toContain('Papergloss');
      }
    });

    it('give a card to their code on GitHub, and badges to the papers its README names', async () => {
      const items = papergloss.web.feed.days
        .slice(0, reach)
        .flatMap((day) => papergloss.web.feed.itemsOf(day));
      const repositories = items
        .map(
          ({ paper }) =>
            /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)$/.exec(String(paper.githubRepo ?? ''))?.[1],
        )
        .filter((slug) => slug !== undefined);
      expect(repositories.length).toBeGreaterThan(5);
      const page = await papergloss.browser.context.newPage();
      for (const slug of repositories.slice(0, 5)) {
        await page.goto(`https://github.com/${slug}`);
        expect(await cardText(page)).toContain('Papergloss');
        await until(async () => (await page.locator(badge).count()) > 0, 'badges', 10_000);
      }
    });
  },
);
