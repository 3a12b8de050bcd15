// @ts-check
// Brings shipped.ts, with the extension's own code in it, into Node, bundled and minified as the build does it.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = fileURLToPath(new URL('shipped.ts', import.meta.url));

/** @returns {Promise<typeof import('./shipped')>} */
export async function loadShipped() {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['es'] } },
  });
  const [script] = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (script?.type !== 'chunk') throw new Error('Nothing came of bundling the ranker');
  return import(`data:text/javascript,${encodeURIComponent(script.code)}`);
}
