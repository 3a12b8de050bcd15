// A reader's database of an earlier version whose upgrade is broken off half way, by the end of the page, of the background and of the
// whole browser: it is as it was until one upgrade is done, and then it is whole. Every other step is tried in every-version.test.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import {
  keptOf,
  putInPlace,
  readWhole,
  type Sample,
  sampledVersions,
  sampleOf,
} from '../store/frozen-samples';
import { holdStore, isHeld } from './hold-store';
import { ask } from './own-messages';
import { openPapergloss, type Papergloss } from './papergloss';
import { deleteDatabase } from './store-state';

const name = 'papergloss';
const newest = Math.max(...sampledVersions);
const older = sampledVersions.filter((version) => version < newest);

let papergloss: Papergloss;
let profile: string;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'papergloss-upgrade-'));
  papergloss = await openPapergloss({ browser: { profile } });
  await papergloss.synced(1);
});
afterAll(async () => {
  await papergloss?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The second row that an upgrade writes is never written. */
const half = { method: 'put', mode: 'versionchange', after: 1 } as const;

/** A page of the extension that opens no database. */
const openBare = () =>
  papergloss.open(papergloss.browser.pageUrl('options').replace('options.html', 'starter-feed.json'));

/** As if it had been the earlier version that ran until now. Returns what lies there. */
async function goBackTo(sample: Sample, bare: Page) {
  for (const other of papergloss.browser.context.pages()) if (other !== bare) await other.close();
  await papergloss.browser.stopBackground();
  // A sync that was cut off would be gone on with in the middle of this.
  await bare.evaluate(() => Reflect.get(globalThis, 'chrome').alarms.clearAll());
  await deleteDatabase(bare);
  await bare.evaluate(putInPlace, { ...sample, name });
  return bare.evaluate(readWhole, name);
}

/** The library in the middle of its upgrade: whoever else opens the database waits behind it. */
async function openHeldLibrary(): Promise<Page> {
  const library = await papergloss.browser.context.newPage();
  await library.addInitScript(holdStore, half);
  await library.goto(papergloss.browser.pageUrl('library'));
  await until(() => library.evaluate(isHeld), 'the upgrade in the library to be held', 10_000);
  return library;
}

/** Ends the background at once, while it upgrades. */
async function killBackground(): Promise<void> {
  await until(
    () => papergloss.browser.evaluateInBackground(isHeld),
    'the upgrade in the background to be held',
    10_000,
  );
  await papergloss.browser.stopBackground();
}

/** What the reader sees, and what is stored. */
async function expectWhole({ rows }: Sample): Promise<void> {
  const library = await papergloss.openOwn('library');
  for (const { title } of rows.readingEntries as { title: string }[])
    await library.getByText(title).first().waitFor({ timeout: 20_000 });
  const there = await library.evaluate(readWhole, name);
  expect(there.version).toBe(newest);
  for (const table of ['readingEntries', 'removedEntries', 'seenPapers'] as const) {
    const before = rows[table] ?? [];
    const kept = before.map((row) => keptOf(table, row));
    expect(there.rows[table], table).toHaveLength(before.length);
    expect(there.rows[table], table).toEqual(
      expect.arrayContaining(kept.map((row) => expect.objectContaining(row))),
    );
  }
}

describe.each(older)('a database of version %i', (version) => {
  const sample = sampleOf(version);

  it('is as it was when the page and then the background are ended half way, and whole when nobody is', async () => {
    const bare = await openBare();
    const before = await goBackTo(sample, bare);
    const library = await openHeldLibrary();
    // Nobody waits for the answer of one that is killed.
    void ask(bare, { type: 'wake' }).catch(() => undefined);
    await papergloss.browser.evaluateInBackground(holdStore, half);
    await library.close();
    await killBackground();
    expect(await bare.evaluate(readWhole, name)).toEqual(before);
    await expectWhole(sample);
  });

  it('is whole after the browser was killed half way', async () => {
    await goBackTo(sample, await openBare());
    await openHeldLibrary();
    await papergloss.browser.kill();
    await papergloss.web.close();
    papergloss = await openPapergloss({ browser: { profile } });
    await expectWhole(sample);
  });
});
