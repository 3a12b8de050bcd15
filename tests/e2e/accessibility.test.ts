// axe over every surface, in light and dark.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, shadowEval, waitForShadow } from '../drivers/shadow.mjs';
import { indexed } from './indexing';
import { badge, card, cardText, openPapergloss, type Papergloss } from './papergloss';

/** Runs axe in the page on everything, or on what `root` says, and names what it finds. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await Reflect.get(window, 'axe').run();
    return found.map((one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html}`);
  });
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

describe.each(['light', 'dark'] as const)('in %s, axe finds nothing', (colorScheme) => {
  let papergloss: Papergloss;
  let id: string;

  beforeAll(async () => {
    papergloss = await openPapergloss({ browser: { colorScheme } });
    await papergloss.synced(20);
    await indexed(papergloss);
    id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    await shadowClick(page, card, '[aria-pressed]');
    await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
  });
  afterAll(() => papergloss?.close());

  it('in the popup', async () => {
    const page = await papergloss.openOwn('popup');
    await page.locator('main > ol.papers > li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in the results of a search', async () => {
    const page = await papergloss.openOwn('popup');
    await page.locator('search input').fill('speculative decoding');
    await page.locator('mark').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('search input').fill('neither this nor that');
    await page.getByRole('button', { name: /^Search Hugging Face/ }).click();
    await page.locator('.online-state:not(:empty), .online ol').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in the library', async () => {
    const page = await papergloss.openOwn('library');
    await page.locator('li.entry').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in what opens over the library and in its rows', async () => {
    const page = await papergloss.openOwn('library');
    await page.locator('li.entry').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const name of ['Add…', 'Import…']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('li.entry a').first().focus();
    for (const [key, opened] of [
      ['t', 'li.entry .row-edit input'],
      ['n', 'li.entry textarea'],
      ['z', '.snooze-chooser'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(opened).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in what the library shows below the list', async () => {
    const page = await papergloss.openOwn('library');
    await page.getByText('More like what I saved').click();
    await page.locator('.more-like-saved li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('search input').fill('decoding');
    await page.locator('.also-cached li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in the options', async () => {
    const page = await papergloss.openOwn('options');
    await page.getByRole('button', { name: 'Clear the cache' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in the card', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}?appearance=${colorScheme}`);
    await cardText(page);
    expect(await violationsInShadow(page, card)).toEqual([]);
  });

  it('in the card of a paper that is not cached', async () => {
    const options = await papergloss.openOwn('options');
    await options.getByRole('checkbox', { name: /other abstract pages/ }).check();
    await options.getByText('Saved', { exact: true }).first().waitFor();
    const page = await papergloss.open(`https://arxiv.org/abs/2303.99001?appearance=${colorScheme}`);
    expect(await cardText(page)).toContain('not in Daily Papers');
    expect(await violationsInShadow(page, card)).toEqual([]);
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
