// @ts-check
// `npm run zip`: builds for the stores and leaves what each of them asks for in .output/store: packages, texts, pictures.
//   chrome edge firefox   only these; default: all three
//   --packages-only       no texts and pictures
// Two runs leave the same bytes in the packages.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root } from './dependencies.mjs';
import { buildFiles, checkBuild, sourceFiles } from './packages/package-files.mjs';
import { zipArchive } from './packages/zip-archive.mjs';
import { runTool } from './tools.mjs';

/** @typedef {'chrome' | 'edge' | 'firefox'} Store */

/** @type {Record<Store, string[]>} what WXT is told */
const targets = { chrome: [], edge: ['-b', 'edge'], firefox: ['-b', 'firefox', '--mv3'] };
const stores = /** @type {Store[]} */ (Object.keys(targets));

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== '--packages-only' && !(arg in targets));
if (unknown.length > 0) {
  console.error(`"npm run zip" knows ${stores.join(', ')} and --packages-only, not ${unknown.join(' ')}.`);
  process.exit(2);
}
const wanted = stores.filter((store) => args.every((arg) => arg.startsWith('--')) || args.includes(store));
const withListing = !args.includes('--packages-only');

ensureDependencies();
// A build may be pointed elsewhere for a test; a package never.
for (const name of Object.keys(process.env)) {
  if (/^(WXT|VITE)_/.test(name)) delete process.env[name];
}

const folder = join(root, '.output/store');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @param {string} name @param {import('./packages/zip-archive.mjs').ArchiveFile[]} files */
function writePackage(name, files) {
  const path = join(folder, `papergloss-${version}-${name}.zip`);
  const bytes = zipArchive(files);
  writeFileSync(path, bytes);
  console.log(`${relative(root, path)}: ${files.length} files, ${Math.ceil(bytes.length / 1000)} kB`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const store of wanted) {
  const built = await runTool(['wxt', 'wxt'], ['build', ...targets[store]], { timeout: 240_000 });
  if (!built.ok) process.exit(1);
  const files = buildFiles(join(root, `.output/${store}-mv3`));
  checkBuild(files, { version, root });
  writePackage(store, files);
}
if (wanted.includes('firefox')) writePackage('firefox-sources', sourceFiles(root));
if (withListing) {
  const { writeListings } = await import('./store/write-listings.mjs');
  await writeListings({ root, folder, stores: wanted });
}
