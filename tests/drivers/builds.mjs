// @ts-check
// Where the built extension lies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const output = fileURLToPath(new URL('../../.output', import.meta.url));

const scripts = { chrome: 'build', firefox: 'build:firefox' };

/**
 * The folder of the unpacked build for a browser.
 * @param {'chrome' | 'firefox'} browser
 * @throws when it was not built yet
 */
export function buildFolder(browser) {
  const folder = join(output, `${browser}-mv3`);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in .output/${browser}-mv3: run "npm run ${scripts[browser]}" first`);
}
