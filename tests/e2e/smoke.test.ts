// Proves the ground the end-to-end tests stand on: browsers, drivers and the stand-in web. Says nothing about the extension itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../drivers/chromium.mjs';
import { shadowClick, shadowQuery, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { openBrowser } from './browser';

/** A closed shadow root of the page's own, whose button writes down whether the click was the reader's. */
const closedRoot = `
  const host = document.createElement('closed-box');
  const root = host.attachShadow({ mode: 'closed' });
  const button = document.createElement('button');
  button.ariaLabel = 'Keep it';
  button.textContent = 'Keep';
  button.addEventListener('click', (event) => { button.textContent = event.isTrusted ? 'Kept' : 'Forged'; });
  root.append(button);
  document.body.append(host);
`;

let web: StandIn;
let paperId: string;

beforeAll(async () => {
  web = await startStandIn();
  paperId = web.feed.itemsOf(web.feed.days[0] ?? '')[0]?.paper.id ?? '';
});
afterAll(() => web.close());

describe('the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ web });
  });
  afterAll(() => browser?.close());

  it('runs the background of the extension', async () => {
    const address = await browser.evaluateInBackground(() => location.href);
    expect(address.startsWith(browser.pageUrl('').replace('.html', ''))).toBe(true);
  });

  it('shows the stand-in under the real address', async () => {
    const page = await browser.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    expect(await page.evaluate(() => [location.href, isSecureContext])).toEqual([
      `https://arxiv.org/abs/${paperId}`,
      true,
    ]);
    expect(await page.locator('#abs blockquote.abstract').count()).toBe(1);
    expect(web.requests.some(({ url }) => url === `https://arxiv.org/abs/${paperId}`)).toBe(true);
  });

  it('answers what the background fetches from the feed', async () => {
    const papers = await browser.evaluateInBackground(async (address: string) => {
      const answer = await fetch(address);
      return (await answer.json()).length;
    }, `https://huggingface.co/api/daily_papers?date=${web.feed.days[0]}&limit=2`);
    expect(papers).toBe(2);
  });

  it('lets nothing through to any other host, and records what asked for one', async () => {
    const page = await browser.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    const outcome = await page.evaluate(() => fetch('https://elsewhere.example/').then(String, String));
    expect(outcome).toMatch(/Failed to fetch|NetworkError/);
    expect(web.refused).toEqual(['elsewhere.example:443']);
  });

  it('sees into closed shadow roots and clicks in them as a reader does', async () => {
    const page = await browser.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    await page.evaluate(closedRoot);
    expect(await shadowText(page, 'closed-box')).toBe('Keep');
    await shadowClick(page, 'closed-box', { name: 'Keep it', role: 'button' });
    await waitForShadow(page, 'closed-box', (root) => root.textContent === 'Kept');
    expect(await shadowQuery(page, 'closed-box', 'button')).toMatchObject([{ tag: 'button', text: 'Kept' }]);
  });

  it('stops the background as idleness does', async () => {
    expect(await browser.backgroundRuns()).toBe(true);
    // Firefox ends no background that is at work, and the first sync may still go on.
    await until(
      async () => {
        await browser.stopBackground();
        return !(await browser.backgroundRuns());
      },
      'the background to stop',
      20_000,
    );
  });

  it('replays the navigation of GitHub: Back brings a clone without its shadow roots', async () => {
    const page = await browser.context.newPage();
    await page.goto('https://github.com/some-owner/some-repository?layout=classic');
    await page.evaluate(closedRoot.replace('document.body', 'document.querySelector(".Layout-sidebar")'));
    await shadowText(page, 'closed-box');
    await page.click('#issues-tab');
    await page.locator('#show_issue').waitFor();
    await page.goBack();
    await page.locator('.Layout-sidebar').waitFor();
    expect(await page.locator('closed-box').count()).toBe(1);
    await expect(shadowText(page, 'closed-box', undefined, 200)).rejects.toThrow('no closed-box');
  });
});
