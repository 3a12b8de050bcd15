// The stand-in's arXiv, read as the extension reads the real one: what its pages list is what was asked for.
import { createServer, get } from 'node:http';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { siteAdapters } from '../../../lib/sites/registry';
import type { Mention, PaperList } from '../../../lib/sites/types';
import { createArxiv } from '../arxiv.mjs';
import { openFeedDays } from '../feed-days.mjs';
import { openPapers } from '../papers.mjs';

const feed = openFeedDays({});
const papers = openPapers(feed);
const newest = papers.newest(1)[0]?.id ?? '';
const site = createArxiv({ papers });
const server = createServer((request, response) => {
  void site(request, response, new URL(request.url ?? '', 'https://arxiv.org'));
});
let port = 0;

const window = new Window();
for (const name of ['Node', 'NodeFilter'] as const) vi.stubGlobal(name, window[name]);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function read(path: string): Promise<{ mentions: Mention[]; list?: PaperList }> {
  const html = await answerOf(path);
  const page = new window.DOMParser().parseFromString(
    html.replace(/<link\b[^>]*>/g, ''),
    'text/html',
  ) as unknown as Document;
  const url = new URL(path, 'https://arxiv.org');
  const active = siteAdapters.filter((adapter) => adapter.isActive(url));
  return {
    mentions: active.flatMap((adapter) => adapter.findMentions(page, url)),
    list: active.map((adapter) => adapter.findList?.(page, url)).find((list) => list !== undefined),
  };
}

function answerOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, path, host: '127.0.0.1' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });
}

const isInFeed = (id: string) => feed.find(id) !== undefined;

function shareOf(list: PaperList | undefined): [all: number, inFeed: number] {
  const ids = list?.entries.map(({ target }) => (target.kind === 'paper' ? target.id : '')) ?? [];
  return [ids.length, ids.filter(isInFeed).length];
}

describe("the stand-in's lists", () => {
  it.each([
    ['/list/cs.CL/recent', [30, 20]],
    ['/list/cs.CL/recent?known=0', [30, 0]],
    ['/list/cs.CL/recent?show=25', [25, 17]],
    ['/list/cs.CL/new?show=60&known=0', [60, 0]],
    ['/list/cs.CL/new?show=60&known=all', [60, 60]],
    ['/list/cs.CL/2026-06', [30, 20]],
    ['/catchup/cs.LG/2026-06-09?abs=True', [30, 20]],
    ['/a/lindqvist_a_1', [30, 20]],
    ['/search/?query=diffusion&size=12&known=all', [12, 12]],
    ['/search/?query=diffusion&abstracts=hide', [30, 20]],
  ])('%s has as many entries as it should, and as many of the feed', async (path, share) => {
    const { list, mentions } = await read(path);
    expect(shareOf(list)).toEqual(share);
    expect(mentions.length).toBeGreaterThanOrEqual(share[0] ?? 0);
  });

  it.each([
    ['/list/cs.CL/recent', 2],
    ['/list/cs.CL/new', 3],
    ['/list/cs.CL/2026-06', 1],
    ['/catchup/cs.LG/2026-06-09', 3],
  ])('%s has its sections', async (path, sections) => {
    const { list } = await read(path);
    expect(new Set(list?.entries.map(({ section }) => section)).size).toBe(sections);
  });

  it.each(['/search/', '/search/advanced'])('%s is a form', async (path) => {
    expect((await read(path)).list).toBeUndefined();
  });
});

it('a paper as HTML has a card, and badges in its references', async () => {
  const { mentions } = await read(`/html/${newest}v1`);
  expect(mentions[0]).toMatchObject({ form: 'card', target: { kind: 'paper', id: newest } });
  expect(mentions.filter(({ form }) => form === 'badge').length).toBeGreaterThan(5);
});
