// Papergloss in a real browser in front of the stand-in web, the way every end-to-end test starts: in Firefox where `BROWSER` says so,
// else in Chromium. Tests nothing itself.
import type { Page } from 'playwright-core';
import { onTestFinished, TestRunner } from 'vitest';
import type { Browser, BrowserOptions } from '../drivers/chromium.mjs';
import { shadowText } from '../drivers/shadow.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { openBrowser } from './browser';
import { untilSynced } from './store-state';
import { syncedProfile } from './synced-profile';

export const card = 'papergloss-card';
export const badge = 'papergloss-badge';

type OwnPage = 'popup' | 'library' | 'options' | 'sidepanel' | 'welcome';

export interface Papergloss {
  web: StandIn;
  browser: Browser;
  /** A new tab at the address. */
  open(address: string): Promise<Page>;
  /** A new tab with one of the extension's own pages. */
  openOwn(name: OwnPage): Promise<Page>;
  /** Waits until the store holds at least so many feed days. */
  synced(days: number): Promise<void>;
  close(): Promise<void>;
}

type StandInOptions = NonNullable<Parameters<typeof startStandIn>[0]>;

interface Options {
  web?: StandInOptions;
  browser?: Partial<BrowserOptions>;
  /** Called before the browser opens: for faults the first sync is to meet. */
  before?(web: StandIn): void;
}

/** What a test has opened is closed with it, and costs the others nothing; what was opened before the tests is theirs. */
function closeAfterTest(page: Page): void {
  if (!TestRunner.getCurrentTest()) return;
  onTestFinished(async () => {
    if (!page.isClosed()) await page.close();
  });
}

export async function openPapergloss({
  web: webOptions,
  browser: browserOptions,
  before,
}: Options = {}): Promise<Papergloss> {
  const web = await startStandIn(webOptions);
  before?.(web);
  const browser = await openBrowser({ web, ...browserOptions });

  async function open(address: string): Promise<Page> {
    const page = await browser.context.newPage();
    closeAfterTest(page);
    await page.goto(address);
    return page;
  }

  return {
    web,
    browser,
    open,
    openOwn: (name) => open(browser.pageUrl(name)),
    synced: (days) => untilSynced(browser, days),
    async close() {
      await browser.close();
      await web.close();
    },
  };
}

/**
 * Papergloss whose store and index hold the whole feed from the beginning. For every test that is not about how they come there: to sync
 * and to index is most of what a browser costs.
 */
export const openSynced = (options: Options = {}): Promise<Papergloss> =>
  openPapergloss({ ...options, browser: { beginning: syncedProfile(), ...options.browser } });

/** The text of the card on a page, once it says something. */
export const cardText = (page: Page, host = card) => shadowText(page, host, undefined, 10_000);

/** How what is ours moves pages, seen from one tab that goes from page to page. */
export interface ShiftWatcher {
  /**
   * Goes to the address and tells, once there is something of ours and half a second has passed, what has moved: each layout shift's
   * score.
   */
  on(address: string, host?: string): Promise<number[]>;
  close(): Promise<void>;
}

export async function watchShifts({ browser }: Papergloss): Promise<ShiftWatcher> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    Reflect.set(window, 'shifts', []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.get(window, 'shifts').push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return {
    async on(address, host = card) {
      await page.goto(address);
      await shadowText(page, host, undefined, 10_000);
      await page.waitForTimeout(500);
      return page.evaluate(() => Reflect.get(window, 'shifts'));
    },
    close: () => page.close(),
  };
}

/** The same for one page. */
export async function shiftsOn(papergloss: Papergloss, address: string): Promise<number[]> {
  const shifts = await watchShifts(papergloss);
  const moved = await shifts.on(address);
  await shifts.close();
  return moved;
}
