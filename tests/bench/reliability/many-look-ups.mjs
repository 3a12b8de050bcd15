// @ts-check
// A thousand look-ups a second for ten seconds, and what the background's memory comes to. Counts; asserts nothing.
import { openChromium } from '../../drivers/chromium.mjs';
import { until } from '../../drivers/until.mjs';
import { askAtRate } from '../../load/ask-at-rate.mjs';
import { watchBackgroundMemory } from '../../load/background-memory.mjs';
import { startStandIn } from '../../stand-in/stand-in.mjs';

const perSecond = 1_000;
const seconds = 10;

/**
 * @param {import('../bench-row').BenchContext} context
 * @returns {Promise<{ asked: number, answered: number, took: number, before: number, most: number }>} `took` in ms, memory in bytes
 */
export async function holdLookUps({ executablePath, extension }) {
  const web = await startStandIn();
  try {
    // Not by open-papergloss.mjs, which ends the background: the browser goes on listing the dead one, whose memory nobody tells.
    const chromium = await openChromium({ executablePath, extension, web });
    try {
      const page = await chromium.context.newPage();
      await page.goto(chromium.pageUrl('options'));
      const ids = [...web.feed.all()].map(({ paper }) => paper.id).filter((id) => /^\d{4}\.\d{5}$/.test(id));
      const warmUp = () => askAtRate(page, { ids, perSecond: 100, seconds: 1 });
      await until(async () => (await warmUp()).hits > 0, 'the first sync', 60_000);
      const memory = await watchBackgroundMemory(chromium);
      const before = await memory.lasting();
      const { asked, answered, allTook } = await askAtRate(page, { ids, perSecond, seconds });
      return { asked, answered, took: allTook, before, most: await memory.stop() };
    } finally {
      await chromium.close();
    }
  } finally {
    await web.close();
  }
}
