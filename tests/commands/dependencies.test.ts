import { describe, expect, it } from 'vitest';
import { isInstalled } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-another-system': { version: '2.0.0', optional: true },
  },
};

describe('whether the packages are installed', () => {
  it.each([
    ['all are there', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['a version differs', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', {}, false],
    [
      'an optional one is there in another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '1.0.0' } },
      false,
    ],
  ])('knows when %s', (_case, packages, expected) => {
    expect(isInstalled(wanted, { packages })).toBe(expected);
  });

  it('takes a missing node_modules for not installed', () => {
    expect(isInstalled(wanted, {})).toBe(false);
  });
});
