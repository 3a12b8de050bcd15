// @ts-check
// The floor for what a content script costs a page: an extension whose content script does nothing, built by WXT as any other.
// A script of one line would be no floor: what WXT puts around every content script (its context, the events by which a newer copy
// ends an older one, the start in a promise) is what any extension of this kind pays before it does anything.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { openChromium } from '../drivers/chromium.mjs';

/** Within the project, so that the imports find its packages; not in its root, so that nothing takes it for source. */
const output = fileURLToPath(new URL('../../.output/', import.meta.url));

/** @param {string[]} matches @param {string} runAt */
const entrypoint = (matches, runAt) => `import { defineContentScript } from 'wxt/utils/define-content-script';
export default defineContentScript({ matches: ${JSON.stringify(matches)}, runAt: ${JSON.stringify(runAt)}, main() {} });
`;

/** @param {string} root where its source goes @param {string} extension see `openBare` @returns {Promise<string>} folder of the build */
async function buildBare(root, extension) {
  const { content_scripts } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  if (content_scripts?.length !== 1) throw new Error('The bare content script stands for exactly one');
  const [{ matches, run_at }] = content_scripts;
  mkdirSync(join(root, 'entrypoints'));
  writeFileSync(join(root, 'entrypoints/bare.content.ts'), entrypoint(matches, run_at));
  await build({
    root,
    configFile: false,
    browser: 'chrome',
    manifestVersion: 3,
    imports: false,
    manifest: { name: 'Bare', version: '1' },
    // As in wxt.config.ts, so that both are compiled from the same kind of code.
    vite: () => ({ build: { sourcemap: false, target: 'esnext' } }),
  });
  return join(root, '.output/chrome-mv3');
}

/**
 * Opens a Chromium with it.
 * @param {import('./bench-row').BenchContext} context whose extension's content script the bare one stands for: same pages, same moment
 * @param {import('../stand-in/web.mjs').Web} web
 * @returns {Promise<Pick<import('../drivers/chromium.mjs').Chromium, 'context' | 'close'>>}
 * @throws when the extension has not exactly one content script
 */
export async function openBare({ executablePath, extension }, web) {
  mkdirSync(output, { recursive: true });
  const root = mkdtempSync(join(output, 'bare-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    const folder = await buildBare(root, extension);
    const { context, close } = await openChromium({ executablePath, extension: folder, web });
    return {
      context,
      async close() {
        await close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
