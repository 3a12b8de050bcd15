// What leaves the machine: the feed's days and nothing about the pages that were visited.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shadowClick, waitForShadow } from '../drivers/shadow.mjs';
import { badge, card, cardText, openPapergloss, type Papergloss } from './papergloss';
import { requestsOfFeatures } from './requests-of-features';

let papergloss: Papergloss;

beforeAll(async () => {
  papergloss = await openPapergloss();
  await papergloss.synced(20);
});
afterAll(() => papergloss?.close());

const feedCalls = () =>
  papergloss.web.requests.filter(({ host }) => host === 'huggingface.co').map(({ url }) => url);

describe('what leaves the machine', () => {
  it('is asked of the feed alone, a whole day at a time', async () => {
    const [first] = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '');
    const visited = [first?.paper.id ?? '', '2303.99001', '2303.99002'];
    for (const id of visited) await papergloss.open(`https://arxiv.org/abs/${id}`);
    await papergloss.open('https://github.com/some-owner/some-repository');
    const page = await papergloss.open(`https://arxiv.org/abs/${visited[0]}`);
    await cardText(page);
    await shadowClick(page, card, '[aria-pressed]');
    await waitForShadow(page, card, (root) => root.querySelector('[aria-pressed="true"]') !== null);
    await papergloss.openOwn('popup');
    await new Promise((resolve) => setTimeout(resolve, 1000));

    const whole = /^https:\/\/huggingface\.co\/api\/daily_papers\?date=\d{4}-\d\d-\d\d&limit=100&p=\d+$/;
    expect(feedCalls().filter((url) => !whole.test(url))).toEqual([]);
    for (const id of visited) expect(feedCalls().join()).not.toContain(id);
    expect(papergloss.web.refused).toEqual([]);
    expect(papergloss.web.requests.filter(({ host }) => host === 'export.arxiv.org')).toEqual([]);
  });

  it('carries neither cookies nor an address of the reader’s', async () => {
    const calls = papergloss.web.requests.filter(({ url }) => url.includes('/api/'));
    expect(calls.length).toBeGreaterThan(0);
    for (const { headers } of calls) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });

  it('is nothing of the image host’s until the reader wants small pictures, and then those alone', async () => {
    const imageHost = 'cdn-thumbnails.huggingface.co';
    const images = () => papergloss.web.requests.filter(({ host }) => host === imageHost);
    const popup = await papergloss.openOwn('popup');
    await popup.locator('main > ol.papers > li').first().waitFor();
    await popup.close();
    expect(images()).toEqual([]);

    const options = await papergloss.openOwn('options');
    const hosts = () => new Set(papergloss.web.requests.map(({ host }) => host));
    const before = hosts();
    await options.getByRole('checkbox', { name: 'Small pictures in lists' }).check();
    const pictured = await papergloss.openOwn('popup');
    await pictured.locator('main > ol.papers img').first().waitFor();
    await expect.poll(() => images().length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect([...hosts()].filter((host) => !before.has(host))).toEqual([imageHost]);
    for (const { url, headers } of images()) {
      expect(url).toMatch(requestsOfFeatures.thumbnails.address);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    await options.locator('table.requests').getByText(imageHost).first().waitFor({ timeout: 10_000 });
    await options.getByRole('checkbox', { name: 'Small pictures in lists' }).uncheck();
    await pictured.close();
    await options.close();
  });

  it('is at most 60 calls a minute, whoever asks', async () => {
    expect(feedCalls().length).toBeLessThanOrEqual(60);
  });
});

describe('what a page can do to us', () => {
  it('a forged message of the page reaches nobody', async () => {
    const page = await papergloss.open('https://arxiv.org/abs/2303.99001');
    await page.evaluate(() =>
      window.postMessage({ type: 'reading-list/save', request: { ids: ['2412.17747'] } }, '*'),
    );
    const reachable = await page.evaluate(
      () => typeof Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime')?.sendMessage,
    );
    expect(reachable).toBe('undefined');
  });

  it('it hears nothing of us where there is no hit', async () => {
    const page = await papergloss.browser.context.newPage();
    await page.addInitScript(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(event.type);
        return dispatch.call(this, event);
      };
      window.addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
      for (const name of ['wxt:content-script-started', 'annotate:wxt:content-script-started']) {
        document.addEventListener(name, () => heard.push(name));
      }
    });
    await page.goto('https://arxiv.org/abs/2303.99001');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
    expect(await page.locator(`${card}, ${badge}`).count()).toBe(0);
  });

  it('it cannot load a file of ours', async () => {
    const page = await papergloss.open('https://arxiv.org/abs/2303.99001');
    const loaded = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => true,
          () => false,
        ),
      papergloss.browser.pageUrl('popup').replace('popup.html', 'draw-cards.js'),
    );
    expect(loaded).toBe(false);
  });
});
