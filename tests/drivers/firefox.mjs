// @ts-check
// What tests do in a real Firefox that has the extension: the verbs of chromium.mjs and shadow.mjs, spoken over Marionette.
import { addOnId, extensionUuid, startFirefox } from './firefox-process.mjs';
import { until } from './until.mjs';

/**
 * @typedef {object} Firefox
 * @property {string} popupUrl
 * @property {(name: string) => string} pageUrl address of one of the extension's pages
 * @property {(url: string) => Promise<void>} goto waits for `load`
 * @property {() => Promise<string>} newTab opens an empty tab and goes there; returns its name
 * @property {() => Promise<string>} currentTab
 * @property {(name: string) => Promise<void>} switchTo the tab that all that follows is about
 * @property {(body: string, ...args: unknown[]) => Promise<any>} script runs a function body in the page; `arguments` holds JSON
 * @property {(body: string, ...args: unknown[]) => Promise<any>} chromeScript the same with the browser's own rights; may await
 * @property {(body: string, timeout?: number) => Promise<any>} waitFor until the function body says something truthy; 5 s
 * @property {(host: string, read: (root: ShadowRoot, ...args: any[]) => unknown, ...args: unknown[]) => Promise<any>} shadowEval
 *   runs `read` on the closed shadow root of the first `host`, now
 * @property {(host: string, selector?: string, timeout?: number) => Promise<string>} shadowText waits for host and element
 * @property {(host: string, selector: string, timeout?: number) => Promise<void>} shadowClick a trusted click
 * @property {() => Promise<void>} back
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} stopBackground ends the event page as idleness does; the next message wakes it
 * @property {() => Promise<Buffer>} screenshot PNG of the viewport
 * @property {() => Promise<string[]>} ownErrors what the browser's console holds of errors in files of the extension
 * @property {() => Promise<void>} close
 * @property {() => Promise<void>} kill SIGKILL, as a crash: nothing is flushed, the profile stays
 */

const defaultTimeout = 5_000;
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const shadowKey = 'shadow-6066-11e4-a52e-4f735466cecf';

/** What Firefox notes where a page was closed, or a background replaced, before the browser had answered it: nobody's error. */
const endedEarlier = 'Promise resolved after context unloaded';

/** The browser's own object for the add-on whose id is the first argument. */
const extensionOf = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);`;

/**
 * @param {import('./firefox-process.mjs').FirefoxOptions} options
 * @returns {Promise<Firefox>}
 * @throws when the browser does not start or refuses the extension
 */
export async function openFirefox(options) {
  const { send, end, kill } = await startFirefox(options);
  const { extension } = options;
  /** @param {string} body @param {unknown[]} args */
  const script = async (body, ...args) =>
    (await send('WebDriver:ExecuteScript', { script: body, args })).value;

  /** @param {string} body @param {unknown[]} args */
  async function chromeScript(body, ...args) {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      const waiting = `const done = arguments[arguments.length - 1];
        (async function () { ${body} }).apply(null, arguments).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value } = await send('WebDriver:ExecuteAsyncScript', { script: waiting, args });
      if (value.error) throw new Error(value.error);
      return value.value;
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** @param {string} host @returns {Promise<string>} reference of the closed shadow root */
  async function findRoot(host) {
    const { value: element } = await send('WebDriver:FindElement', { using: 'css selector', value: host });
    const { value: root } = await send('WebDriver:GetShadowRoot', { id: element[elementKey] });
    return root[shadowKey];
  }

  /** @param {string} host @param {string} selector */
  async function findPart(host, selector) {
    const shadowRoot = await findRoot(host);
    const { value } = await send('WebDriver:FindElementFromShadowRoot', {
      shadowRoot,
      using: 'css selector',
      value: selector,
    });
    return value[elementKey];
  }

  /** @type {Firefox['shadowEval']} */
  async function shadowEval(host, read, ...args) {
    const root = { [shadowKey]: await findRoot(host) };
    return script(`return (${read})(...arguments);`, root, ...args);
  }

  /** @param {string} name */
  const switchTo = (name) => send('WebDriver:SwitchToWindow', { handle: name, focus: true });

  /** @param {string} name */
  const pageUrl = (name) => `moz-extension://${extensionUuid}/${name}.html`;

  return {
    popupUrl: pageUrl('popup'),
    pageUrl,
    script,
    chromeScript,
    shadowEval,
    goto: (url) => send('WebDriver:Navigate', { url }),
    async newTab() {
      const { handle } = await send('WebDriver:NewWindow', { type: 'tab', focus: true });
      await switchTo(handle);
      return handle;
    },
    currentTab: async () => (await send('WebDriver:GetWindowHandle')).value,
    switchTo,
    back: () => send('WebDriver:Back'),
    waitFor: (body, timeout = defaultTimeout) => until(() => script(body), body, timeout),
    shadowText: (host, selector, timeout = defaultTimeout) =>
      until(
        () =>
          shadowEval(
            host,
            (root, wanted) => {
              const elements = wanted ? [root.querySelector(wanted)] : [...root.children];
              const texts = elements.map((element) =>
                // biome-ignore lint/performance/useDomNodeTextContent: what is hidden from the reader must not count
                element instanceof HTMLElement ? element.innerText : '',
              );
              return texts.join(' ').replace(/\s+/g, ' ').trim();
            },
            selector ?? '',
          ),
        `the text of ${selector ?? 'everything'} in ${host}`,
        timeout,
      ),
    async shadowClick(host, selector, timeout = defaultTimeout) {
      const id = await until(() => findPart(host, selector), `${selector} in ${host}`, timeout);
      await send('WebDriver:ElementClick', { id });
    },
    backgroundRuns: () =>
      chromeScript(`${extensionOf} return extension.backgroundState === 'running';`, addOnId(extension)),
    stopBackground: () =>
      chromeScript(`${extensionOf} await extension.terminateBackground();`, addOnId(extension)),
    screenshot: async () =>
      Buffer.from((await send('WebDriver:TakeScreenshot', { full: false })).value, 'base64'),
    ownErrors: () =>
      chromeScript(
        `return Services.console.getMessageArray()
          .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
          .filter(({ sourceName }) => sourceName.includes(arguments[0]))
          .filter(({ errorMessage }) => !errorMessage.startsWith(arguments[1]))
          .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + ' (' + sourceName + ':' + lineNumber + ')');`,
        extensionUuid,
        endedEarlier,
      ),
    close: end,
    kill,
  };
}
