// @ts-check
// Brings a module of in-page/, with the project's own code in it, into a page, bundled and minified as the build does it.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {URL} module @returns {Promise<string>} a classic script that leaves the exports in the global `bench` */
async function bundle(module) {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: fileURLToPath(module), formats: ['iife'], name: 'bench' },
    },
  });
  const [script] = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (script?.type !== 'chunk') throw new Error(`Nothing came of bundling ${module.pathname}`);
  return script.code;
}

/**
 * Loads the module, once for every document, and gives a way to call what it exports. By the debugging protocol, because the
 * content security policy of the extension's pages lets no other script in.
 * @template {Record<string, (...args: any[]) => any>} Exports
 * @param {URL} module
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{
 *   enter: () => Promise<void>,
 *   call: <Name extends keyof Exports & string>(
 *     name: Name, ...args: Parameters<Exports[Name]>
 *   ) => Promise<Awaited<ReturnType<Exports[Name]>>>,
 * }>} `enter`: loads it into the document that is there now
 */
export async function loadInPage(module, page) {
  const code = await bundle(module);
  const session = await page.context().newCDPSession(page);

  /** @param {string} expression */
  async function evaluate(expression) {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  const enter = () => evaluate(`${code};undefined`);
  await enter();
  return {
    enter,
    call: (name, ...args) => evaluate(`bench.${name}(...${JSON.stringify(args)})`),
  };
}
