// The sync in a real background: killed on the way it goes on, and the feed's wishes are respected.
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { openPapergloss, type Papergloss } from './papergloss';
import { countRows } from './store-state';

let papergloss: Papergloss;
afterEach(() => papergloss?.close());

const daysAsked = () =>
  papergloss.web.requests.flatMap(({ url }) => /daily_papers\?date=([\d-]+)/.exec(url)?.[1] ?? []);

describe('the first sync', () => {
  it('asks for the newest day first, then back, no day twice', async () => {
    papergloss = await openPapergloss();
    await papergloss.synced(20);
    const asked = daysAsked();
    expect(asked[0]).toBe(papergloss.web.feed.days[0]);
    expect(asked.slice(0, 15)).toEqual([...asked.slice(0, 15)].sort().reverse());
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('goes on where it stopped when the background was killed', async () => {
    papergloss = await openPapergloss();
    await papergloss.synced(3);
    await papergloss.browser.stopBackground();
    const before = daysAsked();
    const page = await papergloss.openOwn('popup');
    await until(async () => (await countRows(page, 'feedDays')) >= 20, 'the rest of the days', 30_000);
    const after = daysAsked().slice(before.length);
    const twice = after.filter((day) => before.slice(0, -2).includes(day));
    expect(twice).toEqual([]);
  });
});

describe('the limits of the feed', () => {
  it('a day that fails is left for later, and the others come', async () => {
    papergloss = await openPapergloss({
      before: (web) => web.faults.always({ kind: 'malformed', path: web.feed.days[1] }),
    });
    await papergloss.synced(15);
    const failed = daysAsked().filter((day) => day === papergloss.web.feed.days[1]);
    expect(failed.length).toBe(1);
  });

  it('Retry-After is respected, also over the death of the background', async () => {
    papergloss = await openPapergloss({
      before: (web) => web.faults.always({ status: 429, retryAfter: '600' }),
    });
    await until(async () => daysAsked().length > 0, 'the first call', 10_000);
    const page = await papergloss.openOwn('popup');
    await page.locator('[data-kind="failed"]').waitFor({ timeout: 20_000 });
    const before = daysAsked().length;
    await papergloss.browser.stopBackground();
    await page.getByRole('button', { name: 'Refresh the feed' }).click();
    await page.locator('[data-kind="failed"]').waitFor({ timeout: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(daysAsked().length).toBe(before);
  });
});
