// @ts-check
// Faults on demand: what a test wants the stand-in feed to get wrong, for the next request or for all of them.

/**
 * @typedef {object} Fault
 * @property {'status' | 'html' | 'malformed' | 'body' | 'timeout' | 'reset'} [kind] default `status`:
 *   `status` answers with `status` and a JSON error; `html` with a page instead of JSON; `malformed` with JSON that breaks off;
 *   `body` with `body`; `timeout` never answers; `reset` cuts the connection
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
  { kind = 'status', status, retryAfter, body = '', contentType = 'application/json' },
  response,
) {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  if (kind === 'timeout') return;
  if (kind === 'reset') {
    response.socket?.destroy();
  } else if (kind === 'html') {
    response.writeHead(status ?? 200, { ...headers, 'content-type': 'text/html' });
    response.end('<!DOCTYPE html><title>Back soon</title><h1>We are doing some work</h1>');
  } else if (kind === 'malformed') {
    response.writeHead(status ?? 200, { ...headers, 'content-type': 'application/json' });
    response.end('[{"paper":{"id":"2606.00001","title":"Cut off in the mid');
  } else if (kind === 'body') {
    response.writeHead(status ?? 200, { ...headers, 'content-type': contentType });
    response.end(body);
  } else {
    response.writeHead(status ?? 500, { ...headers, 'content-type': 'application/json' });
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
