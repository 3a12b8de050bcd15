// @ts-check
// The stand-in for huggingface.co: the paths of its API that Daily Papers are read from, answered as the real one answers them
// (paging, `Link`, rate headers, 400, 404, 429), out of the feed days it is given; the lists of papers, and a page for each paper.
import { isDay } from './calendar.mjs';
import { html, sendJson, sendPage } from './html.mjs';
import { dailyPage } from './hugging-face/daily-page.mjs';
import { listedItems } from './hugging-face/listed-items.mjs';
import { huggingFaceStyle } from './hugging-face/page.mjs';
import { paperPage } from './hugging-face/paper-page.mjs';

/** @typedef {import('./feed-days.mjs').FeedItem} FeedItem */
/** @typedef {import('node:http').ServerResponse} Response */

const defaultLimit = 50;
const largestLimit = 100;

/**
 * @param {URLSearchParams} query @param {string} name @param {number} fallback @param {number} least @param {number} most
 * @returns {number | undefined} undefined for what the API refuses
 */
function readNumber(query, name, fallback, least, most) {
  const text = query.get(name);
  if (text === null) return fallback;
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined;
}

/** @param {Response} response @param {string} parameter */
function refuse(response, parameter) {
  sendJson(response, { error: `Invalid value of query parameter "${parameter}"` }, { status: 400 });
}

/** @param {import('./feed-days.mjs').FeedDays} feed @param {URL} url @param {Response} response */
function dailyPapers(feed, url, response) {
  const listed = listedItems(feed, url.searchParams);
  const limit = readNumber(url.searchParams, 'limit', defaultLimit, 1, largestLimit);
  const page = readNumber(url.searchParams, 'p', 0, 0, Number.MAX_SAFE_INTEGER);
  if ('refused' in listed) return refuse(response, listed.refused);
  if (limit === undefined) return refuse(response, 'limit');
  if (page === undefined) return refuse(response, 'p');

  const { items } = listed;
  const end = (page + 1) * limit;
  const next = new URL(url);
  next.searchParams.set('p', String(page + 1));
  // The real target may be relative, which is the harder case for whoever follows it.
  const link = { link: `<${next.pathname}${next.search}>; rel="next"` };
  sendJson(response, items.slice(page * limit, end), { headers: end < items.length ? link : {} });
}

/** @param {import('./feed-days.mjs').FeedDays} feed @param {string} query @returns {FeedItem[]} */
function searchPapers(feed, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = [...feed.all()].filter(({ paper }) => {
    const text = `${paper.id} ${paper.title} ${paper.summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return hits.slice(0, 20);
}

/** A list without a day holds so many papers at most. */
const listedPapers = 50;

/**
 * @param {import('./feed-days.mjs').FeedDays} feed @param {string} path
 * @returns {ReturnType<typeof html> | undefined} undefined where there is no such page
 */
function readPage(feed, path) {
  const [, kind, rest] = /^\/papers(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path) ?? [];
  if (/^\/papers\/?$/.test(path)) return dailyPage('Daily Papers', feed.itemsOf(feed.days[0] ?? ''));
  if (kind === 'date' && rest && isDay(rest)) return dailyPage(`Daily Papers of ${rest}`, feed.itemsOf(rest));
  const isLong = (rest && (kind === 'week' || kind === 'month')) || (kind === 'trending' && !rest);
  if (isLong) return dailyPage(`Papers, ${rest ?? kind}`, [...feed.all()].slice(0, listedPapers));
  const item = kind && !rest ? feed.find(decodeURIComponent(kind)) : undefined;
  if (!item) return undefined;
  return paperPage(
    item,
    [...feed.all()].find(({ paper }) => paper.id !== item.paper.id),
  );
}

/**
 * Counts calls in fixed windows, as the real limit does.
 * @param {number} quota calls a window @param {number} windowSeconds @param {() => number} now ms since 1970
 */
function createRateLimit(quota, windowSeconds, now) {
  let windowStart = now();
  let used = 0;
  return {
    /** Counts one call. @returns {{ allowed: boolean, headers: Record<string, string>, secondsLeft: number }} */
    count() {
      if (now() - windowStart >= windowSeconds * 1000) {
        windowStart = now();
        used = 0;
      }
      used += 1;
      const secondsLeft = Math.ceil(windowSeconds - (now() - windowStart) / 1000);
      return {
        allowed: used <= quota,
        secondsLeft,
        headers: {
          ratelimit: `"api";r=${Math.max(0, quota - used)};t=${secondsLeft}`,
          'ratelimit-policy': `"fixed window";"api";q=${quota};w=${windowSeconds}`,
        },
      };
    },
  };
}

/**
 * @param {object} options
 * @param {import('./feed-days.mjs').FeedDays} options.feed
 * @param {import('./faults.mjs').Faults} options.faults apply to `/api/` only
 * @param {number} [options.quota] calls a window before it answers 429
 * @param {number} [options.windowSeconds]
 * @param {() => number} [options.now] ms since 1970
 * @returns {import('./web.mjs').Site}
 */
export function createHuggingFace({ feed, faults, quota = 500, windowSeconds = 300, now = Date.now }) {
  const rateLimit = createRateLimit(quota, windowSeconds, now);

  /** @param {URL} url @param {Response} response */
  function answerApi(url, response) {
    const { allowed, headers, secondsLeft } = rateLimit.count();
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!allowed) {
      response.setHeader('retry-after', String(secondsLeft));
      return sendJson(response, { error: 'We had to rate limit your IP' }, { status: 429 });
    }
    const path = url.pathname;
    if (path === '/api/daily_papers') return dailyPapers(feed, url, response);
    if (path === '/api/papers/search') {
      return sendJson(response, searchPapers(feed, url.searchParams.get('q') ?? ''));
    }
    const id = /^\/api\/papers\/(.+)$/.exec(path)?.[1];
    const item = id === undefined ? undefined : feed.find(decodeURIComponent(id));
    if (item) return sendJson(response, item.paper);
    sendJson(response, { error: id === undefined ? 'Not found' : 'Paper not found' }, { status: 404 });
  }

  return (_request, response, url) => {
    if (url.pathname.startsWith('/api/')) {
      if (!faults.inject(url.pathname + url.search, response)) answerApi(url, response);
      return;
    }
    if (url.pathname === huggingFaceStyle.path) return huggingFaceStyle.serve(response);
    const page = readPage(feed, url.pathname);
    if (page) sendPage(response, page);
    else sendPage(response, html`<html lang="en"><title>404</title><h1>404</h1></html>`, { status: 404 });
  };
}
