// @ts-check
// Finds closed shadow roots and the elements in them through Chromium's debugging protocol, which sees what neither the page nor
// Playwright's locators can. Looks from a world of its own, so that a page that overrides prototypes cannot lie to a test.

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {Pick<import('playwright-core').CDPSession, 'send'>} CdpSession
 *
 * @typedef {string | { selector: string, index: number }} Host CSS selector of the host element; the first one, or the one at `index`
 * @typedef {string | { name: string, role?: string }} Part what is meant inside: CSS selector, or computed accessible name and role
 *
 * @typedef {object} Inside what a page's closed shadow roots are looked into with; roots and elements are remote objects of the browser
 * @property {(host: Host) => Promise<string | undefined>} findRoot undefined without host or shadow root
 * @property {(root: string, part: Part) => Promise<string | undefined>} findPart the first match
 * @property {(object: string, declaration: string, args: unknown[]) => Promise<any>} call runs the source of a function on the object;
 *   JSON in and out
 * @property {(element: string) => Promise<void>} scrollTo
 */

/** @param {Part} part */
export const describePart = (part) =>
  typeof part === 'string' ? part : `${part.role ?? 'element'} "${part.name}"`;

/** @type {WeakMap<Page, Promise<CdpSession>>} */
const sessions = new WeakMap();

/** @param {Page} page @returns {Promise<CdpSession>} */
function sessionOf(page) {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** @param {CdpSession} session @returns {Promise<number>} the context of a world of our own in the page's main frame */
async function ownWorld(session) {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'papergloss-tests',
  });
  return executionContextId;
}

/**
 * @param {CdpSession} session @param {Host} host
 * @returns {Promise<string | undefined>} remote object of the shadow root; undefined without host or shadow root
 */
async function findRoot(session, host) {
  const { selector, index } = typeof host === 'string' ? { selector: host, index: 0 } : host;
  const contextId = await ownWorld(session);
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `document.querySelectorAll(${JSON.stringify(selector)})[${index}]`,
  });
  if (!result.objectId) return undefined;
  const { node } = await session.send('DOM.describeNode', {
    objectId: result.objectId,
    depth: 1,
    pierce: true,
  });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId: contextId });
  return object.objectId;
}

/**
 * @param {CdpSession} session @param {string} objectId what `this` is
 * @param {string} declaration source of a function @param {unknown[]} args
 * @param {boolean} [byValue] false returns the remote object's id
 * @returns {Promise<any>}
 */
async function call(session, objectId, declaration, args, byValue = true) {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: declaration,
    arguments: args.map((value) => ({ value })),
    returnByValue: byValue,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return byValue ? result.value : result.objectId;
}

/** What a reader can act on or is told the role of; only these are looked for by name. */
const namedElements =
  'a[href], button, input, select, textarea, summary, h1, h2, h3, img, svg, [role], [tabindex], [aria-label]';

/**
 * The first element with this computed name, as assistive technology hears it. Asked element by element, because
 * `Accessibility.queryAXTree` finds nothing inside closed shadow roots.
 * @param {CdpSession} session @param {string} rootId @param {{ name: string, role?: string }} wanted
 * @returns {Promise<string | undefined>} remote object
 */
async function findByName(session, rootId, { name, role }) {
  const list = await call(
    session,
    rootId,
    'function (selector) { return [...this.querySelectorAll(selector)]; }',
    [namedElements],
    false,
  );
  const { result } = await session.send('Runtime.getProperties', { objectId: list, ownProperties: true });
  for (const { value } of result) {
    if (value?.subtype !== 'node' || !value.objectId) continue;
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      objectId: value.objectId,
      fetchRelatives: false,
    });
    const heard = nodes.find((node) => !node.ignored);
    if (heard?.name?.value === name && (role === undefined || heard.role?.value === role))
      return value.objectId;
  }
  return undefined;
}

/**
 * @param {CdpSession} session @param {string} rootId @param {Part} part
 * @returns {Promise<string | undefined>} remote object of the first match
 */
function findPart(session, rootId, part) {
  if (typeof part !== 'string') return findByName(session, rootId, part);
  return call(session, rootId, 'function (selector) { return this.querySelector(selector); }', [part], false);
}

/** @param {CdpSession} session @returns {Inside} */
export const insideOf = (session) => ({
  findRoot: (host) => findRoot(session, host),
  findPart: (root, part) => findPart(session, root, part),
  call: (object, declaration, args) => call(session, object, declaration, args),
  scrollTo: async (element) => {
    await session.send('DOM.scrollIntoViewIfNeeded', { objectId: element });
  },
});

/** @param {Page} page of a Chromium @returns {Promise<Inside>} */
export const insideChromium = async (page) => insideOf(await sessionOf(page));
