// @ts-check
// The wire between Playwright and a Firefox, WebDriver BiDi: lets commands of our own through, and answers what this Firefox cannot.
// The only file that knows names Playwright keeps to itself; its version is pinned, and what is missing is said at once.
import { firefox } from 'playwright-core';
import { navigationNames } from './navigation-names.mjs';

/**
 * @typedef {object} Message
 * @property {number} [id]
 * @property {string} [type]
 * @property {string} [method]
 * @property {any} [params]
 * @property {any} [result]
 * @property {string} [error]
 * @property {string} [message]
 *
 * @typedef {object} Transport
 * @property {(message: Message) => void} send
 * @property {(message: Message) => void} onmessage
 *
 * @typedef {object} Wire
 * @property {(method: string, params: object) => Promise<any>} send a command of our own; rejects with what Firefox says
 * @property {number} processId of the browser itself, which is not always what was started
 */

/** Above all that Playwright counts to. */
const firstOwnId = 1_000_000_000;

/** Within this time a document that loads anew has been committed, ms. */
const commitTime = 500;

/** Pages of these schemes load without telling it: their `load` is asked for instead. */
const silentAddress = /^(moz-extension|about):/;

const waitForLoad = `new Promise((resolve) => {
  if (document.readyState === 'complete') resolve();
  else addEventListener('load', () => resolve(), { once: true });
})`;

/** @param {unknown} object of Playwright's interface @returns {any} what carries it out, in the same process */
function implementationOf(object) {
  const found = /** @type {any} */ (object)._connection?.toImpl?.(object);
  if (found) return found;
  throw new Error(
    'This version of playwright-core hides its implementation: see tests/drivers/playwright-wire.mjs',
  );
}

/** @param {import('playwright-core').Page} page @returns {string} the browsing context, as BiDi names it */
export function contextOf(page) {
  return implementationOf(page).delegate._session.sessionId;
}

/** @type {WeakMap<object, Wire>} by the browser's context */
const wires = new WeakMap();

/** @param {import('playwright-core').Page} page of a Firefox @returns {Wire} */
export function wireOf(page) {
  const wire = wires.get(page.context());
  if (!wire) throw new Error('This page is not one of a Firefox that was opened here');
  return wire;
}

/** @param {import('playwright-core').Page} page */
export const isFirefoxPage = (page) => wires.has(page.context());

/**
 * @param {Transport} transport
 * @param {(scheme: 'light' | 'dark', context: string | undefined) => void} onColorScheme
 * @returns {Wire}
 */
function tap(transport, onColorScheme) {
  const pass = transport.send.bind(transport);
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Map<number, string>} */
  const closing = new Map();
  /** Ways through the history, and the navigation each has begun. @type {Map<number, { context: string, begun?: any }>} */
  const traversals = new Map();
  const names = navigationNames();
  let lastId = firstOwnId;
  /** @type {Wire} */
  const wire = {
    processId: 0,
    send: (method, params) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        pass({ id: lastId, method, params });
      }),
  };
  /** @param {Message} message */
  const answer = (message) => queueMicrotask(() => transport.onmessage(message));

  transport.send = (message) => {
    if (message.method === 'emulation.setMediaFeaturesOverride') {
      const scheme = message.params.features['prefers-color-scheme'];
      onColorScheme(scheme === 'dark' ? 'dark' : 'light', message.params.contexts?.[0]);
      answer({ type: 'success', id: message.id, result: {} });
      return;
    }
    // Playwright opens each page as a window, and what we test is about tabs.
    if (message.method === 'browsingContext.create') message.params.type = 'tab';
    if (message.method === 'browsingContext.navigate') names.asked(message.params.context);
    if (message.method === 'browsingContext.reload') message.params.wait = 'none';
    if (message.method === 'browsingContext.traverseHistory' && message.id)
      traversals.set(message.id, { context: message.params.context });
    if (message.method === 'browsingContext.close' && message.id)
      closing.set(message.id, message.params.context);
    pass(message);
  };

  /** @param {Message['params']} navigation */
  async function tellLoad({ context, navigation, url }) {
    await wire
      .send('script.evaluate', {
        expression: waitForLoad,
        target: { context, sandbox: 'papergloss-load' },
        awaitPromise: true,
      })
      .catch(() => {});
    for (const method of ['browsingContext.domContentLoaded', 'browsingContext.load'])
      transport.onmessage({
        type: 'event',
        method,
        params: { context, navigation, url, timestamp: Date.now() },
      });
  }

  /** Of a page of the extension nobody says that it is gone. @param {number} id */
  function tellClosed(id) {
    const params = { context: closing.get(id), parent: null, children: null, url: '' };
    closing.delete(id);
    transport.onmessage({ type: 'event', method: 'browsingContext.contextDestroyed', params });
  }

  /** @param {string} context */
  const traversalIn = (context) => [...traversals].find(([, traversal]) => traversal.context === context);

  /** A document that was kept alive is simply there again, and nobody says so. @param {number} id */
  function tellTraversed(id) {
    const begun = traversals.get(id)?.begun;
    if (!traversals.delete(id) || !begun) return;
    transport.onmessage({ type: 'event', method: 'browsingContext.navigationCommitted', params: begun });
    tellLoad(begun);
  }

  // Playwright sets its own handler right after this.
  queueMicrotask(() => {
    const handle = transport.onmessage.bind(transport);
    transport.onmessage = (message) => {
      const own = message.id === undefined ? undefined : waiting.get(message.id);
      if (own) {
        waiting.delete(/** @type {number} */ (message.id));
        if (message.type === 'error') own.reject(new Error(`${message.error}: ${message.message}`));
        else own.resolve(message.result);
        return;
      }
      wire.processId ||= message.result?.capabilities?.['moz:processID'] ?? 0;
      names.heard(message);
      handle(message);
      if (message.id !== undefined && message.type === 'success' && closing.has(message.id))
        tellClosed(message.id);
      if (message.id !== undefined && traversals.has(message.id))
        setTimeout(tellTraversed, commitTime, message.id);
      const { context, url = '' } = message.params ?? {};
      const [id, traversal] = traversalIn(context) ?? [];
      if (message.method === 'browsingContext.navigationStarted' && traversal)
        traversal.begun = message.params;
      if (message.method !== 'browsingContext.navigationCommitted') return;
      if (id !== undefined) traversals.delete(id);
      if (silentAddress.test(url)) tellLoad(message.params);
    };
  });
  return wire;
}

/** Launches go one after the other: the wire of each is told by which comes next. */
let last = Promise.resolve();

/**
 * Runs `launch`, which launches a Firefox by Playwright, and taps its wire.
 * @template {import('playwright-core').BrowserContext} Result
 * @param {() => Promise<Result>} launch
 * @param {(scheme: 'light' | 'dark', context: string | undefined) => void} onColorScheme
 * @returns {Promise<{ result: Result, wire: Wire }>}
 */
export function launchTapped(launch, onColorScheme) {
  const launching = last.then(async () => {
    const type = implementationOf(firefox)._bidiFirefox;
    if (!type?.connectToTransport)
      throw new Error('This version of playwright-core speaks no BiDi with Firefox');
    const connect = type.connectToTransport;
    /** @type {Wire | undefined} */
    let wire;
    type.connectToTransport = (/** @type {Transport} */ transport, /** @type {object} */ options) => {
      wire = tap(transport, onColorScheme);
      return connect.call(type, transport, options);
    };
    try {
      const result = await launch();
      if (!wire) throw new Error('Firefox was launched without a wire');
      wires.set(result, wire);
      return { result, wire };
    } finally {
      type.connectToTransport = connect;
    }
  });
  last = launching.then(
    () => {},
    () => {},
  );
  return launching;
}
