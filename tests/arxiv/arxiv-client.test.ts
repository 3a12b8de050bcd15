// The client against real HTTP on the loopback: the stand-in for arXiv where it can misbehave as wanted, small servers of its own else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createArxivClient } from '../../lib/arxiv/arxiv-client';
import type { AtomCallDeps } from '../../lib/arxiv/get-atom';
import { type Answer, serveLocally } from '../feed/serve-locally';
import { papersOutsideFeed } from '../stand-in/arxiv/api.mjs';
import { createArxiv } from '../stand-in/arxiv.mjs';
import { createFaults } from '../stand-in/faults.mjs';
import { openFeedDays } from '../stand-in/feed-days.mjs';
import { openPapers } from '../stand-in/papers.mjs';
import { writeComplaint, writeEntry, writeFeed } from './write-atom';

const serve = (answer: Answer) => serveLocally(answer, 'https://export.arxiv.org');

/** A client whose waits move a clock instead of taking time, and what was asked by it. */
async function clientFor(answer: Answer, options: Partial<AtomCallDeps> = {}) {
  const clock = { time: Date.parse('2026-06-12T12:00:00Z'), lastCall: 0 };
  const asked: { ids: string[]; at: number; query: URLSearchParams; headers: IncomingMessage['headers'] }[] =
    [];
  const origin = await serve((request, response, url) => {
    const ids = (url.searchParams.get('id_list') ?? '').split(',');
    asked.push({ ids, at: clock.time, query: url.searchParams, headers: request.headers });
    answer(request, response, url);
  });
  const newClient = () =>
    createArxivClient({
      origin,
      fetch: (url, init) => fetch(url, init),
      now: () => clock.time,
      wait: async (ms, signal) => {
        signal?.throwIfAborted();
        clock.time += ms;
      },
      lastCall: {
        read: async () => clock.lastCall,
        write: async (time) => {
          clock.lastCall = time;
        },
      },
      random: () => 0.5,
      ...options,
    });
  return { client: newClient(), newClient, clock, asked };
}

const feed = openFeedDays({ shift: false });
const papers = openPapers(feed);

async function clientOfStandIn(options: Partial<AtomCallDeps> = {}) {
  const faults = createFaults();
  const site = createArxiv({ papers, faults });
  return {
    ...(await clientFor((request, response, url) => void site(request, response, url), options)),
    faults,
  };
}

const send = (response: ServerResponse, text: string, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/atom+xml' }).end(text);

const paper = (id: string) => ({ id, title: `Paper ${id}`, abstract: '', authors: [] });

/** Has every paper it is asked for. */
const hasAll: Answer = (_request, response, url) => {
  const ids = (url.searchParams.get('id_list') ?? '').split(',');
  send(response, writeFeed(ids.reverse().map((id) => writeEntry(paper(id), 3))));
};

const manyIds = (count: number) =>
  Array.from({ length: count }, (_, index) => `2412.${String(index + 1).padStart(5, '0')}`);

const [outside] = papersOutsideFeed;
const { id: someId = '', title: someTitle = '' } = outside ?? {};

describe('papers asked of arXiv', () => {
  it('come as the stand-in has them', async () => {
    const { client } = await clientOfStandIn();
    const ids = papersOutsideFeed.map(({ id }) => id);
    expect(await client.papers(ids)).toEqual({ found: papersOutsideFeed, missing: [] });
  });

  it('come in the order asked, each once, and those that do not exist are missing', async () => {
    const { client, asked } = await clientOfStandIn();
    const { found, missing } = await client.papers([someId, '2606.99999', 'math/0309904', someId]);
    expect(found.map(({ id }) => id)).toEqual([someId, 'math/0309904']);
    expect(missing).toEqual(['2606.99999']);
    expect(asked.map(({ ids }) => ids)).toEqual([[someId, '2606.99999', 'math/0309904']]);
  });

  it('keep the identifier they were asked by', async () => {
    const { client, asked } = await clientFor(hasAll);
    const { found } = await client.papers(['math.GT/0309136', 'arXiv:2412.17747v2']);
    expect(found.map(({ id }) => id)).toEqual(['math.GT/0309136', 'arXiv:2412.17747v2']);
    expect(asked[0]?.ids).toEqual(['math/0309136', '2412.17747']);
  });

  it('are missing without a call where the identifier is none', async () => {
    const { client, asked } = await clientFor(hasAll);
    expect(await client.papers(['hello', '2413.00001', ''])).toEqual({
      found: [],
      missing: ['hello', '2413.00001', ''],
    });
    expect(asked).toEqual([]);
  });

  it('are only those asked for, whatever arXiv answers', async () => {
    const { client } = await clientFor((_request, response) =>
      send(response, writeFeed([writeEntry(paper('2412.00009'))])),
    );
    expect(await client.papers(['2412.00001'])).toEqual({ found: [], missing: ['2412.00001'] });
  });

  it('are asked for fifty at a time, and as many are wanted back', async () => {
    const { client, asked } = await clientFor(hasAll);
    const ids = manyIds(120);
    const { found } = await client.papers(ids);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(asked.map(({ ids }) => ids.length)).toEqual([50, 50, 20]);
    expect(asked.map(({ query }) => query.get('max_results'))).toEqual(['50', '50', '20']);
  });

  it('are asked for no faster than once in three seconds, by a new client, too', async () => {
    const { client, newClient, asked } = await clientFor(hasAll);
    await Promise.all([client.papers(manyIds(60)), client.papers(['2412.00001'])]);
    await newClient().papers(['2412.00001']);
    const times = asked.map(({ at }) => at);
    expect(times).toHaveLength(4);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(3_000);
    }
  });

  it('are asked for without cookies and without saying where from', async () => {
    const inits: RequestInit[] = [];
    const { client, asked } = await clientFor(hasAll, {
      fetch: (url, init) => {
        inits.push(init);
        return fetch(url, init);
      },
    });
    await client.papers(['2412.00001']);
    expect(inits[0]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(asked[0]?.headers.referer).toBeUndefined();
  });
});

describe('an identifier that arXiv takes for none', () => {
  const refusing = (bad: string, status: number): Answer => {
    return (request, response, url) => {
      const isAsked = (url.searchParams.get('id_list') ?? '').split(',').includes(bad);
      if (!isAsked) return hasAll(request, response, url);
      send(response, writeFeed([writeComplaint(`incorrect id format for ${bad}`)]), status);
    };
  };

  it.each([200, 400])('is missing, and the others are asked for again (status %s)', async (status) => {
    const { client, asked } = await clientFor(refusing('2412.00002', status));
    const { found, missing } = await client.papers(manyIds(3));
    expect(found.map(({ id }) => id)).toEqual(['2412.00001', '2412.00003']);
    expect(missing).toEqual(['2412.00002']);
    expect(asked.map(({ ids }) => ids.length)).toEqual([3, 2]);
  });

  it('is missing when it was asked for alone', async () => {
    const { client, asked } = await clientFor(refusing('2412.00001', 400));
    expect(await client.papers(['2412.00001'])).toEqual({ found: [], missing: ['2412.00001'] });
    expect(asked).toHaveLength(1);
  });

  it('makes nothing missing where arXiv complains of something else', async () => {
    const { client, asked } = await clientFor((_request, response) =>
      send(response, writeFeed([writeComplaint('max_results must be an integer')]), 400),
    );
    await expect(client.papers(manyIds(2))).rejects.toMatchObject({
      code: 'server',
      message: 'arXiv did not accept the call: max_results must be an integer',
    });
    expect(asked).toHaveLength(1);
  });
});

describe('a call that fails', () => {
  it('is made once more after the connection was cut, three seconds later', async () => {
    const { client, faults, asked } = await clientOfStandIn();
    faults.next({ kind: 'reset' });
    expect((await client.papers([someId])).found[0]?.title).toBe(someTitle);
    const [first, second] = asked.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  it.each([
    ['no connection', { kind: 'reset' }, { code: 'offline' }, 2],
    ['an error', { status: 500 }, { code: 'server', status: 500 }, 2],
    ['an overload without a time', { status: 503 }, { code: 'server', status: 503 }, 2],
    ['something it does not know', { status: 404 }, { code: 'server', status: 404 }, 1],
    ['a refusal that is no Atom', { status: 400 }, { code: 'server', status: 400 }, 1],
    ['a web page', { kind: 'html' }, { code: 'format' }, 1],
    ['JSON', { kind: 'malformed' }, { code: 'format' }, 1],
    ['another address', { status: 302 }, { code: 'redirected', status: 302 }, 1],
    ['data cut off', { kind: 'body', body: writeFeed([]).slice(0, 200) }, { code: 'format' }, 1],
  ] as const)('says what came: %s', async (_what, fault, error, calls) => {
    const { client, faults, asked } = await clientOfStandIn();
    faults.always(fault);
    await expect(client.papers([someId])).rejects.toMatchObject({ name: 'ArxivError', ...error });
    expect(asked).toHaveLength(calls);
  });

  it('is given up when no answer comes', async () => {
    const { client, faults, asked } = await clientOfStandIn({ timeout: 50 });
    faults.always({ kind: 'timeout' });
    await expect(client.papers([someId])).rejects.toMatchObject({ name: 'ArxivError', code: 'timeout' });
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it('is no proof that papers are missing: arXiv says it has some and sends none', async () => {
    const { client, asked } = await clientFor((_request, response) => send(response, writeFeed([], 3)));
    await expect(client.papers(manyIds(3))).rejects.toMatchObject({ code: 'server', status: 200 });
    expect(asked).toHaveLength(2);
  });

  it('follows no redirect', async () => {
    const elsewhere: string[] = [];
    const other = await serve((request, response) => {
      elsewhere.push(request.url ?? '');
      response.end();
    });
    const { client } = await clientFor((_request, response) =>
      response.writeHead(301, { location: `${other}/api/query` }).end(),
    );
    await expect(client.papers([someId])).rejects.toMatchObject({ code: 'redirected' });
    expect(elsewhere).toEqual([]);
  });

  it('breaks off in the middle of an answer', async () => {
    const { client, asked } = await clientFor((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<feed>', () => response.socket?.destroy());
    });
    await expect(client.papers([someId])).rejects.toMatchObject({ code: 'server' });
    expect(asked).toHaveLength(2);
  });

  it('is stopped when the answer has no end', async () => {
    const { client } = await clientFor((_request, response) => {
      const chunk = 'x'.repeat(1024 * 1024);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    await expect(client.papers([someId])).rejects.toMatchObject({ code: 'too-large' });
  });

  it('ends with the reason of the signal when the caller aborts', async () => {
    const { client, asked } = await clientOfStandIn();
    await expect(client.papers([someId], AbortSignal.abort('enough'))).rejects.toBe('enough');
    expect(asked).toEqual([]);
  });
});

describe('a refusal for too many calls', () => {
  it.each([
    ['429 and seconds', { status: 429, retryAfter: '20' }, 20_000],
    ['429 and a date', { status: 429, retryAfter: 'Fri, 12 Jun 2026 12:02:00 GMT' }, 120_000],
    ['429 alone', { status: 429 }, 60_000],
    ['429 and a day', { status: 429, retryAfter: '86400' }, 3_600_000],
    ['503 and seconds', { status: 503, retryAfter: '30' }, 30_000],
    ['its words alone', { kind: 'body', body: 'Rate exceeded.', contentType: 'text/plain' }, 60_000],
  ] as const)('is thrown with the time to come back: %s', async (_what, fault, ms) => {
    const { client, faults, clock, asked } = await clientOfStandIn();
    faults.next(fault);
    await expect(client.papers([someId])).rejects.toMatchObject({
      code: 'rate-limited',
      retryAt: clock.time + ms,
    });
    expect(asked).toHaveLength(1);
  });

  it('is kept to: nothing is asked before that time, and again afterwards', async () => {
    const { client, faults, clock, asked } = await clientOfStandIn();
    faults.next({ status: 429, retryAfter: '20' });
    const retryAt = clock.time + 20_000;
    await expect(client.papers([someId])).rejects.toMatchObject({ retryAt });
    clock.time = retryAt - 1;
    await expect(client.papers([someId])).rejects.toMatchObject({ code: 'rate-limited', retryAt });
    expect(asked).toHaveLength(1);
    clock.time = retryAt;
    expect((await client.papers([someId])).found).toHaveLength(1);
  });

  it('holds for the call that was waiting its turn', async () => {
    const { client, faults, asked } = await clientOfStandIn();
    faults.next({ status: 429, retryAfter: '20' });
    const both = await Promise.allSettled([client.papers([someId]), client.papers(['2401.39002'])]);
    expect(both).toMatchObject([{ reason: { code: 'rate-limited' } }, { reason: { code: 'rate-limited' } }]);
    expect(asked).toHaveLength(1);
  });
});
