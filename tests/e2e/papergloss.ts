// Papergloss in a real browser in front of the stand-in web, the way every end-to-end test starts: in Firefox where `BROWSER` says so,
// else in Chromium. Tests nothing itself.
import type { Page } from 'playwright-core';
import { openBidiFirefox } from '../drivers/bidi-firefox.mjs';
import { ensureChromium, findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Browser, type BrowserOptions, openChromium } from '../drivers/chromium.mjs';
import { shadowText } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';

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

export const inFirefox = process.env.BROWSER === 'firefox';

/** The folder of the build for the browser these tests run in. */
export const builtExtension = () => buildFolder(inFirefox ? 'firefox' : 'chrome');

/** The browser these tests run in, with the extension. */
export async function openBrowser(
  options: Omit<BrowserOptions, 'executablePath' | 'extension'> & { extension?: string },
): Promise<Browser> {
  if (!inFirefox)
    return openChromium({ executablePath: await ensureChromium(), extension: builtExtension(), ...options });
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox: install it or set FIREFOX_PATH');
  return openBidiFirefox({ executablePath, extension: builtExtension(), ...options });
}

/** Counts the rows of a table of the extension's database, from one of its own pages. */
export async function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('papergloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            db.close();
            resolve(counting.result);
          };
          counting.onerror = () => reject(counting.error);
        };
      }),
    table,
  );
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
    await page.goto(address);
    return page;
  }

  return {
    web,
    browser,
    open,
    openOwn: (name) => open(browser.pageUrl(name)),
    async synced(days) {
      const page = await open(browser.pageUrl('options'));
      const stored = async () => (await countRows(page, 'feedDays')) >= days;
      await until(stored, `${days} feed days to be stored`, 30_000);
      await page.close();
    },
    async close() {
      await browser.close();
      await web.close();
    },
  };
}

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
