// The build with a script of a test's that runs before everything else. Tests nothing itself.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from './browser';

/** Puts the build into `folder` with `script` in front of the background's own, and of those of the pages of these names. */
export function buildWithScript(folder: string, script: string, pages: readonly string[]): void {
  cpSync(builtExtension(), folder, { recursive: true });
  writeFileSync(join(folder, 'test-script.js'), script);
  const background = join(folder, 'background.js');
  writeFileSync(background, script + readFileSync(background, 'utf8'));
  for (const name of pages) {
    const page = join(folder, `${name}.html`);
    const html = readFileSync(page, 'utf8');
    writeFileSync(page, html.replace('<head>', '<head><script src="/test-script.js"></script>'));
  }
}
