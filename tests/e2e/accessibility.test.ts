// axe over every surface, in light and dark; the popup where there is little room, and from right to left.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, waitForShadow } from '../drivers/shadow.mjs';
import { ask } from './own-messages';
import { badge, card, cardText, openSynced, type Papergloss } from './papergloss';

const bar = 'papergloss-bar';

const schemes = ['light', 'dark'] as const;

/** Runs axe in the page as it is, and names what it finds. Of a long list the first rows stand for all: they are alike. */
async function violations(page: Page, rules: object = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations: found } = await Reflect.get(window, 'axe').run(
      { exclude: [['ol.papers > li:nth-child(n + 8)']] },
      options,
    );
    return found.map((one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html}`);
  }, rules);
}

/** In light, then in dark, where nothing but colours is another. */
async function violationsInBoth(page: Page): Promise<string[]> {
  const inLight = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violations(page, { runOnly: ['color-contrast', 'link-in-text-block'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map((one) => `dark: ${one}`)];
}

/** axe cannot see into a closed root, so it is brought into one that is open, with its style sheets. */
async function violationsInShadow(page: Page, host: string): Promise<string[]> {
  const { html, css, theme } = await shadowEval(page, host, (root) => ({
    html: root.innerHTML,
    css: root.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n'),
    theme: (root.host as HTMLElement).dataset.theme,
  }));
  const copy = await page.context().newPage();
  await copy.evaluate(
    ([markup, style, colours, tag]) => {
      document.documentElement.lang = 'en';
      document.title = 'copy';
      const main = document.body.appendChild(document.createElement('main'));
      main.append(Object.assign(document.createElement('h1'), { textContent: 'copy' }));
      document.body.style.background = colours === 'dark' ? '#0d1117' : '#fff';
      main.firstElementChild?.setAttribute('style', `color:${colours === 'dark' ? '#fff' : '#000'}`);
      const copied = main.appendChild(document.createElement(tag ?? 'div'));
      copied.dataset.theme = colours;
      const root = copied.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style ?? '');
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = markup ?? '';
    },
    [html, css, theme, host],
  );
  return violations(copy);
}

let papergloss: Papergloss;
let id: string;

beforeAll(async () => {
  papergloss = await openSynced();
  id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
  const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
  await cardText(page);
  await shadowClick(page, card, '[aria-pressed]');
  await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
  await page.close();
});
afterAll(() => papergloss?.close());

describe('in light and in dark, axe finds nothing', () => {
  it('in the popup', async () => {
    const page = await papergloss.openOwn('popup');
    await page.locator('main > ol.papers > li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('in every view of the popup, with the calendar, and with a row open', { timeout: 180_000 }, async () => {
    const page = await papergloss.openOwn('popup');
    const row = page.locator('main > ol.papers > li');
    for (const name of ['Week', 'Month', 'Trending', 'For you', 'Day']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
      await row.or(page.locator('.notice')).first().waitFor({ timeout: 10_000 });
      await page.locator('header[aria-busy="false"]').waitFor({ timeout: 10_000 });
      expect(await violationsInBoth(page), name).toEqual([]);
    }
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Calendar' }).waitFor();
    expect(await violationsInBoth(page), 'calendar').toEqual([]);
    await page.keyboard.press('Escape');
    await row.first().locator('button.row-title').click();
    await row.first().locator('.details .abstract').waitFor();
    expect(await violationsInBoth(page), 'row').toEqual([]);
    await page.close();
  });

  it('in the side panel and on the first page', async () => {
    const panel = await papergloss.openOwn('sidepanel');
    await panel.locator('main > ol.papers > li').first().waitFor();
    expect(await violationsInBoth(panel)).toEqual([]);
    const welcome = await papergloss.openOwn('welcome');
    await cardText(welcome);
    expect(await violationsInBoth(welcome)).toEqual([]);
    for (const colorScheme of schemes) {
      await welcome.emulateMedia({ colorScheme });
      await welcome.reload();
      await cardText(welcome);
      expect(await violationsInShadow(welcome, card), colorScheme).toEqual([]);
    }
  });

  it('in the results of a search', async () => {
    const page = await papergloss.openOwn('popup');
    await page.locator('search input').fill('speculative decoding');
    await page.locator('mark').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.locator('search input').fill('neither this nor that');
    await page.getByRole('button', { name: /^Search Hugging Face/ }).click();
    await page.locator('.online-state:not(:empty), .online ol').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('in the library', async () => {
    const page = await papergloss.openOwn('library');
    await page.locator('li.entry').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('in what opens over the library and in its rows', async () => {
    const page = await papergloss.openOwn('library');
    await page.locator('li.entry').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const name of ['Add…', 'Import…']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violationsInBoth(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menu').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('li.entry a').first().focus();
    for (const [key, opened] of [
      ['t', 'li.entry .row-edit input'],
      ['n', 'li.entry textarea'],
      ['z', '.snooze-chooser'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(opened).waitFor();
      expect(await violationsInBoth(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('in what the library shows below the list', async () => {
    const page = await papergloss.openOwn('library');
    await page.getByText('More like what I saved').click();
    await page.locator('.more-like-saved li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.locator('search input').fill('decoding');
    await page.locator('.also-cached li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('in the options', async () => {
    const page = await papergloss.openOwn('options');
    await page.getByRole('button', { name: 'Clear the cache' }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});

describe.each(schemes)('on a page in %s, axe finds nothing', (colorScheme) => {
  beforeAll(async () => {
    const options = await papergloss.openOwn('options');
    const changed = await ask(options, { type: 'settings/change', request: { relatedInPages: true } });
    expect(changed).toMatchObject({ ok: true });
    await options.close();
  });

  it('in the card', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}?appearance=${colorScheme}`);
    await cardText(page);
    expect(await violationsInShadow(page, card)).toEqual([]);
  });

  it('in the card of a paper that is not cached', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/2303.99001?appearance=${colorScheme}`);
    expect(await cardText(page)).toContain('not in Daily Papers');
    expect(await violationsInShadow(page, card)).toEqual([]);
  });

  it('in the bar above a list', async () => {
    const page = await papergloss.open(`https://arxiv.org/list/cs.CL/recent?appearance=${colorScheme}`);
    await waitForShadow(page, bar, 'button', 10_000);
    expect(await violationsInShadow(page, bar)).toEqual([]);
  });

  it('in the badge and its card', async () => {
    const page = await papergloss.open(
      `https://github.com/some-owner/some-repository?layout=classic&color-mode=${colorScheme}`,
    );
    await waitForShadow(page, badge, 'button');
    await shadowClick(page, badge, 'button');
    await waitForShadow(page, badge, '[popover]');
    expect(await violationsInShadow(page, badge)).toEqual([]);
  });
});

describe('the popup', () => {
  const isWider = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  async function openAt(
    name: 'popup' | 'sidepanel',
    width: number,
    direction: 'ltr' | 'rtl' = 'ltr',
  ): Promise<Page> {
    const page = await papergloss.openOwn(name);
    await page.setViewportSize({ width, height: 600 });
    await page.locator('main > ol.papers > li').first().waitFor();
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await page.locator('main > ol.papers > li button.row-title').first().click();
    await page.locator('.details .abstract').waitFor();
    return page;
  }

  // The toolbar's popup is 400 pixels wide, whatever the zoom; beside a page, 640 pixels at 200 % leave these.
  it.each(['ltr', 'rtl'] as const)(
    'has no horizontal scroll at 320 pixels beside a page, %s',
    async (direction) => {
      const page = await openAt('sidepanel', 320, direction);
      expect(await isWider(page)).toBe(false);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it('is turned round from right to left: the rank stands at the right, and → leads to the day before', async () => {
    const page = await openAt('popup', 420, 'rtl');
    const row = page.locator('main > ol.papers > li').first();
    const [rank, title] = await Promise.all([
      row.locator('.rank').boundingBox(),
      row.locator('h3').boundingBox(),
    ]);
    expect(rank?.x).toBeGreaterThan(title?.x ?? Number.POSITIVE_INFINITY);
    const heading = await page.locator('h2').first().textContent();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('h2').first().textContent()).not.toBe(heading);
    await page.close();
  });
});
