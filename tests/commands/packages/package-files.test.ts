// What goes into the packages: a build and nothing else, and sources that are enough to build it again.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../dependencies.mjs';
import { buildFiles, checkBuild, sourceFiles, sourcePaths } from './package-files.mjs';
import { zipArchive } from './zip-archive.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergloss-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function writeBuild() {
  write('manifest.json', '{"version": "1.2.3"}');
  write('chunks/popup.js', 'run()');
  write('_locales/en/messages.json', '{}');
}

describe('the package of a build', () => {
  it('holds every file of the build with its own bytes', () => {
    writeBuild();
    const files = buildFiles(folder);
    expect(files.map(({ path }) => path).sort()).toEqual([
      '_locales/en/messages.json',
      'chunks/popup.js',
      'manifest.json',
    ]);
    for (const { path, bytes } of files) expect(bytes).toEqual(readFileSync(join(folder, path)));
  });

  it('is the same for two builds that are the same', () => {
    writeBuild();
    const first = zipArchive(buildFiles(folder));
    rmSync(folder, { recursive: true });
    writeBuild();
    expect(zipArchive(buildFiles(folder)).equals(first)).toBe(true);
  });

  it.each(['.DS_Store', 'chunks/popup.js.map', 'chunks/.popup.js.swp', 'popup.html~'])(
    'refuses a build with %s',
    (path) => {
      writeBuild();
      write(path, '');
      expect(() => buildFiles(folder)).toThrow(`${path} does not belong into a package`);
    },
  );

  it('refuses a build of another version', () => {
    writeBuild();
    const check = () => checkBuild(buildFiles(folder), { version: '1.2.4', root: '/somewhere/' });
    expect(check).toThrow('The build is version 1.2.3, package.json says 1.2.4');
  });

  it('refuses a build that names the folder it was built in', () => {
    writeBuild();
    write('chunks/popup.js', 'load("/somewhere/lib/a.ts")');
    const check = () => checkBuild(buildFiles(folder), { version: '1.2.3', root: '/somewhere/' });
    expect(check).toThrow('chunks/popup.js names the folder');
  });

  it('lets pass a build that is as it should be', () => {
    writeBuild();
    expect(() => checkBuild(buildFiles(folder), { version: '1.2.3', root: '/somewhere/' })).not.toThrow();
  });
});

/** Relative imports of the commands' own files. */
function importsOf(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8');
  const statements = source.matchAll(/^import\s[^'"]*['"](\.[^'"]+)['"]/gm);
  return [...statements].map(([, address = '']) => posix.join(posix.dirname(path), address));
}

describe('the package of the sources', () => {
  it('holds what a build needs, and how to make it', () => {
    expect(sourceFiles(root).map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'BUILD.md',
        '.npmrc',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        'wxt.config.ts',
        'LICENSE',
        'entrypoints/background/index.ts',
        'entrypoints/popup/index.html',
        'components/popup/Popup.tsx',
        'lib/papers/paper-id.ts',
        'public/icon.svg',
        'public/icon/16.png',
        'public/_locales/en/messages.json',
        'public/starter-feed.json',
      ]),
    );
  });

  it('holds no tests, no fixtures, nothing built, nothing installed and nothing hidden', () => {
    const wrong = sourcePaths(root).filter(
      (path) =>
        (/(^|\/)(\.|node_modules|fixtures)|\.test\.tsx?$|~$/.test(path) && path !== '.npmrc') ||
        (path.startsWith('tests/') && !path.startsWith('tests/commands/')),
    );
    expect(wrong).toEqual([]);
  });

  it('holds everything the command imports when it starts', () => {
    const paths = sourcePaths(root);
    const commands = paths.filter((path) => path.endsWith('.mjs'));
    expect(commands).toContain('tests/commands/zip.mjs');
    expect(commands.flatMap(importsOf).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('names each file once', () => {
    const paths = sourceFiles(root).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
