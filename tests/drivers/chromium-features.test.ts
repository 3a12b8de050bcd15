import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { playwrightsDisabled } from './chromium-features.mjs';

/** The list as it stands in the installed version. */
function listOfPlaywright(): string[] {
  const source = readFileSync(
    createRequire(import.meta.url).resolve('playwright-core/lib/coreBundle'),
    'utf8',
  );
  const list = /\bdisabledFeatures = \[([^\]]+)\]/.exec(source)?.[1] ?? '';
  return [...list.replace(/\/\/.*$/gm, '').matchAll(/"(\w+)"/g)].map(([, feature = '']) => feature);
}

describe('what Chromium leaves off', () => {
  it('is all that Playwright asks for, too', () => {
    expect(playwrightsDisabled).toEqual(listOfPlaywright());
  });
});
