// @ts-check
// The stand-in for Zotero's connector: what the real one checks and answers, as read in github.com/zotero/zotero,
// chrome/content/zotero/xpcom/server (server.js, server_connector.js). Keeps in memory what it was given.
import { createServer } from 'node:http';

/** The version of the protocol the real one speaks. */
const apiVersion = 3;

/**
 * @typedef {'none' | 'read-only' | 'broken' | 'forbidden' | 'outdated' | 'silent'} Mood
 * What goes wrong: the chosen library takes nothing; saving fails inside; a caller from a browser is answered with 403, as has been
 * reported of older versions; it wants a later protocol; it closes the connection without a word.
 */

/** @typedef {{ path: string, headers: import('node:http').IncomingHttpHeaders, body: any }} Call */

/**
 * Listens on loopback alone. `port` 0 is any that is free; the real one has 23119.
 * @param {{ port?: number }} [options]
 */
export async function startZotero({ port = 0 } = {}) {
  /** @type {{ items: any[], calls: Call[], sessions: Set<string>, mood: Mood, moodAfter: number }} */
  const state = { items: [], calls: [], sessions: new Set(), mood: 'none', moodAfter: 0 };
  const server = createServer((request, response) => {
    void answer(request, response, state);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const heard = typeof address === 'object' && address ? address.port : port;
  return {
    port: heard,
    origin: `http://127.0.0.1:${heard}`,
    /** Everything saved, in order. */
    items: state.items,
    /** Every request that came with a body. */
    calls: state.calls,
    /**
     * From now on `mood`, after so many more calls of saveItems.
     * @param {Mood} mood
     */
    turn(mood, after = 0) {
      state.mood = mood;
      state.moodAfter = after;
    },
    forget() {
      state.items.length = 0;
      state.calls.length = 0;
      state.sessions.clear();
      state.mood = 'none';
      state.moodAfter = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ items: any[], calls: Call[], sessions: Set<string>, mood: Mood, moodAfter: number }} state
 */
async function answer(request, response, state) {
  const { method = '', headers } = request;
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  let text = '';
  for await (const part of request) text += part;

  /** @param {number} status @param {string} [type] @param {string} [body] */
  const send = (status, type, body = '') => {
    response.writeHead(status, {
      'X-Zotero-Version': '7.0.0',
      'X-Zotero-Connector-API-Version': String(apiVersion),
      ...(type && { 'Content-Type': type }),
    });
    response.end(body);
  };
  /** @param {number} status @param {unknown} [value] */
  const sendJson = (status, value) =>
    send(status, 'application/json', value === undefined ? '' : JSON.stringify(value));

  if (path !== '/connector/ping' && path !== '/connector/saveItems') {
    return send(404, 'text/plain', 'No endpoint found\n');
  }
  if (method === 'OPTIONS' || method === 'HEAD') return send(200);
  const saves = path === '/connector/saveItems';
  if (saves && method !== 'POST') return send(400, 'text/plain', 'Endpoint does not support method\n');

  const fromBrowser = headers['user-agent']?.startsWith('Mozilla/') || 'origin' in headers;
  const isTrusted =
    headers['x-zotero-connector-api-version'] ||
    headers['zotero-allowed-request'] ||
    (!saves && headers['sec-fetch-mode'] === 'navigate');
  const mood = state.moodAfter > 0 ? 'none' : state.mood;
  if (saves && state.moodAfter > 0) state.moodAfter -= 1;
  if ((fromBrowser && !isTrusted) || mood === 'silent') return request.socket.destroy();
  if (mood === 'forbidden') return send(403, 'text/plain', 'Request not allowed\n');
  if (method === 'GET') return send(200, 'text/html', '<!DOCTYPE html><html><body>running</body></html>');

  if ((headers['content-type'] ?? '').split(/\s*;/)[0] !== 'application/json') {
    return send(400, 'text/plain', 'Endpoint does not support content-type\n');
  }
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return send(400, 'text/plain', 'Invalid JSON provided\n');
  }
  state.calls.push({ path, headers, body });
  if (!saves) return sendJson(200, { prefs: { automaticSnapshots: true, downloadAssociatedFiles: true } });

  const version = Number(headers['x-zotero-connector-api-version'] ?? apiVersion);
  if (mood === 'outdated' || version < apiVersion) {
    return sendJson(400, { error: 'CONNECTOR_VERSION_OUTDATED' });
  }
  const session = body.sessionID ?? `unnamed ${state.sessions.size}`;
  if (state.sessions.has(session)) return sendJson(409, { error: 'SESSION_EXISTS' });
  state.sessions.add(session);
  if (mood === 'read-only') return sendJson(500, { libraryEditable: false });
  if (mood === 'broken' || !Array.isArray(body.items) || !body.items.every(isItem)) return send(500);
  state.items.push(...body.items);
  return sendJson(201);
}

/** What the real one cannot make an item of fails the whole call. @param {any} item */
function isItem(item) {
  if (typeof item?.itemType !== 'string' || typeof item.title !== 'string') return false;
  const hasNames = (/** @type {any} */ creator) =>
    typeof creator?.creatorType === 'string' &&
    (typeof creator.lastName === 'string' || typeof creator.name === 'string');
  return (item.creators ?? []).every(hasNames);
}
