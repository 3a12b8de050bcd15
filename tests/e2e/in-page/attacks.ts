// What a page that is against us runs in its own world: scripts it begins with, and what it looks for. Sent as source; knows nothing of the
// test around it.

/** Our elements as custom elements of the page's, which keep whatever the browser gives them. */
export const takeOurNames = `window.internals = []; window.met = [];
      for (const name of ['papergloss-card', 'papergloss-badge', 'papergloss-bar']) customElements.define(name, class extends HTMLElement {
        constructor() { super(); met.push('made'); internals.push(this.attachInternals()); }
        connectedCallback() { met.push('connected'); }
      });`;

/** The same, each with a shadow root of the page's. */
export const rootsOfItsOwn = `customElements.define('papergloss-badge', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<b>not ours</b>'; }
      });`;

/** Notes every call of what scripts draw, ask and tell with. */
export const listenEverywhere = `window.heard = [];
      const hear = (target, name) => {
        const own = target[name];
        target[name] = function (...args) { heard.push(name); return own.apply(this, args); };
      };
      hear(Element.prototype, 'attachShadow'); hear(Document.prototype, 'createElement'); hear(Document.prototype, 'adoptNode');
      hear(Node.prototype, 'appendChild'); hear(Element.prototype, 'after'); hear(Element.prototype, 'append');
      hear(Array.prototype, 'map'); hear(Array.prototype, 'push'); hear(JSON, 'parse'); hear(Promise.prototype, 'then');
      hear(ShadowRoot.prototype, 'getElementById'); hear(EventTarget.prototype, 'dispatchEvent'); hear(window, 'postMessage');
      heard.length = 0;
      addEventListener('message', () => heard.push('a message'));`;

/** Notes whatever happens to the document once it is parsed. */
export const watchDocument = `window.seen = [];
  for (const type of ['message', 'error', 'unhandledrejection', 'focusin', 'scroll', 'resize', 'storage', 'pointerover'])
    addEventListener(type, () => seen.push(type), true);
  const observer = new MutationObserver((records) => seen.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)));
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  addEventListener('DOMContentLoaded', () => { observer.takeRecords(); seen.length = 0; });`;

/** Which of the files, below `root`, the page can fetch, or load as what they are. */
export async function reachedFiles({ root, files }: { root: string; files: string[] }): Promise<string[]> {
  const loads = (tag: 'img' | 'script' | 'link', url: string) =>
    new Promise<string[]>((done) => {
      const element = Object.assign(
        document.createElement(tag),
        tag === 'link' ? { rel: 'stylesheet', href: url } : { src: url },
      );
      element.onload = () => done([`${tag} ${url}`]);
      element.onerror = () => done([]);
      document.head.append(element);
    });
  const fetched = await Promise.all(
    files.map((file) =>
      fetch(`${root}${file}`).then(
        () => [`fetch ${file}`],
        () => [],
      ),
    ),
  );
  const elements = files.flatMap((file) => {
    if (/\.js$/.test(file)) return [loads('script', `${root}${file}`)];
    if (/\.css$/.test(file)) return [loads('link', `${root}${file}`)];
    return /\.(?:png|svg)$/.test(file) ? [loads('img', `${root}${file}`)] : [];
  });
  return [...fetched, ...(await Promise.all(elements))].flat();
}

/** Everything a page can look at without asking: what it saw, and what there is. */
export const tracesOfUs = () => ({
  seen: Reflect.get(window, 'seen'),
  globals: Object.getOwnPropertyNames(window).filter((name) => /gloss|wxt/i.test(name)),
  resources: performance.getEntriesByType('resource').filter(({ name }) => /extension:/.test(name)).length,
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  elements: [...document.querySelectorAll('*')].filter(({ localName }) => /gloss/.test(localName)).length,
  attributes: document.documentElement.attributes.length + document.body.attributes.length,
  storage: localStorage.length + sessionStorage.length,
  runtime: typeof Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime'),
});
