// The options page in a real Chromium: what is changed there is what happens.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowEval, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { switchSetting } from './options-page';
import { badge, card, cardText, openPapergloss, type Papergloss } from './papergloss';

let papergloss: Papergloss;
let id: string;

beforeAll(async () => {
  // Not with a profile that has synced elsewhere: what was asked is compared with what is shown.
  papergloss = await openPapergloss();
  await papergloss.synced(20);
  id = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
});
afterAll(() => papergloss?.close());

const pause = () => new Promise((resolve) => setTimeout(resolve, 800));

describe('the options', () => {
  it('are searched, and what is not found is out of sight', async () => {
    const options = await papergloss.openOwn('options');
    await options.getByRole('button', { name: 'Clear the cache' }).waitFor();
    await options.keyboard.press('/');
    await options.keyboard.type('small pictures');
    await options.getByRole('button', { name: 'Clear the cache' }).waitFor({ state: 'hidden' });
    await options.getByRole('checkbox', { name: 'Small pictures in lists' }).waitFor();
    await options.keyboard.press('Escape');
    await options.getByRole('button', { name: 'Clear the cache' }).waitFor();
    await options.close();
  });

  it('link to the licences of what ships', async () => {
    const options = await papergloss.openOwn('options');
    const link = options.getByRole('link', { name: 'Licences of the packages' });
    const text = await link.evaluate((it) =>
      fetch((it as HTMLAnchorElement).href).then((found) => found.text()),
    );
    expect(text).toContain('preact');
  });

  it('show every request of the feed’s that was made, and nothing else', async () => {
    const options = await papergloss.openOwn('options');
    await options.locator('table.requests tbody tr').first().waitFor();
    const shown = await options.locator('table.requests .address').allTextContents();
    const made = papergloss.web.requests
      .filter(({ host }) => host === 'huggingface.co')
      .map(({ method, url }) => `${method} ${url}`);
    expect(shown.map((text) => text.trim()).sort()).toEqual(made.slice(-50).sort());
    await options.close();
  });

  it('watch a keyword: papers with it are marked in lists and on badges', async () => {
    const [watched] = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '');
    const word = watched?.title.split(/[^A-Za-z]+/).sort((one, other) => other.length - one.length)[0] ?? '';
    const options = await papergloss.openOwn('options');
    await options.getByRole('textbox', { name: 'Watch rules' }).fill(word);
    await options.keyboard.press('Enter');
    await options.getByText(`“${word}” is watched now.`).waitFor();
    const popup = await papergloss.openOwn('popup');
    await popup.locator(`li[data-row="${id}"] .watched`).waitFor();
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const list = await papergloss.open('https://arxiv.org/list/cs.CL/recent');
    await waitForShadow(list, badge, 'button', 10_000);
    const marked = async () => {
      const count = await list.locator(badge).count();
      for (let index = 0; index < count; index++) {
        const isMarked = await shadowEval(list, { selector: badge, index }, (root) =>
          /watched/i.test(root.innerHTML),
        ).catch(() => false);
        if (isMarked) return true;
      }
      return false;
    };
    await until(marked, 'a badge to be marked as watched', 10_000);
    await options.bringToFront();
    await options.getByRole('button', { name: `Remove “${word}”` }).click();
    await options.getByText('watched no longer').waitFor();
    await Promise.all([options, popup, page, list].map((each) => each.close()));
  });

  it('go into a file and come back from it', async () => {
    const options = await papergloss.openOwn('options');
    const saving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save to a file' }).click();
    const file = await (await saving).path();
    await options.getByText('Dark', { exact: true }).click();
    await expect.poll(() => options.locator('html').getAttribute('data-theme')).toBe('dark');
    await options.locator('#settings-file input[type="file"]').setInputFiles({
      name: 'papergloss-settings.json',
      mimeType: 'application/json',
      buffer: readFileSync(file),
    });
    await options.getByRole('button', { name: 'Change them' }).click();
    await options.getByText('The settings of the file are in force').waitFor();
    await expect.poll(() => options.locator('html').getAttribute('data-theme')).not.toBe('dark');
    await options.close();
  });

  it('switch a site off and on, in tabs that are open', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const options = await papergloss.openOwn('options');
    const site = options
      .getByRole('checkbox', { name: /arxiv\.org/ })
      .or(options.getByRole('switch', { name: /arxiv\.org/ }));
    await site.uncheck();
    await page.locator(card).waitFor({ state: 'detached' });
    await site.check();
    await cardText(page);
  });

  it('choose the theme of pages and cards', async () => {
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    await cardText(page);
    const options = await papergloss.openOwn('options');
    await options.getByText('Dark', { exact: true }).click();
    await expect.poll(() => options.locator('html').getAttribute('data-theme')).toBe('dark');
    await expect.poll(() => page.locator(card).getAttribute('data-theme')).toBe('dark');
    await options.getByText('Auto', { exact: true }).click();
    await expect.poll(() => page.locator(card).getAttribute('data-theme')).toBe('light');
  });

  it('ask the feed about an uncached paper only when the reader has switched that on', async () => {
    const listed = papergloss.web.feed.find(id)?.paper;
    const asked = (paper: string) =>
      papergloss.web.requests.filter(({ url }) => url.includes(`/api/papers/${paper}`)).length;
    expect(listed).toBeDefined();
    await papergloss.open('https://arxiv.org/abs/2303.99001');
    await pause();
    expect(asked('2303.99001')).toBe(0);
    const options = await papergloss.openOwn('options');
    const lookUp = options
      .getByRole('checkbox', { name: /not cached/ })
      .or(options.getByRole('switch', { name: /not cached/ }));
    await switchSetting(lookUp, true);
    await options.getByRole('button', { name: 'Clear the cache' }).click();
    await options.getByText('Your reading list is untouched').waitFor();
    papergloss.web.faults.always({ status: 500, path: '/api/daily_papers' });
    const before = asked('2303.99001');
    const page = await papergloss.open(`https://arxiv.org/abs/${id}`);
    expect(await shadowText(page, card, undefined, 10_000)).toContain('Papergloss');
    expect(asked(id)).toBe(1);
    await papergloss.open('https://arxiv.org/abs/2303.99001');
    await expect.poll(() => asked('2303.99001') - before, { timeout: 15_000 }).toBe(1);
    await papergloss.open('https://arxiv.org/abs/2303.99001v1');
    await pause();
    expect(asked('2303.99001') - before).toBe(1);
  });
});
