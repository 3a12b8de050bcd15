// Proves the ground the end-to-end tests stand on: browsers, drivers and the stand-in web. Says nothing about the extension itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium, findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Chromium, openChromium } from '../drivers/chromium.mjs';
import { type Firefox, openFirefox } from '../drivers/firefox.mjs';
import { shadowClick, shadowQuery, shadowText, waitForShadow } from '../drivers/shadow.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';

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

describe('Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await openChromium({
      executablePath: await ensureChromium(),
      extension: buildFolder('chrome'),
      web,
    });
  });
  afterAll(() => chromium?.close());

  it('runs the background of the extension', async () => {
    expect((await chromium.worker()).url()).toContain(`chrome-extension://${chromium.id}/`);
  });

  it('shows the stand-in under the real address', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    expect(await page.evaluate(() => [location.href, isSecureContext])).toEqual([
      `https://arxiv.org/abs/${paperId}`,
      true,
    ]);
    expect(await page.locator('#abs blockquote.abstract').count()).toBe(1);
    expect(web.requests.some(({ url }) => url === `https://arxiv.org/abs/${paperId}`)).toBe(true);
  });

  it('answers what the background fetches from the feed', async () => {
    const papers = await chromium.evaluateInWorker(async (address: string) => {
      const answer = await fetch(address);
      return (await answer.json()).length;
    }, `https://huggingface.co/api/daily_papers?date=${web.feed.days[0]}&limit=2`);
    expect(papers).toBe(2);
  });

  it('lets nothing through to any other host, and records what asked for one', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    const outcome = await page.evaluate(() => fetch('https://elsewhere.example/').then(String, String));
    expect(outcome).toContain('Failed to fetch');
    expect(web.refused).toEqual(['elsewhere.example:443']);
  });

  it('sees into closed shadow roots and clicks in them as a reader does', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${paperId}`);
    await page.evaluate(closedRoot);
    expect(await shadowText(page, 'closed-box')).toBe('Keep');
    await shadowClick(page, 'closed-box', { name: 'Keep it', role: 'button' });
    await waitForShadow(page, 'closed-box', (root) => root.textContent === 'Kept');
    expect(await shadowQuery(page, 'closed-box', 'button')).toMatchObject([{ tag: 'button', text: 'Kept' }]);
  });

  it('stops the background as idleness does', async () => {
    expect(await chromium.workerRuns()).toBe(true);
    await chromium.stopWorker();
    expect(await chromium.workerRuns()).toBe(false);
  });

  it('replays the navigation of GitHub: Back brings a clone without its shadow roots', async () => {
    const page = await chromium.context.newPage();
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

const firefoxPath = findFirefox();

describe.skipIf(!firefoxPath)('Firefox (needs Firefox: install it or set FIREFOX_PATH)', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({
      executablePath: firefoxPath ?? '',
      extension: buildFolder('firefox'),
      web,
    });
  });
  afterAll(() => firefox?.close());

  it('shows the stand-in under real addresses', async () => {
    for (const address of [
      `https://arxiv.org/abs/${paperId}`,
      'https://github.com/some-owner/some-repository',
    ]) {
      await firefox.goto(address);
      expect(await firefox.script('return [location.href, isSecureContext]')).toEqual([address, true]);
    }
  });

  it('sees into closed shadow roots and clicks in them as a reader does', async () => {
    await firefox.goto(`https://arxiv.org/abs/${paperId}`);
    await firefox.script(closedRoot);
    expect(await firefox.shadowText('closed-box')).toBe('Keep');
    await firefox.shadowClick('closed-box', 'button');
    expect(await firefox.shadowEval('closed-box', (root) => root.textContent)).toBe('Kept');
  });

  it('answers what the extension fetches from the feed', async () => {
    await firefox.goto(firefox.popupUrl);
    const papers = await firefox.script(
      'return fetch(arguments[0]).then((answer) => answer.json()).then((list) => list.length)',
      `https://huggingface.co/api/daily_papers?date=${web.feed.days[0]}&limit=2`,
    );
    expect(papers).toBe(2);
  });

  it('stops the background as idleness does', async () => {
    // Firefox ends no background that is at work, and the first sync may still go on.
    const stopped = async () => {
      await firefox.stopBackground();
      return !(await firefox.backgroundRuns());
    };
    await until(stopped, 'the background to stop', 20_000);
  });
});
