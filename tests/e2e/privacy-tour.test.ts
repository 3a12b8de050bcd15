// 200 pages with everything through the recording proxy: what no page asks for is asked by Papergloss, and that is the feed's days and what
// requests-of-features.ts says, feature by feature.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealPopup } from '../drivers/real-popup.mjs';
import { until } from '../drivers/until.mjs';
import { publisherPage } from '../stand-in/publisher.mjs';
import type { RecordedRequest } from '../stand-in/web.mjs';
import { type AllowedBeforehand, openAllowedBeforehand } from './allowed-beforehand';
import { ask } from './own-messages';
import { card } from './papergloss';
import { requestsOfFeatures } from './requests-of-features';
import { identifiersOf, tourThrough, unexplained, walk } from './tour';

const length = 200;
const publisher = `${new URL(publisherPage).origin}/*`;

let papergloss: AllowedBeforehand;
let addresses: string[];

/** Everything Papergloss asked while `act` went to these pages, and whom it could not reach. */
async function askedOn(
  pages: readonly string[],
  act: () => Promise<void>,
): Promise<{ asked: RecordedRequest[]; refused: string[] }> {
  const { web } = papergloss;
  const [first, firstRefused] = [web.requests.length, web.refused.length];
  await act();
  const made = { requests: web.requests.slice(first), refused: web.refused.slice(firstRefused) };
  return unexplained(web, made, pages);
}

/** Which rows a request is not one of. */
const outside = (asked: readonly RecordedRequest[], rows: readonly { address: RegExp }[]): string[] =>
  asked.filter(({ url }) => !rows.some(({ address }) => address.test(url))).map(({ url }) => url);

/** What a request tells beside its address. */
function tellsNothingOfTheReader(asked: readonly RecordedRequest[]): void {
  for (const { method, headers } of asked) {
    expect(method).toBe('GET');
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.origin ?? 'chrome-extension://').toMatch(/^chrome-extension:\/\//);
    expect(headers['content-length']).toBeUndefined();
  }
}

beforeAll(async () => {
  papergloss = await openAllowedBeforehand([publisher], { realPages: true });
  addresses = tourThrough(papergloss.web, length);
}, 120_000);
afterAll(() => papergloss?.close());

describe('on a tour of 200 pages', () => {
  let asked: RecordedRequest[];
  let refused: string[];

  it('Papergloss looks at them and shows what it knows', async () => {
    expect(new Set(addresses).size).toBe(length);
    const known = new Set(
      [...papergloss.web.feed.all()].map(({ paper }) => `https://arxiv.org/abs/${paper.id}`),
    );
    const carded = addresses.filter((address) => known.has(address) && identifiersOf(address).length > 0);
    expect(carded.length).toBeGreaterThan(15);
    let shown = 0;
    ({ asked, refused } = await askedOn(addresses, async () => {
      await papergloss.synced(20);
      await walk(papergloss.browser.context, addresses, async (page, address) => {
        if (!carded.includes(address)) return;
        const waiting = page.locator(card).waitFor({ state: 'attached', timeout: 20_000 });
        await waiting.then(
          () => shown++,
          () => console.log(`no card came on ${address}`),
        );
      });
    }));
    // That each has its card is for arxiv.test.ts to prove; here it shows that the pages were really looked at.
    expect(shown).toBeGreaterThan(carded.length / 2);
  }, 300_000);

  it('it asks for whole days of the feed, and for nothing else', () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(outside(asked, [requestsOfFeatures.days])).toEqual([]);
    expect(refused).toEqual([]);
  });

  it('no request of its own names a page that was visited, in its address or in a header', () => {
    const names = [...new Set(addresses.flatMap(identifiersOf))];
    expect(names.length).toBeGreaterThan(100);
    const told = JSON.stringify(
      asked.map(({ url, headers }) => [decodeURIComponent(url), headers]),
    ).toLowerCase();
    expect(names.filter((name) => told.includes(name.toLowerCase()))).toEqual([]);
    tellsNothingOfTheReader(asked);
  });
});

describe('with every optional feature on', () => {
  let own: Page;
  /** A second try would find nothing to ask: what is not there is remembered. */
  let tries = 0;

  beforeAll(async () => {
    own = await papergloss.openOwn('options');
    const changed = await ask(own, {
      type: 'settings/change',
      request: {
        lookUpUncached: true,
        syncList: true,
        thumbnails: true,
        toolbarBadge: 'page',
        digestHour: 0,
        watchRules: [{ kind: 'keyword', text: 'language' }],
      },
    });
    expect(changed).toMatchObject({ ok: true, value: { lookUpUncached: true, thumbnails: true } });
    const page = await papergloss.open(publisherPage);
    await papergloss.allow(publisher);
    const popup = await openRealPopup(papergloss.browser, page);
    await popup.click({ role: 'button', name: 'Show' });
    await until(async () => (await papergloss.granted()).length === 1, 'the publisher to be allowed', 10_000);
    await page.close();
  }, 60_000);

  it('browsing adds the papers of the pages that are about one and not cached, each once, and nothing else', async () => {
    tries += 1;
    const cached = addresses.filter((address) => !address.includes('/2303.')).slice(20, 40);
    const uncached = ['01', '02', '03', '04', '05'].map((number) => `2303.95${tries}${number}`);
    const visited = [...cached, publisherPage, ...uncached.map((id) => `https://arxiv.org/abs/${id}`)];
    const { asked: all, refused: unreached } = await askedOn(visited, async () => {
      await walk(papergloss.browser.context, visited, async (_page, address) => {
        // Who leaves a page at once has nothing looked up.
        const id = uncached.find((one) => address.endsWith(one));
        const isAsked = async () =>
          papergloss.web.requests.some(({ url }) => url.endsWith(`/api/papers/${id}`));
        if (id) await until(isAsked, `a look-up of ${id}`, 20_000);
      });
      await walk(papergloss.browser.context, visited.slice(-3));
    });
    const lookedUp = all.filter(({ url }) => requestsOfFeatures.lookUpUncached.address.test(url));
    expect(lookedUp.map(({ url }) => url.split('/').at(-1)).sort()).toEqual(uncached);
    expect(outside(all, [requestsOfFeatures.days, requestsOfFeatures.lookUpUncached])).toEqual([]);
    expect(unreached).toEqual([]);
    tellsNothingOfTheReader(all);
  }, 60_000);

  it('related papers on a page whose own paper is not cached are asked of nobody', async () => {
    await ask(own, { type: 'settings/change', request: { relatedInPages: true } });
    const page = 'https://arxiv.org/abs/2303.97001';
    const { asked: all } = await askedOn([page], async () => {
      const opened = await papergloss.open(page);
      await opened.locator(card).waitFor({ state: 'attached', timeout: 20_000 });
      await opened.close();
    });
    expect(outside(all, [requestsOfFeatures.days])).toEqual([]);
  }, 60_000);

  const message = (type: string, request: object) => () => ask(own, { type, request });

  it.each<[keyof typeof requestsOfFeatures, what: string, named: RegExp, act: () => Promise<unknown>]>([
    ['lists', 'what is trending', /sort=trending/, message('feed/list', { list: { view: 'trending' } })],
    [
      'lookUp',
      'the paper that is looked up',
      /2303\.96001$/,
      message('look-up-online', { id: '2303.96001', canDraw: true }),
    ],
    [
      'search',
      'the words that are searched for',
      /q=slow\+walrus$/,
      message('search-online', { query: 'slow walrus' }),
    ],
    [
      'details',
      'the paper that is saved',
      /id_list=2303\.96002&/,
      message('reading-list/save', { ids: ['2303.96002'] }),
    ],
  ])(
    '%s asks for %s, and for nothing else',
    async (feature, _what, named, act) => {
      const row = requestsOfFeatures[feature];
      const { asked: all, refused: unreached } = await askedOn([], async () => {
        const before = papergloss.web.requests.length;
        await act();
        const hasAsked = async () =>
          papergloss.web.requests.slice(before).some(({ url }) => row.address.test(url));
        await until(hasAsked, `a request of ${row.feature}`, 20_000);
      });
      const added = all.filter(({ url }) => !requestsOfFeatures.days.address.test(url));
      expect(added.length).toBeGreaterThan(0);
      expect(outside(added, [row])).toEqual([]);
      expect(added.filter(({ url }) => !named.test(url))).toEqual([]);
      expect(unreached).toEqual([]);
      tellsNothingOfTheReader(added);
    },
    60_000,
  );
});
