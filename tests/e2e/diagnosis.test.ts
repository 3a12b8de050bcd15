// What went wrong and what is switched off, in a real Chromium: kept, shown, copied without a word of what the reader visited.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../drivers/until.mjs';
import { switchSetting } from './options-page';
import { ask } from './own-messages';
import { badge, card, cardText, openSynced, type Papergloss } from './papergloss';

/** A page of a paper that came in good order and holds nothing of what arXiv's pages hold. */
const redesigned = '<!doctype html><title>Redesigned</title><body><div>Another page</div>';
const missing = '2606.19999';

let papergloss: Papergloss;
let options: Page;
let known: string;

beforeAll(async () => {
  papergloss = await openSynced();
  known = papergloss.web.feed.itemsOf(papergloss.web.feed.days[0] ?? '')[0]?.paper.id ?? '';
  options = await papergloss.openOwn('options');
  await options.getByText('Nothing has gone wrong.').waitFor();
});
afterAll(() => papergloss?.close());

const row = (where: string) => options.locator('#diagnosis tbody tr', { hasText: where });
const kind = (name: string) => options.getByRole('checkbox', { name });

describe('what goes wrong', () => {
  it('is kept and counted where a page is not what its adapter was written against', async () => {
    await papergloss.browser.context.route(`https://arxiv.org/abs/${missing}`, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: redesigned }),
    );
    await papergloss.open(`https://arxiv.org/abs/${missing}`);
    await row('adapter:arxiv-abstract').getByText('Missing').waitFor();
    const help = options.locator('#kinds .setting', { hasText: 'arXiv: abstracts' }).locator('p');
    await help.getByText(/Written against a page of \w+ \d{4}\. Failures since .+: 1\./).waitFor();
  });

  it('is kept where a message is refused: once, with how often', async () => {
    for (let time = 0; time < 3; time++) {
      expect(await ask(options, { type: 'citation', request: { id: 'none', style: 'no' } })).toMatchObject({
        code: 'bad-request',
      });
    }
    await until(
      async () => (await row('message:citation').locator('td').last().textContent()) === '3×',
      'three refused messages in one line',
      10_000,
    );
    expect(await row('message:citation').count()).toBe(1);
  });

  it('is kept where nobody caught it, in the background and in a page', async () => {
    const worker = papergloss.browser.context.serviceWorkers()[0];
    await worker?.evaluate(() => void Promise.reject(new RangeError('nobody caught it')));
    await row('background').getByText('nobody caught it').waitFor();
    await options.evaluate(() => void setTimeout(() => JSON.parse('{')));
    await row('options').getByText('SyntaxError').waitFor();
  });

  it('is copied, and holds no word of what was visited', async () => {
    const copied = await options.evaluate(async () => {
      let text = '';
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async (said: string) => {
          text = said;
        },
      });
      const button = [...document.querySelectorAll<HTMLElement>('#diagnosis button')];
      button.find(({ textContent }) => textContent === 'Copy the diagnosis')?.click();
      await new Promise((done) => setTimeout(done));
      return text;
    });
    expect(copied).toContain('adapter:arxiv-abstract error: Missing');
    expect(copied).toMatch(/message:citation refused: bad-request \(3 times/);
    expect(copied).not.toMatch(/\d{4}\.\d{4,5}|https?:|arxiv\.org|github\.com/);
    await options.getByText('What is copied').click();
    expect(await options.locator('.diagnosis-text pre').textContent()).toContain('Kinds of page');
  });

  it('is gone when the list is emptied', async () => {
    await options.getByRole('button', { name: 'Empty the list' }).click();
    await options.getByText('Nothing has gone wrong.').waitFor();
  });
});

describe('a kind of page that is switched off', () => {
  it('loses its marks in open tabs, byte for byte, and the others keep theirs', async () => {
    const paper = await papergloss.open(`https://arxiv.org/abs/${known}`);
    await cardText(paper);
    const list = await papergloss.open('https://arxiv.org/list/cs.CL/recent');
    await list.locator(badge).first().waitFor({ state: 'attached' });
    const marks = await list.locator(badge).count();

    await options.bringToFront();
    await kind('arXiv: abstracts').uncheck();
    await paper.locator(card).waitFor({ state: 'detached' });
    expect(await paper.content()).not.toMatch(/papergloss/i);
    const hasItsMarks = async () => (await list.locator(badge).count()) === marks;
    await until(hasItsMarks, 'the marks of the other kind to be there', 10_000);

    await kind('arXiv: abstracts').check();
    await cardText(paper);
    await until(hasItsMarks, 'the marks of the other kind to be there again', 10_000);
  });

  it('stays so in tabs that are opened later', async () => {
    await options.bringToFront();
    await switchSetting(kind('arXiv: listings'), false);
    const list = await papergloss.open('https://arxiv.org/list/cs.CL/recent');
    const paper = await papergloss.open(`https://arxiv.org/abs/${known}`);
    await cardText(paper);
    expect(await list.locator(badge).count()).toBe(0);
  });
});
