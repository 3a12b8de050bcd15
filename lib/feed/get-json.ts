// One guarded call to the feed: budget, pauses, timeout, one retry, no redirects, a limit on what is read. Knows no addresses and no
// field names.
import type { CallBudget, Wait } from './call-budget';
import { FeedError } from './feed-error';
import { privateRequest } from './private-request';
import { nextPage, parseRateLimit, parseRetryAfter } from './rate-headers';
import { readText, type UnreadBody } from './read-text';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface CallDeps {
  fetch: Fetch;
  /** ms since 1970 */
  now: () => number;
  wait: Wait;
  budget: CallBudget;
  /** 0 to 1: spreads retries, so that readers who failed together do not come back together. */
  random?: () => number;
  /** ms for a whole call, its body included. */
  timeout?: number;
}

export interface JsonAnswer {
  json: unknown;
  /** The address of the next page, where the answer names one. */
  next?: string;
}

const defaultTimeout = 15_000;

/** A pause longer than this is not waited for, ms: the worker might not live to see its end. */
const longestWait = 10_000;

/** No server gets to silence the feed for longer, ms. */
const longestPause = 3_600_000;

/** The pause after a refusal that names none, ms. */
const defaultPause = 5_000;

const maxBodyBytes = 20 * 1024 * 1024;

/**
 * Makes the function that fetches JSON. It rejects with FeedError, or with the signal's reason when the caller aborts. Network errors,
 * 5xx and short refusals for too many calls are tried once more; a longer refusal is thrown with the time to come back.
 */
export function createJsonGetter(deps: CallDeps): (url: string, signal?: AbortSignal) => Promise<JsonAnswer> {
  const { fetch, now, wait, budget, random = Math.random, timeout = defaultTimeout } = deps;
  let pausedUntil = 0;

  function pauseFor(ms: number): number {
    pausedUntil = Math.max(pausedUntil, now() + Math.min(ms, longestPause));
    return pausedUntil;
  }

  async function sitOutPause(signal?: AbortSignal): Promise<void> {
    const pause = pausedUntil - now();
    // A longer one was reckoned by a clock that has been put back since.
    if (pause <= 0 || pause > longestPause) return;
    if (pause > longestWait) {
      throw new FeedError('rate-limited', 'The feed allows no more calls for now.', { retryAt: pausedUntil });
    }
    await wait(pause, signal);
  }

  /** Throws what is wrong with an answer by its head alone. */
  function judge(response: Response, url: string): void {
    const { status, type, headers } = response;
    const limit = parseRateLimit(headers.get('ratelimit'));
    if (limit?.remaining === 0) pauseFor(limit.resetsIn);

    const moved = response.url !== '' && new URL(response.url).origin !== new URL(url).origin;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400) || moved) {
      throw new FeedError('redirected', 'The feed sent the call on to another address.', { status });
    }
    if (status === 429) {
      const asked = parseRetryAfter(headers.get('retry-after'), now()) ?? limit?.resetsIn ?? defaultPause;
      throw new FeedError('rate-limited', 'The feed allows no more calls for now.', {
        status,
        retryAt: pauseFor(asked),
      });
    }
    if (status === 404 || status === 400) {
      throw new FeedError('not-found', `The feed does not have it (status ${status}).`, { status });
    }
    if (!response.ok) throw new FeedError('server', `The feed answered with status ${status}.`, { status });
  }

  async function call(url: string, signal: AbortSignal): Promise<JsonAnswer> {
    const response = await fetch(url, privateRequest('application/json', signal)).catch((cause) => {
      throw new FeedError('offline', 'The feed could not be reached.', { cause });
    });
    try {
      judge(response, url);
      const json = parseJson(
        await readText(response, maxBodyBytes, unreadable),
        response.headers.get('content-type') ?? '',
      );
      return { json, next: nextPage(response.headers.get('link'), url) };
    } catch (error) {
      await response.body?.cancel().catch(() => undefined);
      throw error;
    }
  }

  async function attempt(url: string, signal?: AbortSignal): Promise<JsonAnswer> {
    await sitOutPause(signal);
    await budget.take(signal);
    const timer = AbortSignal.timeout(timeout);
    try {
      return await call(url, signal ? AbortSignal.any([signal, timer]) : timer);
    } catch (error) {
      signal?.throwIfAborted();
      if (!timer.aborted) throw error;
      throw new FeedError('timeout', `The feed did not answer within ${timeout / 1000} seconds.`);
    }
  }

  /** ms to wait before the second attempt; undefined where there should be none. */
  function backoffAfter(error: unknown): number | undefined {
    if (!(error instanceof FeedError)) return undefined;
    const { code, status = 500, retryAt = Number.POSITIVE_INFINITY } = error;
    // The pause itself is sat out by the attempt.
    if (code === 'rate-limited') return retryAt - now() <= longestWait ? 0 : undefined;
    const passing = code === 'offline' || (code === 'server' && status >= 500);
    return passing ? 1000 + random() * 1000 : undefined;
  }

  return async (url, signal) => {
    try {
      return await attempt(url, signal);
    } catch (error) {
      const backoff = backoffAfter(error);
      if (backoff === undefined) throw error;
      if (backoff > 0) await wait(backoff, signal);
      return attempt(url, signal);
    }
  };
}

function unreadable(why: UnreadBody, cause?: unknown): FeedError {
  return why === 'too-large'
    ? new FeedError('too-large', 'The feed answered with more than 20 MB.')
    : new FeedError('server', 'The connection broke off while the feed was answering.', { cause });
}

function parseJson(text: string, contentType: string): unknown {
  if (/\bhtml\b/i.test(contentType) || text.trimStart().startsWith('<')) {
    throw new FeedError(
      'format',
      'A web page came instead of data; a proxy or a login page may be in between.',
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FeedError('format', 'The data that came is cut off or damaged.', { cause });
  }
}
