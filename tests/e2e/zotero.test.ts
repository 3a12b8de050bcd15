// Sending to Zotero from a real Chromium, to a stand-in at the one port Zotero has.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startZotero } from '../stand-in/zotero.mjs';
import { type AllowedBeforehand, openAllowedBeforehand } from './allowed-beforehand';
import { rows, statusBar } from './library-page';
import { ask } from './own-messages';

const zoteroPort = 23_119;
const thisMachine = 'http://127.0.0.1/*';

const zotero = await startZotero({ port: zoteroPort }).catch(() => undefined);

describe.skipIf(!zotero)(`Zotero (needs port ${zoteroPort}: close the Zotero that runs here)`, () => {
  let papergloss: AllowedBeforehand;
  let page: Page;
  let ids: string[];

  async function send(): Promise<void> {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Send to Zotero' }).click();
  }

  beforeAll(async () => {
    papergloss = await openAllowedBeforehand([thisMachine], {});
    await papergloss.synced(1);
    await papergloss.allow(thisMachine);
    page = await papergloss.openOwn('library');
    ids = papergloss.web.feed
      .itemsOf(papergloss.web.feed.days[0] ?? '')
      .slice(0, 2)
      .map(({ paper }) => paper.id);
    await ask(page, { type: 'reading-list/save', request: { ids } });
    await rows(page).nth(1).waitFor();
  }, 120_000);
  afterAll(async () => {
    await papergloss?.close();
    await zotero?.close();
  });

  it('has the papers, with title, authors and abstract', async () => {
    await send();
    await statusBar(page).getByText('Saved in Zotero: 2 papers.').waitFor();
    const items = zotero?.items ?? [];
    expect(items.map(({ archiveID }) => archiveID).sort()).toEqual(ids.map((id) => `arXiv:${id}`).sort());
    for (const item of items) {
      expect(item).toMatchObject({ itemType: 'preprint', repository: 'arXiv' });
      expect(item.title).toBe(papergloss.web.feed.find(item.archiveID.slice('arXiv:'.length))?.title);
      expect(item.creators.length).toBeGreaterThan(0);
      expect(item.abstractNote).not.toBe('');
    }
  });

  it('that cannot write says so', async () => {
    zotero?.turn('read-only');
    await send();
    await statusBar(page).getByText('The library chosen in Zotero cannot be written to.').waitFor();
  });

  it('that is not running is named, with what to do', async () => {
    await zotero?.close();
    await send();
    await statusBar(page).getByText('Zotero does not answer. Start it on this machine').waitFor();
  });
});
