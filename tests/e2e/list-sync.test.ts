// The reading list in the browser's account sync, in a real Chromium that is signed in nowhere: its `storage.sync` is the local end of it.
// The other machine is the engine itself, run here.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareList } from '../../lib/list-sync/compare-list';
import { itemBytes, itemQuotaBytes, quotaBytes } from '../../lib/list-sync/sync-layout';
import { changeEntry, newEntry } from '../../lib/papers/entry-changes';
import { until } from '../drivers/until.mjs';
import { askedArxiv, row, storedEntry } from './library-page';
import { switchSetting } from './options-page';
import { ask } from './own-messages';
import { openSynced, type Papergloss } from './papergloss';

const [mine, both, theirs] = ['2412.10001', '2412.10002', '2412.10003'];

let papergloss: Papergloss;
let options: Page;

type Items = Record<string, unknown>;

const stored = (): Promise<Items> =>
  options.evaluate(() => Reflect.get(globalThis, 'chrome').storage.sync.get(null));

const listItems = async () => Object.keys(await stored()).filter((key) => key.startsWith('list/'));

/** What the sync of the browser does when another machine has written. */
const arrive = (items: Items) =>
  options.evaluate((each) => Reflect.get(globalThis, 'chrome').storage.sync.set(each), items);

const toggle = () => options.getByRole('checkbox', { name: 'Sync the reading list' });

beforeAll(async () => {
  papergloss = await openSynced();
  options = await papergloss.openOwn('options');
  await ask(options, { type: 'reading-list/save', request: { ids: [mine, both] } });
  const change = { addTags: ['mine'], note: 'x'.repeat(5_000) };
  await ask(options, { type: 'reading-list/change', request: { changes: [{ id: both, change }] } });
}, 120_000);
afterAll(() => papergloss?.close());

it('nothing is in the account before it is switched on', async () => {
  expect(await listItems()).toEqual([]);
});

it('the list goes there within the quotas, and the options say what is there and what stays', async () => {
  await toggle().click();
  await options.getByText('2 of 2 saved papers are in your account.').waitFor({ timeout: 15_000 });
  await options.getByText('1 note stays on this machine').waitFor();
  await options.getByText(/^\d of 100 kB/).waitFor();
  const items = Object.entries(await stored());
  expect(items.filter(([key]) => key.startsWith('list/')).length).toBeGreaterThan(1);
  const sizes = items.map(([key, value]) => itemBytes(key, value));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(itemQuotaBytes);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(quotaBytes);
});

it('what another machine changed arrives, field by field, and arXiv is not asked about it', async () => {
  const library = await papergloss.openOwn('library');
  await row(library, both).waitFor();
  const before = askedArxiv(papergloss).length;
  const there = await stored();
  const act = { now: Date.now(), device: 'othr' };
  const shared = compareList(there, [], []).news.find(({ id }) => id === both);
  if (!shared) throw new Error('The account does not have the paper');
  const changed = changeEntry(shared, { status: 'done', addTags: ['theirs'] }, act);
  const added = newEntry({ id: theirs, title: '', authors: [] }, act);
  await arrive(compareList(there, [], [changed, added]).items);
  await row(library, theirs).waitFor({ timeout: 15_000 });
  await row(library, both).getByText('theirs', { exact: true }).waitFor();
  const entry = await storedEntry(library, both);
  expect(entry).toMatchObject({ status: 'done', tags: ['mine', 'theirs'], note: 'x'.repeat(5_000) });
  expect(askedArxiv(papergloss).length).toBe(before);
  await library.close();
});

it('switched off it sends nothing more, and what is there stays for other machines', async () => {
  await switchSetting(toggle(), false);
  const there = await stored();
  await ask(options, { type: 'reading-list/remove', request: { ids: [mine] } });
  await ask(options, { type: 'list-sync/now', request: {} });
  expect(await stored()).toEqual(there);
  expect(await options.getByText('saved papers are in your account').count()).toBe(0);
});

it('the copy in the account can be removed, and the list here stays', async () => {
  await options.getByRole('button', { name: 'Remove the copy in your account' }).click();
  await options.getByText('The copy in your account was removed.').waitFor();
  await until(async () => (await listItems()).length === 0, 'the account to be empty', 5_000);
  expect(await storedEntry(options, both)).toBeDefined();
});
