// Saving a paper nobody has cached, from wherever the reader stands: the list has its id at once and its title when arXiv has told it,
// which is asked for that act and for nothing else.
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealPopup } from '../drivers/real-popup.mjs';
import { until } from '../drivers/until.mjs';
import { papersOutsideFeed } from '../stand-in/arxiv/api.mjs';
import { askedArxiv, row, rows, storedEntry } from './library-page';
import { openSynced, type Papergloss } from './papergloss';

const [fromPopup, pasted, fromMenu, fromKeys] = papersOutsideFeed;
if (!fromPopup || !pasted || !fromMenu || !fromKeys) throw new Error('The stand-in has too few papers');
/** arXiv is asked once in three seconds. */
const titleTimeout = 30_000;

/** Papers no arXiv has, made up with those it has to a list of 50. */
const unknown = Array.from({ length: 48 }, (_, place) => `2303.9${String(place + 9000)}`);

let papergloss: Papergloss;
let library: Page;

beforeAll(async () => {
  papergloss = await openSynced();
  library = await papergloss.openOwn('library');
}, 120_000);
afterAll(() => papergloss?.close());

/** By the id while nothing else is known, then by the title. */
async function getsItsTitle({ id, title }: { id: string; title: string }): Promise<void> {
  await row(library, id).getByText(title, { exact: true }).waitFor({ timeout: titleTimeout });
}

const menu = ['contextMenus', 'onClicked'] as const;
const key = ['commands', 'onCommand'] as const;

/** Sends what the browser sends when an entry of its menus or one of its keys is used, and tells what the toolbar button then says. */
async function use(event: typeof menu | typeof key, first: unknown, page: Page) {
  return papergloss.browser.evaluateInBackground(
    async ([area, listeners, argument, url]: [string, string, unknown, string]) => {
      const browser = Reflect.get(globalThis, 'chrome');
      const [tab] = await browser.tabs.query({ url });
      browser[area][listeners].dispatch(argument, tab);
      for (let tries = 0; tries < 100; tries++) {
        const mark: string = await browser.action.getBadgeText({ tabId: tab.id });
        // Without a mark of its own a tab shows the number of all tabs.
        if (mark === '✓' || mark === '!')
          return { mark, title: (await browser.action.getTitle({ tabId: tab.id })) as string };
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { mark: '', title: '' };
    },
    [...event, first, page.url()] as [string, string, unknown, string],
  );
}

describe('a paper that is not cached', () => {
  it('is nothing arXiv is asked about because its page was opened', async () => {
    await papergloss.open(`https://arxiv.org/abs/${fromPopup.id}`);
    await papergloss.openOwn('popup');
    await library.reload();
    await library.getByText('Nothing saved yet').or(library.getByText('Add…')).first().waitFor();
    expect(askedArxiv(papergloss)).toEqual([]);
  });

  it('is saved in the popup over its page, and stands on the list by its id until arXiv answers', async () => {
    papergloss.web.faults.next({ status: 429, retryAfter: '10', path: '/api/query' });
    const tab = await papergloss.open(`https://arxiv.org/abs/${fromPopup.id}`);
    const popup = await openRealPopup(papergloss.browser, tab);
    await popup.click({ name: `Save “${fromPopup.id}”`, role: 'button' });
    await row(library, fromPopup.id).getByText(`arXiv:${fromPopup.id}`, { exact: true }).waitFor();
    await expect.poll(() => popup.text('.on-page')).toContain('On your reading list');
    await tab.close();
  });

  it('says that arXiv asks for fewer requests, and asks again when the reader wants it', async () => {
    await library.bringToFront();
    await library.getByText('arXiv asks for fewer requests').waitFor();
    expect(askedArxiv(papergloss).length).toBe(1);
    await until(
      async () => {
        const again = library.getByRole('button', { name: 'Ask arXiv' });
        const title = row(library, fromPopup.id).getByText(fromPopup.title, { exact: true });
        if (!(await title.isVisible()) && (await again.isVisible())) await again.click({ timeout: 1_000 });
        // An answer takes its time: pressing again meanwhile would ask again.
        return title.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      },
      'the title to come',
      titleTimeout,
    );
    expect(askedArxiv(papergloss).length).toBe(2);
  });

  it('is one of fifty in a pasted text, for which arXiv is asked once', async () => {
    const before = askedArxiv(papergloss).length;
    await library.getByRole('button', { name: 'Add…' }).click();
    const text = [`see https://arxiv.org/pdf/${pasted.id}v2 [1]`, 'arXiv:2303.99999', ...unknown].join('\n');
    await library.getByRole('dialog').getByRole('textbox').fill(text);
    await library.getByText('50 papers').waitFor();
    await library.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    // Its row is not among those that are drawn.
    const title = async () => (await storedEntry(library, pasted.id))?.title;
    await expect.poll(title, { timeout: titleTimeout }).toBe(pasted.title);
    await library.getByText('arXiv does not know: ').waitFor();
    const asked = askedArxiv(papergloss).slice(before);
    expect(asked.map(({ searchParams }) => searchParams.get('id_list')?.split(',').length)).toEqual([50]);
    expect(await rows(library).first().getAttribute('aria-setsize')).toBe('51');
  });

  it('is saved with others out of the search box of the popup', async () => {
    const before = askedArxiv(papergloss).length;
    const popup = await papergloss.openOwn('popup');
    const other = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id;
    await popup.locator('search input').fill(`2303.98001, ${other}`);
    await popup.getByRole('button', { name: 'Save these 2 papers' }).click();
    await popup.getByText('2 papers are on the reading list.').waitFor();
    await row(library, '2303.98001').waitFor();
    await until(async () => askedArxiv(papergloss).length === before + 1, 'arXiv to be asked', titleTimeout);
    await popup.close();
  });

  it('is saved by the menu of a link, and the toolbar button says so', async () => {
    const page = await papergloss.open('https://arxiv.org/list/cs.CL/recent');
    const choice = { menuItemId: 'save-link', linkUrl: `https://arxiv.org/pdf/${fromMenu.id}` };
    const said = await use(menu, choice, page);
    expect(said).toEqual({ mark: '✓', title: `On your reading list: arXiv:${fromMenu.id}` });
    await getsItsTitle(fromMenu);
    await page.close();
  });

  it('is saved by the key for the page one is on', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${fromKeys.id}`);
    await page.bringToFront();
    const said = await use(key, 'save-paper', page);
    expect(said).toEqual({ mark: '✓', title: `On your reading list: arXiv:${fromKeys.id}` });
    await getsItsTitle(fromKeys);
    await page.close();
  });

  it('has its menu in the browser, and its key', async () => {
    const there = await papergloss.browser.evaluateInBackground(async () => {
      const { contextMenus, commands } = Reflect.get(globalThis, 'chrome');
      for (const item of ['save-link', 'save-page']) await contextMenus.update(item, {});
      const all: { name: string; shortcut: string }[] = await commands.getAll();
      return all.find(({ name }) => name === 'save-paper')?.shortcut;
    });
    expect(there).toBe('Alt+Shift+S');
  });
});

describe('a page of the web', () => {
  const forged = [
    { type: 'reading-list/save', request: { ids: ['2303.97001'] } },
    { type: 'reading-list/fetch-details', request: {} },
    { type: 'reading-list/import', request: { papers: [{ id: '2303.97001' }] } },
    { type: 'reading-list/change', request: { changes: [{ id: '2303.97001', change: { stars: 1 } }] } },
  ];

  /** The world of our content script in the page: what a page that took it over could do. */
  async function ownWorld(session: CDPSession): Promise<number> {
    const origin = `chrome-extension://${papergloss.browser.id}`;
    let world: number | undefined;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === origin) world = context.id;
    });
    await session.send('Runtime.enable');
    return until(async () => world, 'our script to run in the page', 5_000);
  }

  it('cannot have arXiv asked, not even through our script in it', async () => {
    const before = askedArxiv(papergloss).length;
    const page = await papergloss.open('https://arxiv.org/abs/2303.97001');
    await page.evaluate((messages) => {
      for (const message of messages) window.postMessage(message, '*');
    }, forged);
    const session = await page.context().newCDPSession(page);
    const contextId = await ownWorld(session);
    for (const message of forged) {
      const { result } = await session.send('Runtime.evaluate', {
        contextId,
        expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect(result.value, message.type).toMatchObject({ ok: false });
      expect(['not-cached', 'not-allowed']).toContain(result.value.code);
    }
    expect(await row(library, '2303.97001').count()).toBe(0);
    expect(askedArxiv(papergloss).length).toBe(before);
  });
});
