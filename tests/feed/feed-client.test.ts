// The client against real HTTP on the loopback: the stand-in feed where it can misbehave as wanted, small servers of its own else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createFeedClient } from '../../lib/feed/feed-client';
import { createFaults } from '../stand-in/faults.mjs';
import { openFeedDays } from '../stand-in/feed-days.mjs';
import { createHuggingFace } from '../stand-in/hugging-face.mjs';
import { type Answer, serveLocally } from './serve-locally';

const serve = (answer: Answer) => serveLocally(answer, 'http://localhost');

const json = (response: ServerResponse, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A client whose waits move a clock instead of taking time, and what it did. */
async function clientFor(answer: Answer, options: { timeout?: number; fetch?: typeof fetch } = {}) {
  const seen = {
    urls: [] as string[],
    headers: [] as IncomingMessage['headers'][],
    waits: [] as number[],
    calls: 0,
  };
  const clock = { time: Date.parse('2026-06-12T12:00:00Z') };
  const origin = await serve((request, response, url) => {
    seen.urls.push(url.pathname + url.search);
    seen.headers.push(request.headers);
    answer(request, response, url);
  });
  const client = createFeedClient({
    origin,
    fetch: (url, init) => fetch(url, init),
    now: () => clock.time,
    wait: async (ms) => {
      seen.waits.push(ms);
      clock.time += ms;
    },
    budget: {
      take: async () => {
        seen.calls += 1;
      },
    },
    random: () => 0.5,
    ...options,
  });
  return { client, seen, clock, origin };
}

/** The client in front of the stand-in feed with the project's own days under their own dates. */
async function clientOfStandIn(options: { quota?: number; timeout?: number } = {}) {
  const faults = createFaults();
  const feed = openFeedDays({ shift: false });
  const site = createHuggingFace({ feed, faults, quota: options.quota });
  const made = await clientFor((request, response, url) => site(request, response, url), {
    timeout: options.timeout,
  });
  return { ...made, faults };
}

const items = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    paper: { id: `2606.${String(10_000 + from + index)}`, title: `Paper ${from + index}` },
  }));

describe('a day of the feed', () => {
  it('is fetched with its papers and with what could not be read', async () => {
    const { client, seen } = await clientOfStandIn();
    const { papers, rejected } = await client.day('2026-06-10');
    expect(papers).toHaveLength(6);
    expect(rejected).toMatchObject([{ index: 6, id: 'withdrawn-submission' }]);
    expect(seen.urls).toEqual(['/api/daily_papers?date=2026-06-10&limit=100&p=0']);
    expect(seen.calls).toBe(1);
  });

  it('is asked for without a word about the reader', async () => {
    const { client, seen } = await clientOfStandIn();
    await client.day('2026-06-10');
    expect(seen.headers[0]).not.toHaveProperty('cookie');
    expect(seen.headers[0]).not.toHaveProperty('referer');
    expect(seen.headers[0]).toMatchObject({ accept: 'application/json' });
  });

  it('that the feed does not know is empty, be it with 200, 400 or 404', async () => {
    const { client } = await clientOfStandIn();
    expect(await client.day('2026-06-13')).toEqual({ papers: [], rejected: [] });
    for (const status of [400, 404]) {
      const { client: refused } = await clientFor((_request, response) =>
        response.writeHead(status).end('{}'),
      );
      expect(await refused.day('2026-06-15')).toEqual({ papers: [], rejected: [] });
    }
  });

  it('of several pages is read to its end, by the link to the next or by a full page', async () => {
    const { client, seen } = await clientFor((_request, response, url) => {
      const page = Number(url.searchParams.get('p'));
      const link = page === 0 ? { link: '</api/daily_papers?p=1>; rel="next"' } : {};
      json(response, [items(30), items(100, 30), items(5, 130)][page] ?? [], link as Record<string, string>);
    });
    const { papers } = await client.day('2026-06-12');
    expect(papers).toHaveLength(135);
    expect(seen.urls).toHaveLength(3);
  });

  it('counts the places of rejected items over all pages', async () => {
    const { client } = await clientFor((_request, response, url) => {
      json(response, url.searchParams.get('p') === '0' ? items(100) : [...items(1, 100), {}]);
    });
    expect((await client.day('2026-06-12')).rejected).toMatchObject([{ index: 101 }]);
  });

  it('whose pages repeat themselves ends with the first that brings nothing new', async () => {
    const { client, seen } = await clientFor((_request, response) => json(response, items(100)));
    expect((await client.day('2026-06-12')).papers).toHaveLength(100);
    expect(seen.urls).toHaveLength(2);
  });

  it('that never ends is left after 20 pages', async () => {
    const { client, seen } = await clientFor((_request, response, url) =>
      json(response, items(100, Number(url.searchParams.get('p')) * 100)),
    );
    expect((await client.day('2026-06-12')).papers).toHaveLength(2000);
    expect(seen.urls).toHaveLength(20);
  });
});

describe('a list the feed makes itself', () => {
  it.each([
    [{ view: 'week', week: '2026-W24' }, 'week=2026-W24'],
    [{ view: 'month', month: '2026-06' }, 'month=2026-06'],
    [{ view: 'trending' }, 'sort=trending'],
  ] as const)('is asked for as what it is: %j', async (query, search) => {
    const { client, seen } = await clientOfStandIn();
    const { papers, rejected } = await client.list(query);
    expect(seen.urls).toEqual([`/api/daily_papers?${search}&limit=100&p=0`]);
    expect(papers).toHaveLength(22);
    expect(rejected).toMatchObject([{ id: 'withdrawn-submission' }]);
  });

  it('keeps the order of the feed', async () => {
    const { client } = await clientOfStandIn();
    const { papers } = await client.list({ view: 'month', month: '2026-06' });
    const upvotes = papers.map((paper) => paper.upvotes ?? 0);
    expect(upvotes).toEqual(upvotes.toSorted((a, b) => b - a));
  });

  it('is read no further than its third page', async () => {
    const { client, seen } = await clientFor((_request, response, url) =>
      json(response, items(100, Number(url.searchParams.get('p')) * 100)),
    );
    const { papers } = await client.list({ view: 'trending' });
    expect(papers.map(({ title }) => title)).toEqual(items(300).map(({ paper }) => paper.title));
    expect(seen.urls).toHaveLength(3);
  });

  it('that the feed does not have is empty', async () => {
    const { client, faults } = await clientOfStandIn();
    expect((await client.list({ view: 'week', week: '2026-W01' })).papers).toEqual([]);
    faults.next({ status: 400 });
    expect((await client.list({ view: 'month', month: '2030-01' })).papers).toEqual([]);
  });

  it('fails as a day does', async () => {
    const { client, faults } = await clientOfStandIn();
    faults.always({ kind: 'body', body: '[{},{}]' });
    const failed = client.list({ view: 'trending' });
    await expect(failed).rejects.toMatchObject({ name: 'FeedError', code: 'format' });
    await expect(failed).rejects.toThrow('Not one paper of the list could be read');
  });
});

describe('a single paper', () => {
  it('is fetched by its id', async () => {
    const { client, seen } = await clientOfStandIn();
    expect(await client.paper('2606.17088')).toMatchObject({
      id: '2606.17088',
      title: 'Worlds in a Box: Interactive Video Models with an Explicit State',
      day: '2026-06-11',
    });
    expect(seen.urls).toEqual(['/api/papers/2606.17088']);
  });

  it('with an old identifier keeps to one path segment', async () => {
    const { client, seen } = await clientFor((_request, response) => response.writeHead(404).end());
    expect(await client.paper('hep-th/9901001')).toBeUndefined();
    expect(seen.urls).toEqual(['/api/papers/hep-th%2F9901001']);
  });

  it('the feed does not have is undefined', async () => {
    const { client } = await clientOfStandIn();
    expect(await client.paper('2606.99999')).toBeUndefined();
  });

  it('that is another one is refused', async () => {
    const { client } = await clientFor((_request, response) =>
      json(response, { id: '2606.00002', title: 'B' }),
    );
    await expect(client.paper('2606.00001')).rejects.toMatchObject({ code: 'format' });
  });
});

describe('a search of the feed', () => {
  it('finds papers wrapped in items, as those of a day are', async () => {
    const { client, seen } = await clientOfStandIn();
    const papers = await client.search('2606.17088');
    expect(papers).toMatchObject([{ id: '2606.17088', day: '2026-06-11' }]);
    expect(seen.urls).toEqual(['/api/papers/search?q=2606.17088']);
    expect(seen.calls).toBe(1);
  });

  it('finds papers that are flat, too, in the order of the feed', async () => {
    const flat = items(3).map(({ paper }) => paper);
    const { client } = await clientFor((_request, response) => json(response, flat.toReversed()));
    expect((await client.search('paper')).map(({ id }) => id)).toEqual(flat.map(({ id }) => id).toReversed());
  });

  it('goes on after what could not be read, and takes the first 20', async () => {
    const { client } = await clientFor((_request, response) => json(response, [{}, ...items(30), {}]));
    const papers = await client.search('paper');
    expect(papers.map(({ title }) => title)).toEqual(items(20).map(({ paper }) => paper.title));
  });

  it('asks for any text as one parameter, cut where nobody types on', async () => {
    const { client, seen } = await clientFor((_request, response) => json(response, []));
    const texts = [' a&b=c #d\n', '50% 扩散 🧪', '\ud800x', 'x'.repeat(10_000)];
    for (const text of texts) expect(await client.search(text)).toEqual([]);
    const urls = seen.urls.map((path) => new URL(path, 'https://feed.example'));
    expect(urls.map(({ pathname }) => pathname)).toEqual(texts.map(() => '/api/papers/search'));
    expect(urls.map(({ searchParams }) => [...searchParams])).toEqual(
      ['a&b=c #d', '50% 扩散 🧪', '\ufffdx', 'x'.repeat(1_000)].map((q) => [['q', q]]),
    );
  });

  it('for nothing asks nobody', async () => {
    const { client, seen } = await clientOfStandIn();
    for (const query of ['', ' \n ']) expect(await client.search(query)).toEqual([]);
    expect(seen.calls).toBe(0);
  });

  it.each([
    ['a refusal of the query', { status: 400 }, 'not-found'],
    ['an address that is gone', { status: 404 }, 'not-found'],
    ['a web page', { kind: 'html' }, 'format'],
    ['an object', { kind: 'body', body: '{"error":"no"}' }, 'format'],
    ['items that are none', { kind: 'body', body: '[{},{}]' }, 'format'],
    ['an error of the server', { status: 500 }, 'server'],
    ['a long refusal for too many calls', { status: 429, retryAfter: '120' }, 'rate-limited'],
  ] as const)('fails on %s, which is not the same as finding nothing', async (_name, fault, code) => {
    const { client, faults } = await clientOfStandIn();
    faults.always(fault);
    await expect(client.search('draft')).rejects.toMatchObject({ name: 'FeedError', code });
  });

  it('is left alone as soon as the caller gives up', async () => {
    const { client, faults } = await clientOfStandIn();
    faults.always({ kind: 'timeout' });
    const giveUp = new AbortController();
    const asked = client.search('draft', giveUp.signal);
    giveUp.abort(new Error('given up'));
    await expect(asked).rejects.toThrow('given up');
  });
});

describe('a feed in trouble', () => {
  it.each([
    ['an error of the server', { status: 500 }, 'server'],
    ['an error page', { kind: 'html', status: 502 }, 'server'],
    ['a connection that is cut', { kind: 'reset' }, 'offline'],
  ] as const)('is asked once more after %s, a moment later', async (_name, fault, code) => {
    const { client, seen, faults } = await clientOfStandIn();
    faults.next(fault);
    expect((await client.day('2026-06-12')).papers).toHaveLength(9);
    expect(seen.waits).toEqual([1_500]);
    expect(seen.calls).toBe(2);
    faults.always(fault);
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ name: 'FeedError', code });
    expect(seen.calls).toBe(4);
  });

  it.each([
    ['a refusal', { status: 403 }, 'server', /status 403/],
    ['a web page', { kind: 'html' }, 'format', /web page/],
    ['JSON that breaks off', { kind: 'malformed' }, 'format', /cut off/],
    ['an object', { kind: 'body', body: '{"error":"no"}' }, 'format', /a list was expected, not an object/],
    ['nothing', { kind: 'body', body: '' }, 'format', /cut off/],
    ['a web page that calls itself data', { kind: 'body', body: '\n <!DOCTYPE html>' }, 'format', /web page/],
    ['items that are none', { kind: 'body', body: '[{},{}]' }, 'format', /Not one paper/],
  ] as const)('is not asked again after %s', async (_name, fault, code, message) => {
    const { client, seen, faults } = await clientOfStandIn();
    faults.always(fault);
    const failure = client.day('2026-06-12');
    await expect(failure).rejects.toMatchObject({ name: 'FeedError', code });
    await expect(failure).rejects.toThrow(message);
    expect(seen.calls).toBe(1);
  });

  it('that does not answer in time is a timeout', async () => {
    const { client, seen, faults } = await clientOfStandIn({ timeout: 50 });
    faults.always({ kind: 'timeout' });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'timeout' });
    expect(seen.calls).toBe(1);
  });

  it('that stops in the middle of its answer is a timeout, too', async () => {
    const { client } = await clientFor((_request, response) => response.writeHead(200).write('['), {
      timeout: 50,
    });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'timeout' });
  });

  it('whose connection breaks in the middle of its answer has an error of its own', async () => {
    const { client, seen } = await clientFor((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('[');
      setTimeout(() => response.destroy(), 10);
    });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'server' });
    expect(seen.calls).toBe(2);
  });

  it('that sends us elsewhere is not followed', async () => {
    let visited = 0;
    const elsewhere = await serve((_request, response) => {
      visited += 1;
      json(response, items(1));
    });
    const { client, seen } = await clientFor((_request, response) =>
      response.writeHead(302, { location: `${elsewhere}/api` }).end(),
    );
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'redirected' });
    expect(visited).toBe(0);
    expect(seen.calls).toBe(1);
  });

  it('whose answer comes from another origin after all is refused', async () => {
    const elsewhere = await serve((_request, response) => json(response, items(1)));
    const { client } = await clientFor(() => undefined, {
      fetch: (_url, init) => fetch(`${elsewhere}/`, init),
    });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'redirected' });
  });

  it('that answers without end is cut off at 20 MB', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const { client } = await clientFor((_request, response) => {
      const pour = () => {
        while (sent < 200 * chunk.length && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', pour);
            return;
          }
        }
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      pour();
    });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(60 * chunk.length);
  });

  it('is unreachable, which is said as such', async () => {
    const { client, seen } = await clientFor(() => undefined, {
      fetch: () => fetch('http://127.0.0.1:1/'),
    });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'offline' });
    expect(seen.calls).toBe(2);
  });

  it('is left alone as soon as the caller gives up', async () => {
    const { client, faults } = await clientOfStandIn();
    faults.always({ kind: 'timeout' });
    const giveUp = new AbortController();
    const asked = client.day('2026-06-12', giveUp.signal);
    giveUp.abort(new Error('given up'));
    await expect(asked).rejects.toThrow('given up');
  });
});

describe('a feed that asks for patience', () => {
  it('for a few seconds is waited for', async () => {
    const { client, seen, faults } = await clientOfStandIn();
    faults.next({ status: 429, retryAfter: '7' });
    expect((await client.day('2026-06-12')).papers).toHaveLength(9);
    expect(seen.waits).toEqual([7_000]);
  });

  it('for longer is not waited for: the time to come back is told', async () => {
    const { client, seen, clock, faults } = await clientOfStandIn();
    faults.next({ status: 429, retryAfter: '120' });
    const refused = { code: 'rate-limited', retryAt: clock.time + 120_000 };
    await expect(client.day('2026-06-12')).rejects.toMatchObject(refused);
    expect(seen.waits).toEqual([]);
    // Until then nothing is asked at all.
    await expect(client.paper('2606.17088')).rejects.toMatchObject(refused);
    expect(seen.calls).toBe(1);
    clock.time += 120_000;
    expect((await client.day('2026-06-12')).papers).toHaveLength(9);
  });

  it('by a date is understood', async () => {
    const { client, clock, faults } = await clientOfStandIn();
    const until = clock.time + 90_000;
    faults.next({ status: 429, retryAfter: new Date(until).toUTCString() });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ retryAt: until });
  });

  it('for a century gets an hour', async () => {
    const { client, clock, faults } = await clientOfStandIn();
    faults.next({ status: 429, retryAfter: '3153600000' });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ retryAt: clock.time + 3_600_000 });
  });

  it('twice in a row is not asked a third time', async () => {
    const { client, seen, faults } = await clientOfStandIn();
    faults.always({ status: 429 });
    await expect(client.day('2026-06-12')).rejects.toMatchObject({ code: 'rate-limited' });
    expect(seen.calls).toBe(2);
  });

  it('by saying that no call is left gets its pause before the next call', async () => {
    const { client, seen } = await clientFor((_request, response) =>
      json(response, items(1), { ratelimit: '"api";r=0;t=8' }),
    );
    await client.day('2026-06-12');
    expect(seen.waits).toEqual([]);
    await client.day('2026-06-11');
    expect(seen.waits).toEqual([8_000]);
  });

  it('by saying that no call is left for minutes is not asked meanwhile', async () => {
    const { client, seen, clock } = await clientFor((_request, response) =>
      json(response, items(1), { ratelimit: '"api";r=0;t=300' }),
    );
    await client.day('2026-06-12');
    await expect(client.day('2026-06-11')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAt: clock.time + 300_000,
    });
    expect(seen.calls).toBe(1);
  });
});
