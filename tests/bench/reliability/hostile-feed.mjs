// @ts-check
// The hostile corpus through the whole of Papergloss in a real Chromium: fetched, stored, shown day by day. Counts; asserts nothing.
import { rmSync } from 'node:fs';
import { until } from '../../drivers/until.mjs';
import { writeFeedFolder } from '../../hostile/feed-folder.mjs';
import { elsewhere } from '../../hostile/payload-kinds.mjs';
import { asFeedDays, hostilePayloads } from '../../hostile/payloads.mjs';
import { openPapergloss } from '../open-papergloss.mjs';

/** Runs in the page: whether anything ran, or stands there that no list of ours has. */
const isHarmed = () =>
  Reflect.get(window, '__hit') !== undefined ||
  Reflect.get(Object.prototype, 'isAdmin') !== undefined ||
  document.querySelector(
    'iframe, object, embed, base, form[action], video, audio, script:not([src^="/"])',
  ) !== null;

/**
 * @param {import('../bench-row').BenchContext} context
 * @returns {Promise<{ tried: number, survived: number }>} payloads; those of a day on which something happened count as not survived
 */
export async function showHostileFeed(context) {
  const payloads = hostilePayloads();
  const days = asFeedDays(payloads);
  const feedDir = writeFeedFolder(days);
  try {
    const { web, chromium, close } = await openPapergloss(context, { feedDir, shift: false });
    try {
      const page = await chromium.context.newPage();
      await page.goto(chromium.pageUrl('popup'));
      let shown = 0;
      let harmed = 0;
      for (const [place, day] of web.feed.days.slice(0, days.length).entries()) {
        if (place > 0) await page.keyboard.press('ArrowLeft');
        const items = days[place]?.length ?? 0;
        const isShown = async () => (await page.locator('ol.papers > li').count()) > 0;
        await until(isShown, `the papers of ${day}`, 30_000);
        shown += items;
        if (await page.evaluate(isHarmed)) harmed += items;
      }
      const asked = [...web.refused, ...web.requests.map(({ host }) => host)];
      const survived = asked.some((host) => host.includes(elsewhere)) ? 0 : shown - harmed;
      return { tried: payloads.length, survived: Math.min(payloads.length, survived) };
    } finally {
      await close();
    }
  } finally {
    rmSync(feedDir, { recursive: true, force: true });
  }
}
