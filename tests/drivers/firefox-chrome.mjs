// @ts-check
// What only the browser's own code can do in Firefox: run scripts with its rights, and scripts in the background of an extension.

/**
 * @typedef {(body: string, ...args: unknown[]) => Promise<any>} ChromeScript
 *   runs a function body that may await; `arguments` holds JSON, and JSON comes back
 */

/** The browser's own object for the add-on whose id is the first argument. */
const extensionOf = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);`;

/**
 * @param {import('./playwright-wire.mjs').Wire} wire
 * @returns {ChromeScript}
 */
export function chromeScripts(wire) {
  return async (body, ...args) => {
    const { contexts } = await wire.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const answer = await wire.send('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify({
        value: await (async function () { ${body} }).apply(null, JSON.parse(args)),
      })`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context: contexts[0].context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value).value;
  };
}

/**
 * A script in a document the browser shows somewhere no remote protocol lists it, by a script of its frame. `find` is the body's part
 * that sets `frame` to the `<browser>` element; `source` is an expression, evaluated with the document's window as its global.
 * @param {ChromeScript} chromeScript @param {string} find @param {string} source @param {unknown[]} args of `find`
 * @param {boolean} [asReader] as if the reader had just pressed something
 * @returns {Promise<any>} JSON
 */
export async function scriptInFrame(chromeScript, find, source, args, asReader = false) {
  const inFrame = `(async () => {
    let answer;
    const handling = AS_READER ? content.windowUtils.setHandlingUserInput(true) : undefined;
    if (handling) content.document.notifyUserGestureActivation();
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      const value = await Cu.evalInSandbox(SOURCE, sandbox);
      answer = { value: value === undefined ? undefined : JSON.stringify(value) };
    } catch (error) {
      answer = { error: String(error) };
    } finally {
      handling?.destruct();
    }
    sendAsyncMessage(NAME, answer);
  })();`;
  const answer = await chromeScript(
    `const [, source, inFrame] = arguments;
    ${find}
    const name = 'papergloss-tests:' + Math.random();
    const script = inFrame.replace('SOURCE', () => JSON.stringify(source)).replace('NAME', () => JSON.stringify(name));
    return new Promise((resolve) => {
      frame.messageManager.addMessageListener(name, ({ data }) => resolve(data));
      frame.messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    });`,
    args[0],
    source,
    inFrame.replace('AS_READER', String(asReader)),
  );
  if (answer.error) throw new Error(answer.error);
  return answer.value === undefined ? undefined : JSON.parse(answer.value);
}

/**
 * @param {ChromeScript} chromeScript @param {string} addOn its id
 */
export function backgroundOf(chromeScript, addOn) {
  const findView = `${extensionOf}
    await extension.wakeupBackground?.();
    const frame = [...extension.views].find(({ viewType }) => viewType === 'background').xulBrowser;`;
  return {
    /** @returns {Promise<boolean>} */
    runs: () => chromeScript(`${extensionOf} return extension.backgroundState === 'running';`, addOn),
    /** Ends the event page as idleness does. @returns {Promise<void>} */
    stop: () => chromeScript(`${extensionOf} await extension.terminateBackground();`, addOn),
    /** @param {string} source an expression @returns {Promise<any>} JSON */
    evaluate: (source) => scriptInFrame(chromeScript, findView, source, [addOn]),
  };
}
