// What readers do most, in a real Firefox: cards, badges, popup, saving, a background that slept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../drivers/browsers.mjs';
import { buildFolder } from '../drivers/builds.mjs';
import { type Firefox, openFirefox } from '../drivers/firefox.mjs';
import { until } from '../drivers/until.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { badge, card } from './papergloss';

const executablePath = findFirefox();

describe.skipIf(!executablePath)('Firefox (needs Firefox: install it or set FIREFOX_PATH)', () => {
  let web: StandIn;
  let firefox: Firefox;
  let newest: { id: string; title: string; slug: string };

  beforeAll(async () => {
    web = await startStandIn();
    const items = [...web.feed.all()];
    const own = items.find(({ paper }) =>
      /github\.com\/[\w.-]+\/[\w.-]+$/.test(String(paper.githubRepo ?? '')),
    );
    newest = {
      id: own?.paper.id ?? '',
      title: own?.title ?? '',
      slug: new URL(String(own?.paper.githubRepo)).pathname.slice(1),
    };
    firefox = await openFirefox({
      executablePath: executablePath ?? '',
      extension: buildFolder('firefox'),
      web,
    });
    await until(
      async () => web.requests.filter(({ url }) => url.includes('daily_papers')).length >= 15,
      'the sync',
      40_000,
    );
  }, 120_000);
  afterAll(async () => {
    await firefox?.close();
    await web?.close();
  });

  it('an abstract page carries the card', async () => {
    await firefox.goto(`https://arxiv.org/abs/${newest.id}`);
    expect(await firefox.shadowText(card, undefined, 15_000)).toContain('Papergloss');
  });

  it('a page without a hit is left alone', async () => {
    await firefox.goto('https://arxiv.org/abs/2303.99001');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await firefox.script(`return document.querySelectorAll('${card}, ${badge}').length`)).toBe(0);
  });

  it('a repository carries the card, its README badges', async () => {
    await firefox.goto(`https://github.com/${newest.slug}?layout=classic`);
    expect(await firefox.shadowText(card, undefined, 15_000)).toContain(newest.title.slice(0, 30));
    await firefox.waitFor(`return document.querySelectorAll('${badge}').length > 0`, 10_000);
  });

  it('a badge opens its card', async () => {
    await firefox.goto(`https://github.com/${newest.slug}?layout=classic`);
    await firefox.shadowClick(badge, 'button', 15_000);
    expect(await firefox.shadowText(badge, '[popover]', 10_000)).toContain('Papergloss');
  });

  it('Save on a card reaches the library, also when the background had been asleep', async () => {
    await firefox.stopBackground();
    await firefox.goto(`https://arxiv.org/abs/${newest.id}`);
    await firefox.shadowText(card, undefined, 15_000);
    await firefox.shadowClick(card, '[aria-pressed]');
    await until(
      () => firefox.shadowEval(card, (root) => root.querySelector('[aria-pressed="true"]') !== null),
      'the mark',
      10_000,
    );
    await firefox.goto(firefox.pageUrl('library'));
    await firefox.waitFor(`return document.querySelector('li[data-row="${newest.id}"]') !== null`, 10_000);
  });

  it('the popup lists the newest day', async () => {
    await firefox.goto(firefox.popupUrl);
    await firefox.waitFor(`return document.querySelectorAll('main > ol.papers > li').length > 5`, 10_000);
  });
});
