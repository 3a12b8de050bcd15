// The packages: each has a reason, an exact version and no need to run anything when it is installed. Reads files; asks no registry.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './dependencies.mjs';
import { nameOf, shippedPackages } from './notice/shipped-packages.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

/** The packages that a table of CONTRIBUTING gives a reason for: `name` → the reason. */
function reasonsBelow(line: string): Map<string, string> {
  const [, after = ''] = read('CONTRIBUTING.md').split(`\n${line}\n\n`);
  const [table = ''] = after.split('\n\n');
  const rows = table
    .split('\n')
    .slice(2)
    .filter((row) => row.startsWith('|'));
  return new Map(
    rows.flatMap((row) => {
      const [, names = '', why = ''] = row.split('|').map((cell) => cell.trim());
      return names.split(', ').map((name) => [name.replace(/ \(.*$/, ''), why] as const);
    }),
  );
}

/** What package.json names and no row does, and the other way round. `@types/*` is a row for all types that have none of their own. */
function disagreements(packages: Record<string, string>, reasons: Map<string, string>): string[] {
  const names = Object.keys(packages);
  const covered = (name: string) =>
    reasons.has(name) || (name.startsWith('@types/') && reasons.has('@types/*'));
  const used = (row: string) =>
    names.includes(row) || (row === '@types/*' && names.some((name) => name.startsWith('@types/')));
  const empty = [...reasons].filter(([, why]) => why === '').map(([row]) => `${row} has no reason`);
  return [
    ...names.filter((name) => !covered(name)).map((name) => `${name} has no row`),
    ...[...reasons.keys()].filter((row) => !used(row)).map((row) => `${row} is not in package.json`),
    ...empty,
  ];
}

describe('the packages', () => {
  it.each([
    ['What ships:', dependencies],
    ['What builds and checks:', devDependencies],
  ])('all have a reason in CONTRIBUTING below “%s”, and nothing else has', (line, packages) => {
    expect(reasonsBelow(line).size).toBeGreaterThan(0);
    expect(disagreements(packages, reasonsBelow(line))).toEqual([]);
  });

  it('would be missed there, as would a row that is left behind', () => {
    const reasons = new Map([
      ['old', 'why'],
      ['empty', ''],
    ]);
    expect(disagreements({ fresh: '1.0.0', empty: '1.0.0' }, reasons)).toEqual([
      'fresh has no row',
      'old is not in package.json',
      'empty has no reason',
    ]);
  });

  it('are named in exact versions, and locked in these', () => {
    for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`].version, name).toBe(version);
    }
  });

  it('are locked by their bytes, and without the address of a registry', () => {
    const locked = Object.entries<Record<string, unknown>>(lock.packages).filter(([path]) => path !== '');
    // Builds of tools for other systems, which the lock file was made without; none of them ships.
    const elsewhere = ([path, { optional }]: (typeof locked)[number]) =>
      optional && !existsSync(join(root, path));
    const unproved = locked.filter(([, { integrity }]) => !/^sha512-/.test(String(integrity)));
    expect(unproved.filter((entry) => !elsewhere(entry)).map(([path]) => path)).toEqual([]);
    expect(shippedPackages(lock).filter(([, { optional }]) => optional)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('that ship run nothing when they are installed', () => {
    const running = shippedPackages(lock).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([path]) => nameOf(path))).toEqual([]);
  });

  it('cannot run anything when they are installed, whoever installs them', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    const installing = [
      'tests/commands/dependencies.mjs',
      '.ci/run',
      '.github/workflows/check.yml',
      '.github/workflows/package.yml',
    ].filter((path) => existsSync(join(root, path)));
    for (const path of installing) {
      const calls = read(path).match(/(?:run: |&& |^ *)npm (?:ci|install|i)\b.*$|\['ci',.*$/gm) ?? [];
      for (const call of calls) expect(call, path).toContain('--ignore-scripts');
    }
  });
});
