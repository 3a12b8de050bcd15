// @ts-check
// Leaves what the stores' forms ask for beside the packages, in a folder a store: texts, names in every language, logos, pictures.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../drivers/browsers.mjs';
import { drawLogos } from './draw-logos.mjs';
import { namesOf, parseListing, permissionsText } from './listing.mjs';

/** @typedef {'chrome' | 'edge' | 'firefox'} Store */

/** Which parts of listing.md a store's forms have a field for. */
const fields = {
  chrome: [
    'Description',
    'Single purpose',
    'Remote code',
    'Data',
    'Privacy statement',
    'Notes for reviewers',
  ],
  edge: [
    'Description',
    'Search terms',
    'Single purpose',
    'Remote code',
    'Data',
    'Privacy statement',
    'Notes for reviewers',
  ],
  firefox: ['Description', 'Privacy statement', 'Notes for reviewers'],
};

/** @param {string} heading */
const fileName = (heading) => `${heading.toLowerCase().replaceAll(' ', '-')}.txt`;

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} folder @param {string} name @param {string} text */
function writeText(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${text}\n`);
}

/** @param {string} root @param {string} folder */
function writeNames(root, folder) {
  const locales = join(root, 'public/_locales');
  for (const locale of readdirSync(locales).sort()) {
    const { name, summary } = namesOf(readJson(join(locales, locale, 'messages.json')));
    writeText(join(folder, 'names'), `${locale}.txt`, `${name}\n${summary}`);
  }
}

/**
 * @param {object} options
 * @param {string} options.root of the project, with the stores' builds in `.output`
 * @param {string} options.folder where a folder a store goes
 * @param {readonly Store[]} options.stores
 * @throws where a permission of a build is not explained, or a text is not as a store takes it
 */
export async function writeListings({ root, folder, stores }) {
  const listing = parseListing(readFileSync(join(root, 'tests/commands/store/listing.md'), 'utf8'));
  const pictures = join(root, '.output/pictures/store');
  const hasPictures = existsSync(pictures);
  for (const store of stores) {
    const into = join(folder, store);
    for (const heading of fields[store]) {
      const text = listing.texts[heading];
      if (text === undefined) throw new Error(`listing.md lacks "${heading}"`);
      writeText(into, fileName(heading), text);
    }
    const manifest = readJson(join(root, `.output/${store}-mv3/manifest.json`));
    writeText(into, 'permissions.txt', permissionsText(listing, manifest));
    writeNames(root, into);
    if (hasPictures) cpSync(pictures, join(into, 'pictures'), { recursive: true });
  }
  const executablePath = findChromium();
  if (executablePath) await drawLogos({ executablePath, root, folder, stores });
  else console.log('No logos and tiles: they are drawn with a Chromium, and none was found.');
  if (!hasPictures) console.log('No pictures: run "npm run pictures" first, then this again.');
}
