// Many pages and many look-ups at once, while the feed hangs: everybody is answered, nothing piles up, and nobody waits for the network.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shadowText } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { askAtRate } from '../load/ask-at-rate.mjs';
import { watchBackgroundMemory } from '../load/background-memory.mjs';
import { badge, openSynced, type Papergloss } from './papergloss';

/** The bench holds it for longer. */
const seconds = 3;
const perSecond = 1_000;
const megabyte = 1_000_000;

let papergloss: Papergloss;
let ids: string[];
/** Requests before the feed fell silent. */
let before: number;

beforeAll(async () => {
  papergloss = await openSynced();
  ids = [...papergloss.web.feed.all()].map(({ paper }) => paper.id).filter((id) => /^\d{4}\.\d{5}$/.test(id));
  papergloss.web.faults.always({ kind: 'timeout' });
  before = papergloss.web.requests.length;
});
afterAll(() => papergloss?.close());

/** Has the background ask the feed, which does not answer, and never give up waiting. */
async function waitForFeed() {
  await papergloss.browser.evaluateInBackground(() => {
    AbortSignal.timeout = () => new AbortController().signal;
  });
  const page = await papergloss.openOwn('popup');
  await page.evaluate(() => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    const message = { type: 'feed/refresh', request: { day: new Date().toISOString().slice(0, 10) } };
    void runtime.sendMessage(message).finally(() => Reflect.set(globalThis, 'hasEnded', true));
  });
  await until(async () => papergloss.web.requests.length > before, 'the feed to be asked', 10_000);
  return () => page.evaluate(() => Reflect.get(globalThis, 'hasEnded') !== true);
}

it('twenty tabs that open at once are all annotated while the feed hangs', async () => {
  const stillWaits = await waitForFeed();
  const pages = await Promise.all(
    Array.from({ length: 20 }, () => papergloss.open('https://arxiv.org/list/cs.CL/recent')),
  );
  for (const page of pages) {
    await shadowText(page, badge, undefined, 20_000);
    const marked = () => page.evaluate((name) => document.querySelectorAll(name).length, badge);
    await until(async () => (await marked()) === 20, 'all twenty papers to be marked', 20_000);
  }
  expect(await stillWaits()).toBe(true);
  await Promise.all(pages.map((page) => page.close()));
}, 120_000);

it('a thousand look-ups a second are all answered, and the background forgets them', async () => {
  const stillWaits = await waitForFeed();
  const page = await papergloss.openOwn('popup');
  await askAtRate(page, { ids, perSecond: 200, seconds: 1 });
  const memory = await watchBackgroundMemory(papergloss.browser);
  const atRest = await memory.lasting();
  const answers = await askAtRate(page, { ids, perSecond, seconds });
  // An answer is out before all it has left behind is put away.
  await expect
    .poll(async () => (await memory.lasting()) - atRest, { timeout: 20_000 })
    .toBeLessThan(3 * megabyte);
  const most = await memory.stop();
  console.log(
    `${answers.answered} look-ups answered in ${Math.round(answers.allTook)} ms, background ${(atRest / megabyte).toFixed(1)} MB before, ${(most / megabyte).toFixed(1)} MB at most`,
  );
  expect(answers).toMatchObject({
    asked: perSecond * seconds,
    answered: perSecond * seconds,
    hits: perSecond * seconds,
    refused: {},
  });
  expect(await stillWaits()).toBe(true);
  expect(most).toBeLessThan(200 * megabyte);
}, 120_000);
