// The bar above arXiv's lists in a real Chromium: what it counts, what it does to the list, and that the list comes back as it was.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { badge, openSynced, type Papergloss } from './papergloss';

const bar = 'papergloss-bar';
const listing = 'https://arxiv.org/list/cs.CL/recent';

let papergloss: Papergloss;
let upvotes: Map<string, number>;

beforeAll(async () => {
  papergloss = await openSynced();
  const papers = [...papergloss.web.feed.all()].map(({ paper }) => paper);
  upvotes = new Map(papers.map(({ id, upvotes: count }) => [id, Number(count)]));
});
afterEach(async () => {
  for (const page of papergloss.browser.context.pages().slice(1)) await page.close();
});
afterAll(() => papergloss?.close());

interface Entry {
  id: string;
  section: number;
  visible: boolean;
}

/** The entries in the order the reader sees them. */
function entriesOf(page: Page): Promise<Entry[]> {
  return page.evaluate(() => {
    let section = 0;
    const entries = [];
    for (const element of document.querySelectorAll<HTMLElement>('#articles h3, #articles dt')) {
      if (element.localName === 'h3') section++;
      else {
        const link = element.querySelector('a[href*="/abs/"]');
        const id = link?.getAttribute('href')?.replace(/.*\/abs\//, '') ?? '';
        const detail = element.nextElementSibling;
        entries.push({
          id,
          section,
          visible: element.checkVisibility() && detail?.checkVisibility() === true,
        });
      }
    }
    return entries;
  });
}

/** The page without what is ours: what it would be, had nobody looked at it. */
function pageOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll('papergloss-badge, papergloss-card, papergloss-bar'))
      host.remove();
    return copy.outerHTML;
  });
}

/** Opens a listing and waits until everything known on it is marked. */
async function openList(address = listing): Promise<{ page: Page; entries: Entry[]; listed: Entry[] }> {
  const page = await papergloss.open(address);
  await waitForShadow(page, bar, 'button', 10_000);
  const entries = await entriesOf(page);
  const listed = entries.filter(({ id }) => upvotes.has(id));
  const marked = async () => (await page.locator(`dt ${badge}`).count()) >= listed.length;
  await until(marked, 'a badge on every listed entry', 10_000);
  return { page, entries, listed };
}

const press = (page: Page, name: string) => shadowClick(page, bar, { name, role: 'button' });
const ids = (entries: Entry[]) => entries.map(({ id }) => id);

/** Sorted as promised: section by section the listed ones, the most upvotes first, then the others as they were. */
function sorted(entries: Entry[]): string[] {
  const score = ({ id }: Entry) => upvotes.get(id) ?? -1;
  return ids([...entries].sort((a, b) => a.section - b.section || score(b) - score(a)));
}

describe('the bar above a list', () => {
  it('counts what is listed, once', async () => {
    const { page, entries, listed } = await openList();
    expect(listed.length).toBeGreaterThan(2);
    expect(listed.length).toBeLessThan(entries.length);
    const text = await shadowEval(page, bar, (root) => root.textContent ?? '');
    expect(text).toContain(`${listed.length} of ${entries.length} in Daily Papers`);
    expect(await page.locator(bar).count()).toBe(1);
  });

  it('sorts, and takes the badges along', async () => {
    const { page, entries } = await openList();
    await press(page, 'Sort by upvotes');
    const after = await entriesOf(page);
    expect(ids(after)).toEqual(sorted(entries));
    expect(ids(after)).not.toEqual(ids(entries));
    const marked = await page.evaluate(() =>
      [...document.querySelectorAll('dt')].map((entry) => entry.querySelectorAll('papergloss-badge').length),
    );
    expect(marked).toEqual(ids(after).map((id) => Number(upvotes.has(id))));
  });

  it('shows only what is listed', async () => {
    const { page, listed } = await openList();
    await press(page, 'Only these');
    expect(ids((await entriesOf(page)).filter(({ visible }) => visible))).toEqual(ids(listed));
  });

  it('gives the list back byte for byte, and the keyboard its place', async () => {
    const { page } = await openList();
    const before = await pageOf(page);
    await press(page, 'Only these');
    await press(page, 'Sort by upvotes');
    expect(await pageOf(page)).not.toBe(before);
    await press(page, 'Reset');
    // Moved entries are a change of the page, at which Papergloss looks again; whatever that does is part of the promise.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await pageOf(page)).toBe(before);
    expect(await shadowEval(page, bar, (root) => root.activeElement?.textContent)).toBe('Sort by upvotes');
    expect(await page.locator(bar).count()).toBe(1);
  });

  it('says what it has done', async () => {
    const { page } = await openList();
    await press(page, 'Sort by upvotes');
    const said = () =>
      shadowEval(page, bar, (root) => root.querySelector('[role=status]')?.textContent ?? '');
    expect((await said()).trim()).toBe('Sorted by upvotes.');
  });

  it('works by keyboard', async () => {
    const { page, entries } = await openList();
    const isOnBar = () => page.evaluate(() => document.activeElement?.localName === 'papergloss-bar');
    for (let presses = 0; presses < 60 && !(await isOnBar()); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(ids(await entriesOf(page))).toEqual(sorted(entries));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await entriesOf(page)).filter(({ visible }) => visible).length).toBeLessThan(entries.length);
  });

  it('does nothing for the page’s own scripts', async () => {
    const { page } = await openList();
    const before = await pageOf(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('papergloss-bar');
      host?.click();
      host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    });
    expect(await pageOf(page)).toBe(before);
  });

  it('makes its line no higher and the page no wider, in a narrow window, too', async () => {
    const { page } = await openList();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const [withBar, without] = await page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('papergloss-bar');
        const measure = () => [
          host?.parentElement?.getBoundingClientRect().height,
          document.querySelector('#articles')?.getBoundingClientRect().top,
          document.documentElement.scrollWidth,
        ];
        const before = measure();
        host?.style.setProperty('display', 'none');
        const after = measure();
        host?.style.removeProperty('display');
        return [before, after];
      });
      expect(withBar, `${width} pixels`).toEqual(without);
    }
  });
});

it('a list of which nothing is listed is byte for byte what the server sent', async () => {
  const page = await papergloss.open(`${listing}?known=0`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const seen = await page.evaluate(() => document.documentElement.outerHTML);
  const plain = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
  });
  expect(seen).toBe(plain);
});

describe('a list of a site that is switched', () => {
  async function openSwitch() {
    const options = await papergloss.openOwn('options');
    return options
      .getByRole('checkbox', { name: /arxiv\.org/ })
      .or(options.getByRole('switch', { name: /arxiv\.org/ }));
  }

  it('off is given back, however it was arranged', async () => {
    const { page } = await openList();
    const before = await pageOf(page);
    await press(page, 'Sort by upvotes');
    await press(page, 'Only these');
    const site = await openSwitch();
    await site.uncheck();
    await until(async () => (await page.locator(bar).count()) === 0, 'the bar to go', 5000);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await site.check();
  });

  it('on stays where it is under the eyes of the reader', async () => {
    const site = await openSwitch();
    await site.uncheck();
    const page = await papergloss.open(listing);
    await page.evaluate(() => {
      const shifts: number[] = [];
      Reflect.set(window, 'shifts', shifts);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await site.check();
    await page.bringToFront();
    await waitForShadow(page, bar, 'button', 10_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
  });
});
