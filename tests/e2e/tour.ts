// A reader's tour through the stand-in web, and what of what it was asked was asked by Papergloss. Tests nothing itself.
import { statSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { paperIdFromUrl } from '../../lib/papers/paper-id';
import { repoSlugFromUrl } from '../../lib/papers/repo-slug';
import { publisherPage } from '../stand-in/publisher.mjs';
import { listRealPages } from '../stand-in/real-pages.mjs';
import type { StandIn } from '../stand-in/stand-in.mjs';
import type { RecordedRequest } from '../stand-in/web.mjs';

const realPages = fileURLToPath(new URL('../../../shared/pages', import.meta.url));

const abstractPage = (id: string) => `https://arxiv.org/abs/${id}`;

/** What a list of a few addresses becomes when every kind has its turn. */
const inTurn = (kinds: string[][]): string[] => {
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => kinds.flatMap((kind) => kind[place] ?? [])).flat();
};

/** The lightest of the captured pages: this is about who asks whom, and all 90 are read by real-pages.test.ts. */
const capturedPages = (count: number): string[] => {
  const sized = listRealPages().map(({ file, url }) => ({ url, size: statSync(join(realPages, file)).size }));
  return sized
    .sort((one, other) => one.size - other.size)
    .slice(0, count)
    .map(({ url }) => url);
};

/**
 * So many addresses, each once: some that were really captured, where they are at hand, then pages of the stand-in, with and without
 * papers of the feed, of every site in turn.
 */
export function tourThrough(web: StandIn, length: number): string[] {
  const papers = [...web.feed.all()].map(({ paper }) => paper);
  const ids = papers.map(({ id }) => id);
  const unknown = (count: number, first: number) =>
    Array.from({ length: count }, (_, place) => `2303.${first + place}`);
  const made = inTurn([
    ids.map(abstractPage),
    unknown(60, 91_000).map(abstractPage),
    papers.flatMap(({ githubRepo }) => githubRepo ?? []),
    ids.map((id) => `https://huggingface.co/papers/${id}`),
    ['new', 'recent', 'pastweek'].map((list) => `https://arxiv.org/list/cs.CL/${list}`),
    unknown(40, 92_000).map((id) => `https://arxiv.org/html/${id}`),
    unknown(40, 93_000).map((id) => `https://github.com/owner-${id}/repository-${id}`),
    [publisherPage, 'https://github.com/trending', 'https://huggingface.co/papers'],
    ids.map((id) => `https://www.arxiv.org/abs/${id}v1`),
  ]);
  return [...new Set([...capturedPages(6), ...made])].slice(0, length);
}

/** What names an address among all others: paper, repository, or a host that is nobody's but the page's. */
export function identifiersOf(address: string): string[] {
  const { hostname } = new URL(address);
  const isAsked = /^(?:.*\.)?(?:huggingface\.co|arxiv\.org)$/.test(hostname);
  return [paperIdFromUrl(address)?.id, repoSlugFromUrl(address), isAsked ? undefined : hostname].filter(
    (name) => name !== undefined,
  );
}

/**
 * Opens the addresses, in several tabs at a time as a reader does.
 * @param seen told about each page once it has come to rest
 */
export async function walk(
  context: BrowserContext,
  addresses: readonly string[],
  seen: (page: Page, address: string) => Promise<void> = async () => {},
): Promise<void> {
  const left = [...addresses];
  async function oneTab(): Promise<void> {
    const page = await context.newPage();
    for (let address = left.shift(); address; address = left.shift()) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
      await seen(page, address);
    }
    await page.close();
  }
  await Promise.all(Array.from({ length: 4 }, oneTab));
}

/** A page as the stand-in serves it. Recorded as any other request. */
const sourceOf = (web: StandIn, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(address);
    const options = {
      port: web.tlsPort,
      path: pathname + search,
      headers: { host },
      rejectUnauthorized: false,
    };
    https
      .get({ ...options, host: '127.0.0.1' }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve(text));
      })
      .on('error', reject);
  });

/** Chromium asks its maker about forms, whatever stands in them. */
const ofTheBrowser = ['content-autofill.googleapis.com'];

interface Asked {
  requests: readonly RecordedRequest[];
  refused: readonly string[];
}

/**
 * Those requests that no visited page explains: it is no page the reader went to, and its address stands in none of them. What a script
 * asks for by itself (`fetch`) is never explained: the pages of the tour have no such scripts. `refused`: hosts, likewise.
 */
export async function unexplained(
  web: StandIn,
  { requests, refused }: Asked,
  addresses: readonly string[],
): Promise<{ asked: RecordedRequest[]; refused: string[] }> {
  const visited = new Set(addresses.map((address) => new URL(address).href));
  const sources = (await Promise.all([...visited].map((address) => sourceOf(web, address)))).join('\n');
  const isOfPage = ({ url, headers }: RecordedRequest): boolean => {
    const dest = headers['sec-fetch-dest'];
    if (dest === 'document') return visited.has(url);
    // A background's requests come from no site.
    if (dest === 'empty' || headers['sec-fetch-site'] === 'none') return false;
    const { pathname, search } = new URL(url);
    // The browser's own question for each host.
    return (dest === 'image' && pathname === '/favicon.ico') || sources.includes(pathname + search);
  };
  const hosts = new Set(refused.map((target) => target.replace(/:\d+$/, '')));
  return {
    asked: requests.filter((request) => !isOfPage(request)),
    refused: [...hosts].filter((host) => !sources.includes(host) && !ofTheBrowser.includes(host)),
  };
}
