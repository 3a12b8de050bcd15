// @ts-check
// Faults on demand: what a test wants the stand-in feed to get wrong, for the next request or for all of them.
import { gzipBomb } from './gzip-bomb.mjs';

/**
 * @typedef {object} Fault
 * @property {'status' | 'html' | 'malformed' | 'body' | 'timeout' | 'reset' | 'cut' | 'trickle' | 'bomb' | 'redirect'} [kind] default `status`:
 *   `status` answers with `status` and a JSON error; `html` with a page instead of JSON; `malformed` with JSON that breaks off;
 *   `body` with `body`; `timeout` never answers; `reset` cuts the connection, `cut` in the middle of the answer;
 *   `trickle` sends a space five times a second, for ever; `bomb` sends 200 MB of spaces in 200 kB; `redirect` sends on to `location`
 * @property {string} [location] for `redirect`
 * @property {number} [status] default 500 for `status`, 200 for the others
 * @property {string} [retryAfter] the `Retry-After` header: seconds or an HTTP date
 * @property {string} [body] for `body`
 * @property {string} [contentType] for `body`; default JSON
 * @property {string} [path] only requests whose path and query contain this text
 *
 * @typedef {object} Faults
 * @property {(fault: Fault) => void} next the next request it applies to; several queue up
 * @property {(fault: Fault) => void} always every request it applies to, until `clear`
 * @property {() => void} clear
 * @property {(path: string, response: import('node:http').ServerResponse) => boolean} inject
 *   answers with the fault that applies, if one does; says whether it did
 */

/** @param {Fault} fault @param {import('node:http').ServerResponse} response */
function answer(
  { kind = 'status', status, retryAfter, body = '', contentType = 'application/json', location = '/' },
  response,
) {
  const json = { 'content-type': 'application/json' };
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  if (kind === 'timeout') return;
  if (kind === 'reset') {
    response.socket?.destroy();
  } else if (kind === 'cut') {
    response.writeHead(status ?? 200, { ...json, 'content-length': '1000' }).write('[{"paper":');
    // What was written is sent first.
    setTimeout(() => response.destroy(), 50);
  } else if (kind === 'trickle') {
    response.writeHead(status ?? 200, json).write('[');
    const trickling = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(trickling));
  } else if (kind === 'bomb') {
    response.writeHead(status ?? 200, { ...json, 'content-encoding': 'gzip' }).end(gzipBomb());
  } else if (kind === 'redirect') {
    response.writeHead(status ?? 302, { location }).end();
  } else if (kind === 'html') {
    response.writeHead(status ?? 200, { ...headers, 'content-type': 'text/html' });
    response.end('<!DOCTYPE html><title>Back soon</title><h1>We are doing some work</h1>');
  } else if (kind === 'malformed') {
    response.writeHead(status ?? 200, { ...headers, ...json });
    response.end('[{"paper":{"id":"2606.00001","title":"Cut off in the mid');
  } else if (kind === 'body') {
    response.writeHead(status ?? 200, { ...headers, 'content-type': contentType });
    response.end(body);
  } else {
    response.writeHead(status ?? 500, { ...headers, ...json });
    response.end(JSON.stringify({ error: `Fault on demand: ${status ?? 500}` }));
  }
}

/** @returns {Faults} */
export function createFaults() {
  /** @type {Fault[]} */
  let queue = [];
  /** @type {Fault[]} */
  let standing = [];
  return {
    next: (fault) => void queue.push(fault),
    always: (fault) => void standing.push(fault),
    clear() {
      queue = [];
      standing = [];
    },
    inject(path, response) {
      /** @param {Fault} fault */
      const applies = (fault) => fault.path === undefined || path.includes(fault.path);
      const once = queue.find(applies);
      queue = queue.filter((fault) => fault !== once);
      const fault = once ?? standing.find(applies);
      if (fault) answer(fault, response);
      return fault !== undefined;
    },
  };
}
