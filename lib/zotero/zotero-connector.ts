// The client of the connector that Zotero runs on the reader's own machine. Asks nobody else, and nothing without being called.
//
// What it says and wants is read in github.com/zotero/zotero, chrome/content/zotero/xpcom/server: `server.js` (requests that come from a
// browser, by Origin or User-Agent, are dropped unless they carry the version header) and `server_connector.js` (201, and 400, 409 and
// 500 with a reason as JSON). That older versions answer such requests with 403 is what readers of theirs reported.
import { ZoteroError, type ZoteroErrorCode } from './zotero-error';
import type { ZoteroItem } from './zotero-item';

export const zoteroOrigin = 'http://127.0.0.1:23119';

/** Zotero saves the items of a call one after the other and answers in the end: few enough that the reader sees it go on. */
export const itemsPerCall = 50;

const headers = { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' };

/** ms. Somebody on the same machine answers at once, but saving takes its time. */
const timeouts = { ping: 5_000, save: 120_000 };

export interface ZoteroDeps {
  fetch: typeof fetch;
  /** Names this sending; Zotero takes each name once, so that a repeated call saves nothing twice. */
  sessionId: string;
  origin?: string;
  /** Told after each call how many items are saved. */
  onSaved?(count: number): void;
}

/** Saves items in the library or collection chosen in Zotero. Resolves to how many; rejects with ZoteroError, which says how many were. */
export async function sendToZotero(items: readonly ZoteroItem[], deps: ZoteroDeps): Promise<number> {
  await ping(deps);
  let saved = 0;
  while (saved < items.length) {
    const batch = items.slice(saved, saved + itemsPerCall);
    await saveItems(batch, saved, deps);
    saved += batch.length;
    deps.onSaved?.(saved);
  }
  return saved;
}

async function ping(deps: ZoteroDeps): Promise<void> {
  const response = await post('/connector/ping', {}, timeouts.ping, 0, deps);
  if (!response.ok) throw await errorOf(response, 0);
}

async function saveItems(items: readonly ZoteroItem[], saved: number, deps: ZoteroDeps): Promise<void> {
  const call = { sessionID: `${deps.sessionId}-${saved}`, uri: 'https://arxiv.org/', items };
  const response = await post('/connector/saveItems', call, timeouts.save, saved, deps);
  if (response.status !== 201) throw await errorOf(response, saved);
}

async function post(path: string, body: unknown, timeout: number, saved: number, deps: ZoteroDeps) {
  try {
    return await deps.fetch((deps.origin ?? zoteroOrigin) + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    // A connection closed without an answer looks the same as no connection, and Zotero wants it so.
    const code = late && path.endsWith('saveItems') ? 'timeout' : 'not-running';
    throw new ZoteroError(code, `No answer to ${path}.`, saved, { cause });
  }
}

const codes: Record<number, ZoteroErrorCode> = {
  // What another program at this port says to a path it does not know.
  404: 'not-zotero',
  405: 'not-zotero',
  403: 'refused',
  409: 'repeated',
  412: 'outdated',
};

async function errorOf(response: Response, saved: number): Promise<ZoteroError> {
  const text = (await response.text().catch(() => '')).slice(0, 200);
  const detail = `Zotero answered ${response.status}. ${text}`.trim();
  if (text.includes('CONNECTOR_VERSION_OUTDATED')) return new ZoteroError('outdated', detail, saved);
  if (/"libraryEditable":\s*false/.test(text)) return new ZoteroError('read-only', detail, saved);
  return new ZoteroError(codes[response.status] ?? 'failed', detail, saved);
}
