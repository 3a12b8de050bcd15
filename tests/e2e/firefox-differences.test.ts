// The table of what is not run in Firefox names what there is, and each file of it counts as skipped, with its reason.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesNotInFirefox, firefoxDifferences } from './firefox-differences';

const pathOf = (file: string) => new URL(file, import.meta.url);

it.each(firefoxDifferences)(
  '$file: $test is a test that exists, and the reason a sentence',
  ({ file, test, reason }) => {
    expect(existsSync(pathOf(file))).toBe(true);
    if (test !== undefined) expect(readFileSync(pathOf(file), 'utf8')).toContain(test);
    expect(reason).toMatch(/^[A-Z].*\.$/);
  },
);

it('names each once', () => {
  const rows = firefoxDifferences.map(({ file, test = '' }) => `${file}: ${test}`);
  expect(rows).toEqual([...new Set(rows)]);
});

describe.skipIf(process.env.BROWSER !== 'firefox')('not run in Firefox', () => {
  for (const file of filesNotInFirefox) {
    const { reason = '' } = firefoxDifferences.find((difference) => difference.file === file) ?? {};
    it.skip(`${file}: ${reason}`, () => {});
  }
});
