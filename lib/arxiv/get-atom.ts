// One guarded call to arXiv's API: spacing, pauses, timeout, one retry, no redirects, a limit on what is read. Knows no addresses.
import type { Wait } from '../feed/call-budget';
import type { Fetch } from '../feed/get-json';
import { privateRequest } from '../feed/private-request';
import { parseRetryAfter } from '../feed/rate-headers';
import { readText, type UnreadBody } from '../feed/read-text';
import { ArxivError } from './arxiv-error';
import { createCallSpacing, type LastCall } from './call-spacing';
import { type ParsedAtom, parseAtom } from './parse-atom';

export interface AtomCallDeps {
  fetch: Fetch;
  /** ms since 1970 */
  now: () => number;
  wait: Wait;
  lastCall: LastCall;
  /** 0 to 1: spreads retries, so that readers who failed together do not come back together. */
  random?: () => number;
  /** ms for a whole call, its body included. */
  timeout?: number;
}

const defaultTimeout = 15_000;

/** arXiv does not get to keep the reader waiting for longer, ms. */
export const longestPause = 3_600_000;

/** The pause after a refusal that names none, ms. */
const defaultPause = 60_000;

/** Fifty papers of a thousand authors each. */
const maxBodyBytes = 8 * 1024 * 1024;

/**
 * Makes the function that asks arXiv. It rejects with ArxivError, or with the signal's reason when the caller aborts. Network errors
 * and 5xx are tried once more; a refusal for too many calls is not waited for: it is thrown with the time to come back, and before
 * that time every further call is refused without being made.
 */
export function createAtomGetter(
  deps: AtomCallDeps,
): (url: string, signal?: AbortSignal) => Promise<ParsedAtom> {
  const { fetch, now, wait, random = Math.random, timeout = defaultTimeout } = deps;
  const inTurn = createCallSpacing(deps);
  let pausedUntil = 0;

  function refused(status?: number): ArxivError {
    return new ArxivError('rate-limited', 'arXiv allows no more calls for now.', {
      status,
      retryAt: pausedUntil,
    });
  }

  function pauseFor(ms: number): void {
    pausedUntil = Math.max(pausedUntil, now() + Math.min(ms, longestPause));
  }

  /** Throws what is wrong with an answer by its head alone. A 400 is read: it says which identifier arXiv takes for none. */
  function judge(response: Response, url: string): void {
    const { status, type, headers } = response;
    const moved = response.url !== '' && new URL(response.url).origin !== new URL(url).origin;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400) || moved) {
      throw new ArxivError('redirected', 'arXiv sent the call on to another address.', { status });
    }
    const asked = parseRetryAfter(headers.get('retry-after'), now());
    if (status === 429 || (status === 503 && asked !== undefined)) {
      pauseFor(asked ?? defaultPause);
      throw refused(status);
    }
    if (!response.ok && status !== 400) throw failed(status);
  }

  function read(text: string, { ok, status }: Response): ParsedAtom {
    // Said in plain text, not always with the status that belongs to it.
    if (/^\s*rate exceeded/i.test(text)) {
      pauseFor(defaultPause);
      throw refused(status);
    }
    if (!ok && !text.includes('<feed')) throw failed(status);
    const atom = parseAtom(text);
    const isEmpty = atom.papers.length === 0 && atom.complaints.length === 0;
    // Taken at its word, such an answer would mean that arXiv has none of the papers.
    if (isEmpty && (!ok || atom.promised > 0)) throw failed(status);
    return atom;
  }

  async function call(url: string, signal: AbortSignal): Promise<ParsedAtom> {
    const response = await fetch(url, privateRequest('application/atom+xml', signal)).catch((cause) => {
      throw new ArxivError('offline', 'arXiv could not be reached.', { cause });
    });
    try {
      judge(response, url);
      return read(await readText(response, maxBodyBytes, unreadable), response);
    } catch (error) {
      await response.body?.cancel().catch(() => undefined);
      throw error;
    }
  }

  async function timed(url: string, signal?: AbortSignal): Promise<ParsedAtom> {
    const timer = AbortSignal.timeout(timeout);
    try {
      return await call(url, signal ? AbortSignal.any([signal, timer]) : timer);
    } catch (error) {
      signal?.throwIfAborted();
      if (!timer.aborted) throw error;
      throw new ArxivError('timeout', `arXiv did not answer within ${timeout / 1000} seconds.`);
    }
  }

  async function attempt(url: string, signal?: AbortSignal): Promise<ParsedAtom> {
    return inTurn(() => {
      if (pausedUntil > now()) throw refused();
      return timed(url, signal);
    }, signal);
  }

  return async (url, signal) => {
    if (pausedUntil > now()) throw refused();
    try {
      return await attempt(url, signal);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(random() * 1000, signal);
      return attempt(url, signal);
    }
  };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof ArxivError)) return false;
  const { code, status = 500 } = error;
  return code === 'offline' || (code === 'server' && (status >= 500 || status === 200));
}

function failed(status: number): ArxivError {
  const detail =
    status === 200
      ? 'arXiv answered without the papers it said it has.'
      : `arXiv answered with status ${status}.`;
  return new ArxivError('server', detail, { status });
}

function unreadable(why: UnreadBody, cause?: unknown): ArxivError {
  return why === 'too-large'
    ? new ArxivError('too-large', 'arXiv answered with more than 8 MB.')
    : new ArxivError('server', 'The connection broke off while arXiv was answering.', { cause });
}
