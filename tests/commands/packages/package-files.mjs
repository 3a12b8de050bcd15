// @ts-check
// Which files go into the packages: a build as it is, and the sources Mozilla's reviewers rebuild it from. Reads only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** @typedef {import('./zip-archive.mjs').ArchiveFile} ArchiveFile */

/** What a build needs, and what says how: no tests and no fixtures, but the command that makes the packages. */
const sources = [
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
  'components',
  'entrypoints',
  'lib',
  'public',
  'tests/commands/dependencies.mjs',
  'tests/commands/packages',
  'tests/commands/tools.mjs',
  'tests/commands/zip.mjs',
];

const buildNote = 'tests/commands/packages/BUILD.md';

/** Left behind by systems and editors (`.DS_Store`, `.main.tsx.swp`, `main.tsx~`); no file of ours below a folder is named so. */
const isStray = (/** @type {string} */ path) =>
  path.split('/').some((part) => part.startsWith('.') || part.endsWith('~'));

/** @param {string} folder @returns {string[]} paths below it, `/` between folders */
function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'));
}

/** @param {string} folder @param {string} path @returns {ArchiveFile} */
const readInto = (folder, path) => ({ path, bytes: readFileSync(join(folder, path)) });

/**
 * Every file of an unpacked build.
 * @param {string} folder
 * @returns {ArchiveFile[]}
 * @throws where a file is none that belongs into a build: hidden, or a source map
 */
export function buildFiles(folder) {
  const paths = filesBelow(folder);
  const wrong = paths.find((path) => isStray(path) || path.endsWith('.map'));
  if (wrong) throw new Error(`${wrong} does not belong into a package`);
  return paths.map((path) => readInto(folder, path));
}

/**
 * The paths of the sources, in the order they are named.
 * @param {string} root of the project
 * @returns {string[]} `/` between folders
 * @throws where one of them is not there
 */
export function sourcePaths(root) {
  return sources.flatMap((source) => {
    if (!existsSync(join(root, source))) throw new Error(`The sources lack ${source}`);
    if (/\.\w+$|^LICENSE$/.test(source)) return [source];
    return filesBelow(join(root, source))
      .map((path) => `${source}/${path}`)
      .filter((path) => !isStray(path) && !path.endsWith('.test.ts'));
  });
}

/**
 * The sources with a note at the top that says how to build them.
 * @param {string} root of the project
 * @returns {ArchiveFile[]}
 */
export function sourceFiles(root) {
  const note = { path: 'BUILD.md', bytes: readFileSync(join(root, buildNote)) };
  return [note, ...sourcePaths(root).map((path) => readInto(root, path))];
}

/**
 * Holds a build against what is promised of a package.
 * @param {ArchiveFile[]} files of the build
 * @param {object} expected
 * @param {string} expected.version
 * @param {string} expected.root folder of the project, whose path must not show
 * @throws with one sentence that says what is wrong
 */
export function checkBuild(files, { version, root }) {
  const manifest = files.find(({ path }) => path === 'manifest.json');
  if (!manifest) throw new Error('The build has no manifest.json');
  const { version: built } = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
  if (built !== version) throw new Error(`The build is version ${built}, package.json says ${version}`);
  const ours = Buffer.from(root.replace(/[/\\]$/, ''));
  const telling = files.find(({ bytes }) => Buffer.from(bytes).includes(ours));
  if (telling) throw new Error(`${telling.path} names the folder it was built in`);
}
