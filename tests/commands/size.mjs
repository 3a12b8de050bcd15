// @ts-check
// Holds the sizes promised: what each part of the Chrome build loads when it starts, gzip, all its chunks and styles together.
// Own code instead of size-limit, because that counts the files it is told and does not follow imports to shared chunks.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Bytes of gzip (1 kB = 1000 bytes). A worker cannot load parts later. Of the background 12 kB are for index and search, and 27 for the
 * reading list; bundled one by one, with parts they share: arXiv and its XML parser 11, the account 8, backup and its writers 7, saving from
 * outside our pages 4; toolbar, digest and lists of the feed 8. The popup's picture is what is loaded before its list is
 * seen; of the whole popup, half is Dexie and what talks to the browser.
 */
const limits = {
  'content script': 10_000,
  background: 115_000,
  "popup's picture": 15_000,
  popup: 90_000,
};

/** What the background puts into pages on which something is found; measured, but nothing is promised about it alone. */
const lateScripts = 'cards, on a hit';

/** @typedef {{ part: string, files: string[], bytes: number, limit?: number }} PartSize */

/**
 * Addresses a module loads at once; dynamic `import()` is not among them.
 * @param {string} code
 * @returns {string[]} relative addresses as written
 */
export function staticImports(code) {
  const statement = /(?<![\w$.])(?:import|export)\s*(?:[\w$*{},\s]+\bfrom\s*)?["'](\.{0,2}\/[^"']+)["']/g;
  return [...code.matchAll(statement)].map(([, address = '']) => address);
}

/**
 * Scripts and styles a page loads at once.
 * @param {string} html
 * @returns {string[]} addresses as written
 */
export function pageResources(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const address = /\b(?:src|href)="([^"]+\.(?:js|css))"/.exec(tag)?.[1];
    return address === undefined ? [] : [address];
  });
}

/**
 * The files an entry loads, itself included, following imports.
 * @param {string} entry path inside the build, `/` between folders
 * @param {(file: string) => string} read
 * @returns {string[]}
 */
export function loadedFiles(entry, read) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = read(file);
    const addresses = file.endsWith('.html')
      ? pageResources(text)
      : file.endsWith('.js')
        ? staticImports(text)
        : [];
    const folder = dirname(file);
    for (const address of addresses) {
      waiting.push(address.startsWith('/') ? address.slice(1) : posix.join(folder, address));
    }
  }
  return [...seen];
}

/**
 * Measures a build.
 * @param {string} folder of the unpacked Chrome build
 * @returns {PartSize[]}
 */
export function measureSizes(folder) {
  /** @param {string} file */
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json'));
  /** @type {{ js?: string[], css?: string[] }[]} */
  const contentScripts = manifest.content_scripts ?? [];
  const worker = manifest.background.service_worker;
  /** @type {Record<string, string[]>} */
  const entries = {
    'content script': contentScripts.flatMap(({ js = [], css = [] }) => [...js, ...css]),
    [lateScripts]: readdirSync(folder).filter(
      (file) => file.endsWith('.js') && file !== worker && !file.startsWith('popup-'),
    ),
    background: [worker],
    "popup's picture": [manifest.action.default_popup],
    // The picture's script loads it by its name.
    popup: [manifest.action.default_popup, 'popup-app.js'],
  };
  return Object.entries(entries).map(([part, starts]) => {
    const files = [...new Set(starts.flatMap((entry) => loadedFiles(entry, read)))];
    const bytes = files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
    return { part, files, bytes, limit: limits[/** @type {keyof typeof limits} */ (part)] };
  });
}

/**
 * Prints a line per part.
 * @param {string} folder of the unpacked Chrome build
 * @returns {boolean} whether every part keeps its limit
 */
export function checkSizes(folder) {
  const sizes = measureSizes(folder);
  /** @param {PartSize} size */
  const keepsLimit = ({ bytes, limit }) => limit === undefined || bytes <= limit;
  for (const size of sizes) {
    const { part, files, bytes, limit } = size;
    const promise = limit === undefined ? 'no limit of its own' : `at most ${limit / 1000} kB`;
    const kilobytes = (bytes / 1000).toFixed(2).padStart(6);
    console.log(
      `${keepsLimit(size) ? 'ok     ' : 'too big'} ${part.padEnd(15)} ${kilobytes} kB (${promise}; ${files.length} files)`,
    );
  }
  return sizes.every(keepsLimit);
}
