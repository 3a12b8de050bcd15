// Sending to Zotero, over loopback, to the stand-in of its connector.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toZoteroItems } from '../../lib/zotero/to-zotero-items';
import { itemsPerCall, sendToZotero } from '../../lib/zotero/zotero-connector';
import { ZoteroError } from '../../lib/zotero/zotero-error';
import { example } from '../formats/example-entries';
import { startZotero } from '../stand-in/zotero.mjs';

let zotero: Awaited<ReturnType<typeof startZotero>>;

beforeAll(async () => {
  zotero = await startZotero();
});
afterEach(() => zotero.forget());
afterAll(() => zotero.close());

/** What a browser puts on every request of an extension's page. */
const browserFetch: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  headers.set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0');
  headers.set('Origin', 'chrome-extension://abcdefghijklmnop');
  return fetch(url, { ...init, headers });
};

const ids = (count: number) =>
  Array.from({ length: count }, (_, number) => `2605.${String(number + 1).padStart(5, '0')}`);
const items = (count: number) => toZoteroItems(ids(count).map((id) => example({ id })));
const send = (count: number, more: Partial<Parameters<typeof sendToZotero>[1]> = {}) =>
  sendToZotero(items(count), { fetch: browserFetch, sessionId: 'one', origin: zotero.origin, ...more });

async function failure(sending: Promise<unknown>): Promise<ZoteroError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ZoteroError)) throw new Error(`not refused, but ${error}`);
  return error;
}

describe('sending to Zotero', () => {
  it('asks whether it is there, then saves', async () => {
    expect(await send(2)).toBe(2);
    expect(zotero.calls.map(({ path }) => path)).toEqual(['/connector/ping', '/connector/saveItems']);
    expect(zotero.items).toEqual(items(2));
  });

  it('carries the header without which calls from a browser are dropped', async () => {
    await send(1);
    for (const { headers } of zotero.calls) expect(headers['x-zotero-connector-api-version']).toBe('3');
    const bare = browserFetch(`${zotero.origin}/connector/ping`, { method: 'POST', body: '{}' });
    await expect(bare).rejects.toThrow();
  });

  it('goes in calls of fifty, each under a name of its own, and tells how far it is', async () => {
    const onSaved = vi.fn();
    expect(await send(itemsPerCall * 2 + 1, { onSaved })).toBe(101);
    expect(onSaved.mock.calls).toEqual([[50], [100], [101]]);
    expect(zotero.items.map(({ id }) => id)).toEqual(ids(101));
    const sessions = zotero.calls.slice(1).map(({ body }) => body.sessionID);
    expect(new Set(sessions).size).toBe(3);
  });

  it('saves nothing for nothing', async () => {
    expect(await send(0)).toBe(0);
    expect(zotero.items).toEqual([]);
  });

  it('says that Zotero is not running when nobody listens', async () => {
    const gone = await startZotero();
    await gone.close();
    expect(await failure(send(1, { origin: gone.origin }))).toMatchObject({ code: 'not-running', saved: 0 });
  });

  it.each([
    ['silent', 'not-running'],
    ['forbidden', 'refused'],
    ['outdated', 'outdated'],
    ['read-only', 'read-only'],
    ['broken', 'failed'],
  ] as const)('says why where Zotero is %s', async (mood, code) => {
    zotero.turn(mood);
    expect(await failure(send(1))).toMatchObject({ code, saved: 0 });
    expect(zotero.items).toEqual([]);
  });

  it('says how many were saved before it went wrong', async () => {
    zotero.turn('broken', 1);
    expect(await failure(send(70))).toMatchObject({ code: 'failed', saved: 50 });
    expect(zotero.items).toHaveLength(50);
  });

  it('saves nothing twice under one name', async () => {
    await send(1);
    expect(await failure(send(1))).toMatchObject({ code: 'repeated' });
    expect(zotero.items).toHaveLength(1);
  });

  it.each([404, 405])('knows another program at the port by its %i', async (status) => {
    const other: typeof fetch = async () => new Response('', { status });
    expect(await failure(send(1, { fetch: other }))).toMatchObject({ code: 'not-zotero' });
  });

  it('tells a slow saving from a Zotero that is not there', async () => {
    const slow: typeof fetch = async (url) => {
      if (String(url).endsWith('ping')) return new Response('{}');
      throw new DOMException('too late', 'TimeoutError');
    };
    expect(await failure(send(1, { fetch: slow }))).toMatchObject({ code: 'timeout' });
    const deaf: typeof fetch = async () => {
      throw new DOMException('too late', 'TimeoutError');
    };
    expect(await failure(send(1, { fetch: deaf }))).toMatchObject({ code: 'not-running' });
  });
});
