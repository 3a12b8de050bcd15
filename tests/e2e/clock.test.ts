// Machines on the far sides of the day, that sleep over midnight or over a change of the clocks, or whose clock is a day wrong, in real
// browsers: the day that is shown is the feed's, and a clock that is put right leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../lib/papers/feed-day';
import type { StoredFeedDay } from '../../lib/store/database';
import { until } from '../drivers/until.mjs';
import { buildWithClock, setClock } from './moved-clock';
import { openPapergloss, type Papergloss } from './papergloss';
import { refreshButton, writtenDay } from './popup-page';
import { readRows } from './store-state';

const minute = 60_000;
const day = 86_400_000;

const machines = [
  // There it is still Wednesday in the morning.
  { zone: 'Pacific/Pago_Pago', evening: '2026-06-10T22:30Z', morning: '2026-06-11T05:00Z' },
  // There it is Thursday already in the evening.
  { zone: 'Pacific/Kiritimati', evening: '2026-06-10T22:30Z', morning: '2026-06-11T05:00Z' },
  // On Sunday the clocks go ahead.
  { zone: 'Europe/Berlin', evening: '2026-03-27T22:30Z', morning: '2026-03-30T05:00Z' },
];

describe.each(machines)('a machine in $zone', ({ zone, evening, morning }) => {
  let papergloss: Papergloss;
  let folder: string;
  let popup: Page;
  let days: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papergloss-clock-'));
    const extension = join(folder, 'chrome-mv3');
    buildWithClock(extension, Date.parse(evening));
    const today = morning.slice(0, 10);
    papergloss = await openPapergloss({ web: { today }, browser: { extension, timeZone: zone } });
    days = papergloss.web.feed.days;
    // As the feed answers for a day that has not come.
    papergloss.web.faults.always({ path: addDays(today, 1), status: 400 });
    await papergloss.synced(20);
    popup = await papergloss.openOwn('popup');
  });
  afterAll(async () => {
    await papergloss?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (time: number) => setClock(papergloss.browser, time);
  const askedDays = (from: number) =>
    papergloss.web.requests.slice(from).flatMap(({ url }) => new URL(url).searchParams.get('date') ?? []);
  const shows = async (page: Page, shown = '') =>
    expect
      .poll(() => page.locator('h2').first().textContent(), { timeout: 20_000 })
      .toContain(await writtenDay(page, shown));
  const storedDays = async () =>
    (await readRows<StoredFeedDay>(popup, 'feedDays')).filter(({ paperIds }) => paperIds.length > 0);

  it('shows the newest day the feed has by UTC', async () => {
    const zoneThere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(await popup.evaluate(zoneThere)).toBe(zone);
    await shows(popup, days[1]);
    // Whatever is asked after this is of another time.
    await refreshButton(popup).waitFor({ timeout: 30_000 });
    expect(askedDays(0)[0]).toBe(days[1]);
    expect(askedDays(0)).not.toContain(days[0]);
  });

  it('asks for the new day first when it has slept until morning, for none twice, and the open popup shows it', async () => {
    await at(Date.parse(morning));
    const before = papergloss.web.requests.length;
    await popup.evaluate(() => Reflect.get(globalThis, 'chrome').alarms.create('feed-sync', { when: 0 }));
    await shows(popup, days[0]);
    await refreshButton(popup).waitFor({ timeout: 20_000 });
    const asked = askedDays(before);
    expect(asked[0]).toBe(days[0]);
    expect(asked).toEqual([...new Set(asked)]);
    await shows(await papergloss.openOwn('popup'), days[0]);
  });

  it.each([
    ['behind', -day],
    ['ahead', day],
  ])(
    'whose clock is a day %s shows the same day, loses none, and is as any once it is right',
    async (_, by) => {
      const before = (await storedDays()).map(({ day: name, paperIds }) => [name, paperIds]);
      for (const time of [Date.parse(morning) + by, Date.parse(morning)]) {
        await at(time);
        const page = await papergloss.openOwn('popup');
        await shows(page, days[0]);
        const asked = papergloss.web.requests.length;
        await refreshButton(page).click();
        await until(async () => askedDays(asked).length > 0, 'the feed to be asked', 20_000);
        await refreshButton(page).waitFor({ timeout: 30_000 });
        await shows(page, days[0]);
        expect(await page.locator('.notice').allTextContents()).toEqual([]);
      }
      const stored = await storedDays();
      expect(stored.map(({ day: name, paperIds }) => [name, paperIds])).toEqual(before);
      const newest = stored.find(({ day: name }) => name === days[0]);
      expect(Math.abs((newest?.fetchedAt ?? 0) - Date.parse(morning))).toBeLessThan(minute);
    },
  );
});
