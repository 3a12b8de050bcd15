// The background is killed while it works for somebody: while it answers a look-up, while it saves, while it imports. Its database is
// made to keep it waiting, so that it is killed in the middle and not by luck.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadingEntry } from '../../lib/papers/reading-entry';
import { shadowClick, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { holdStore, isHeld } from './hold-store';
import { ask } from './own-messages';
import { card, cardText, openSynced, type Papergloss } from './papergloss';
import { countRows, readRows } from './store-state';

let papergloss: Papergloss;
let ids: string[];

beforeAll(async () => {
  papergloss = await openSynced();
  ids = [...papergloss.web.feed.all()].map(({ paper }) => paper.id).filter((id) => /^\d{4}\.\d{5}$/.test(id));
});
afterAll(() => papergloss?.close());

/**
 * Lets the background's database stop answering `method` on that table after `count` calls; what is in the same transaction is never
 * committed. Returns what waits until somebody is held up by it and kills the background then.
 */
async function holdBackground(table: string, method: 'get' | 'put', count = 0) {
  const { context, evaluateInBackground, id } = papergloss.browser;
  const browser = context.browser();
  if (!browser) throw new Error('Chromium was opened without a browser session');
  const session = await browser.newBrowserCDPSession();
  await evaluateInBackground(holdStore, { method, table, after: count });
  return async () => {
    await until(() => evaluateInBackground(isHeld), 'the background to be held', 10_000);
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
    // Its end is not waited for: somebody may wake the next one at once. The one that is held answers nobody.
    await session.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
  };
}

const entries = async () => readRows<ReadingEntry>(await papergloss.openOwn('options'), 'readingEntries');

it('while it answers a look-up: the page asks again, and its card is there', async () => {
  const killWhenHeld = await holdBackground('papers', 'get');
  const page = await papergloss.open(`https://arxiv.org/abs/${ids[0]}`);
  await killWhenHeld();
  expect(await cardText(page)).not.toBe('');
});

it('while it saves: the card says that it did not, and the next try saves it once', async () => {
  const page = await papergloss.open(`https://arxiv.org/abs/${ids[1]}`);
  await cardText(page);
  const before = await shadowText(page, card);
  const killWhenHeld = await holdBackground('readingEntries', 'put');
  await shadowClick(page, card, '[aria-pressed]');
  await killWhenHeld();
  await until(async () => (await shadowText(page, card)) !== before, 'the card to say so', 10_000);
  await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="false"]') !== null);
  expect(await entries()).toEqual([]);
  await shadowClick(page, card, '[aria-pressed]');
  await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
  expect((await entries()).map(({ id }) => id)).toEqual([ids[1]]);
});

it('while it imports: none of the file is on the list, and the second try adds all of it once', async () => {
  const own = await papergloss.openOwn('options');
  const papers = Array.from({ length: 300 }, (_, position) => ({
    id: `2401.${String(position + 1).padStart(5, '0')}`,
    title: `An imported paper, number ${position + 1}`,
    change: {},
  }));
  const message = { type: 'reading-list/import', request: { papers } };
  const killWhenHeld = await holdBackground('readingEntries', 'put', 150);
  const first = ask(own, message).catch((error) => ({ ok: false, error }));
  await killWhenHeld();
  expect(await first).not.toMatchObject({ ok: true });
  const before = await countRows(own, 'readingEntries');
  expect(await ask(own, message)).toEqual({ ok: true, value: { added: 300, merged: 0 } });
  expect(await countRows(own, 'readingEntries')).toBe(before + 300);
});
