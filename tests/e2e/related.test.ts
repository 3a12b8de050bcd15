// Related papers in a real Chromium: on cards, kept up by a background that dies, and for pages whose paper nobody has cached.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealPopup } from '../drivers/real-popup.mjs';
import { shadowClick, shadowQuery, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { publisherPage } from '../stand-in/publisher.mjs';
import { switchSetting } from './options-page';
import { card, cardText, openPapergloss, openSynced, type Papergloss } from './papergloss';
import { countRows, putRow, untilIndexed } from './store-state';

const uncached = 'https://arxiv.org/abs/2303.99001';
/** Addresses of the related papers a card shows. */
const relatedOn = async (page: Page) =>
  (await shadowQuery(page, card, 'ul li a')).map(({ attributes }) => attributes.href ?? '');

const pause = () => new Promise((resolve) => setTimeout(resolve, 800));

describe('related papers', () => {
  let papergloss: Papergloss;
  let id: string;

  beforeAll(async () => {
    papergloss = await openSynced();
    id = '2606.18203';
  });
  afterAll(() => papergloss?.close());

  it('stand on a card, each with a reason in words', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const rows = await shadowQuery(page, card, 'ul li');
    expect(rows.length).toBeGreaterThan(1);
    for (const { text } of rows) expect(text).toMatch(/both: |same code repository|same organization/);
    await page.close();
  });

  it('carry marks once the reader has been there, and saved them', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const address = (await relatedOn(page)).find((href) => href.startsWith('https://arxiv.org/abs/')) ?? '';
    const other = await papergloss.open(address);
    await cardText(other);
    await shadowClick(other, card, '[aria-pressed="false"]');
    await waitForShadow(other, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
    await page.reload();
    await cardText(page);
    const marks = await shadowQuery(page, card, 'ul li [role=img]');
    expect(marks.map(({ attributes }) => attributes['aria-label']).sort()).toEqual(['Saved', 'Seen']);
    await page.close();
    await other.close();
  });

  it('come from a background that was asleep, without the index', async () => {
    const options = await papergloss.openOwn('options');
    await papergloss.browser.stopBackground();
    for (const name of ['index', 'sequences', 'lists'])
      await putRow(options, 'indexParts', { name, value: 'rubbish' });
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    expect((await relatedOn(page)).length).toBeGreaterThan(1);
    await pause();
    // Whoever had read it would have started it over.
    expect(await countRows(options, 'indexQueue')).toBe(0);
    await page.close();
    await options.close();
  });

  it('are there for a page whose paper is not cached, when the popup is asked; nothing is sent', async () => {
    for (const address of [publisherPage, uncached]) {
      const tab = await papergloss.open(address);
      const popup = await openRealPopup(papergloss.browser, tab);
      const before = papergloss.web.requests.length;
      await expect
        .poll(() => popup.text('.on-page'), { timeout: 5_000 })
        .toContain('Find related in Daily Papers');
      await popup.click({ role: 'button', name: 'Find related in Daily Papers' });
      const list = await popup.text('.on-page ol');
      expect(list).toMatch(/both: /);
      if (address === publisherPage) expect(list).toContain('Speculative Decoding');
      const sent = papergloss.web.requests.slice(before).filter(({ url }) => !url.includes('date='));
      expect(sent).toEqual([]);
      await tab.close();
    }
  });

  it('leave no trace on such a page until the reader wants them there', async () => {
    const page = await papergloss.open(uncached);
    await pause();
    expect(await page.locator(card).count()).toBe(0);

    const options = await papergloss.openOwn('options');
    await switchSetting(options.getByRole('checkbox', { name: /other abstract pages/ }), true);
    const before = papergloss.web.requests.length;
    await page.reload();
    const text = await shadowText(page, card, undefined, 10_000);
    expect(text).toContain('not in Daily Papers');
    expect(text).toMatch(/both: /);
    expect(await shadowQuery(page, card, 'button.save')).toEqual([]);
    const asked = papergloss.web.requests.slice(before).filter(({ host }) => host !== 'arxiv.org');
    expect(asked.filter(({ url }) => !url.includes('date='))).toEqual([]);
    await page.close();
    await options.close();
  });

  it('show what is like the saved papers below the reading list', async () => {
    const library = await papergloss.openOwn('library');
    await library.getByText('More like what I saved').click();
    await library
      .getByText(/because you saved/)
      .first()
      .waitFor();
    await library.close();
  });
});

it('are complete in the end, however often the background dies while they are found', async () => {
  const papergloss = await openPapergloss();
  try {
    for (let kill = 0; kill < 5; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 150 * kill));
      await papergloss.browser.stopBackground();
      // Whoever asks wakes it.
      const popup = await papergloss.openOwn('popup');
      await popup.locator('.paper-row').first().waitFor();
      await popup.waitForTimeout(300);
      await popup.close();
    }
    await papergloss.synced(3);
    await untilIndexed(papergloss.browser);
  } finally {
    await papergloss.close();
  }
});
