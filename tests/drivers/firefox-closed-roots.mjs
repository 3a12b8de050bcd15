// @ts-check
// Finds closed shadow roots and the elements in them in Firefox: BiDi tells of closed roots, too, and Xrays see past prototypes that a
// page overrides. The counterpart of closed-roots.mjs.
import { contextOf, wireOf } from './playwright-wire.mjs';

/**
 * @typedef {import('./closed-roots.mjs').Inside} Inside
 * @typedef {import('./playwright-wire.mjs').Wire} Wire
 */

/** @param {any} answer of `script.evaluate` or `script.callFunction` @returns {any} the remote value */
function resultOf(answer) {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result;
}

/**
 * @param {import('playwright-core').Page} page of a Firefox
 * @returns {Inside}
 */
export function insideFirefox(page) {
  const wire = wireOf(page);
  const target = () => ({ context: contextOf(page), sandbox: 'papergloss-tests' });

  /** @type {Inside['call']} */
  async function call(element, declaration, args) {
    const answer = await wire.send('script.callFunction', {
      functionDeclaration: `async function (args) {
        const value = await (${declaration}).apply(this, JSON.parse(args));
        return value === undefined ? undefined : JSON.stringify(value);
      }`,
      this: { sharedId: element },
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: target(),
      awaitPromise: true,
      userActivation: true,
    });
    const { value } = resultOf(answer);
    return value === undefined ? undefined : JSON.parse(value);
  }

  return {
    call,
    async findRoot(host) {
      const { selector, index } = typeof host === 'string' ? { selector: host, index: 0 } : host;
      const answer = await wire.send('script.evaluate', {
        expression: `document.querySelectorAll(${JSON.stringify(selector)})[${index}]`,
        target: target(),
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      });
      return resultOf(answer).value?.shadowRoot?.sharedId;
    },
    async findPart(root, part) {
      if (typeof part === 'string') {
        const answer = await wire.send('script.callFunction', {
          functionDeclaration: '(root, selector) => root.querySelector(selector)',
          arguments: [{ sharedId: root }, { type: 'string', value: part }],
          target: target(),
          awaitPromise: false,
          serializationOptions: { maxDomDepth: 0 },
        });
        return resultOf(answer).sharedId;
      }
      const { nodes } = await wire.send('browsingContext.locateNodes', {
        context: contextOf(page),
        locator: { type: 'accessibility', value: part },
        startNodes: [{ sharedId: root }],
        maxNodeCount: 1,
        serializationOptions: { maxDomDepth: 0 },
      });
      return nodes[0]?.sharedId;
    },
    async scrollTo(element) {
      await call(
        element,
        `function () {
          const { top, bottom, left, right } = this.getBoundingClientRect();
          const isInSight = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
          if (!isInSight) this.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        }`,
        [],
      );
    },
  };
}
