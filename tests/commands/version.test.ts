// The version stands in package.json alone: the lock file repeats it, WXT puts it into the manifest, nothing else names it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './dependencies.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { version, engines } = JSON.parse(read('package.json'));

const shipped = ['components', 'entrypoints', 'lib', 'public', '.github/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html|json|svg|yml)$/.test(file))
    .map((file) => join(folder, file)),
);

it('is written in one place', () => {
  const alone = new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d.])`);
  const naming = [...shipped, 'wxt.config.ts', '.ci/run'].filter((file) => alone.test(read(file)));
  expect(shipped.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});

it('is the one the lock file has', () => {
  const lock = JSON.parse(read('package-lock.json'));
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
});

it('is one that stores take: up to four numbers', () => {
  expect(version).toMatch(/^\d{1,5}(\.\d{1,5}){0,3}$/);
});

it.each(['check', 'package'])(
  'of Node in the workflow "%s" is the least that package.json asks for',
  (name) => {
    const [, node] = /node-version: ['"]([^'"]+)['"]/.exec(read(`.github/workflows/${name}.yml`)) ?? [];
    expect(`>=${node}`).toBe(engines.node);
  },
);
