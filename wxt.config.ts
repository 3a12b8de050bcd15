// The build: manifest, permissions, content security policy. No runtime logic lives here.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { thumbnailHost } from './lib/papers/thumbnail-host';
import { requiredHosts } from './lib/settings/required-hosts';

/** Where the Daily Papers feed is; a build against a stand-in may name another https origin. */
const feedOrigin = process.env.WXT_FEED_ORIGIN ?? 'https://huggingface.co';

/** arXiv's API, asked for titles of papers the reader saved from outside the feed. */
const arxivOrigin = 'https://export.arxiv.org';

/** Zotero's connector, on the reader's own machine: its host is asked for when something is sent there. */
const zoteroOrigin = 'http://127.0.0.1:23119';

/** Keys the reader can change. Firefox opens its sidebar by itself; a key of ours would only come in between. */
const commands = (browser: string) => ({
  // Ctrl+Shift+Y is taken in Firefox on Linux, Alt+Shift+A in Chrome.
  _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
  'save-paper': {
    suggested_key: { default: 'Alt+Shift+S' },
    description: '__MSG_commandSavePaper__',
  },
  'toggle-annotations': {
    suggested_key: { default: 'Alt+Shift+H' },
    description: '__MSG_commandToggleAnnotations__',
  },
  [browser === 'firefox' ? '_execute_sidebar_action' : 'open-side-panel']: {
    suggested_key: { default: 'Alt+Shift+L' },
    description: '__MSG_commandSidePanel__',
  },
});

/** What adapters say of themselves for tests alone. */
const forTests =
  /\n {2}(?:examples: \{\n[\s\S]*?\n {2}\}|(?:hosts|sharesPagesWith|fixtureDate): [^\n]*),(?=\n)/g;

/** What of an adapter is shown on the options page, which asks for `?kind`. */
const ofKind = /^ {2}(?:id|fixtureDate): [^\n]*/gm;

/** The folder of the package a file belongs to. */
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * The registry's adapters as a list: by the names of their files, which nobody reads there, they would take every page 100 bytes more.
 * @throws where the registry is written in another way
 */
const adaptersAsList = {
  name: 'papergloss:adapters-as-list',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/lib/sites/registry.ts')) return undefined;
    const files = readdirSync(new URL('lib/sites/adapters', import.meta.url)).sort();
    const imports = files.map((file, position) => `import adapter${position} from './adapters/${file}';\n`);
    const list = code.replace(/import\.meta\.glob<.*?\}\)/s, `[${files.map((_, at) => `adapter${at}`)}]`);
    if (list === code) throw new Error(`${id}: the adapters are not found in it`);
    return { code: imports.join('') + list, map: null };
  },
};

/**
 * Leaves out of what ships what only tests read: every page would carry it.
 * @throws where an adapter is written so that its examples are not found
 */
const withoutTestData = {
  name: 'papergloss:without-test-data',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('/lib/sites/adapters/')) return undefined;
    if (id.endsWith('?kind'))
      return { code: `export default {${code.match(ofKind)?.join('\n')}}`, map: null };
    const shipped = code.replace(forTests, '');
    if (shipped.includes('examples:')) throw new Error(`${id}: examples belong at two spaces of indent`);
    return { code: shipped, map: null };
  },
};

/**
 * Stops the build where it holds code of a package that NOTICE.txt does not name in this version.
 * @throws with what to do
 */
const nothingUnnoticed = {
  name: 'papergloss:nothing-unnoticed',
  generateBundle(_options: unknown, bundle: Record<string, { moduleIds?: readonly string[] }>) {
    const notice = readFileSync(new URL('public/NOTICE.txt', import.meta.url), 'utf8');
    const files = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
    for (const folder of new Set(files.flatMap((id) => packageFolder.exec(id)?.[0] ?? []))) {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      if (!notice.includes(`\n${name}@${version} (`)) {
        throw new Error(`${name} ${version} ships and is not in public/NOTICE.txt: npm run notice`);
      }
    }
  },
};

export default defineConfig({
  outDir: '.output',
  manifestVersion: 3,
  imports: false,
  hooks: {
    // `imports: false` still imports by name: a parameter called `storage` brought WXT's own storage into the content script.
    'config:resolved': ({ config }) => {
      config.imports.presets = [];
      config.imports.imports = [];
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // Without the last a browser that runs out of room may throw the reading list away, and with it what the reader wrote.
    permissions: [
      'storage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // For the morning digest, which is off until the reader wants it.
    optional_permissions: ['notifications'],
    host_permissions: [...new Set([...requiredHosts, `${feedOrigin}/*`])],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*'],
    omnibox: { keyword: 'pg' },
    commands: commands(browser),
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https://${thumbnailHost}; connect-src 'self' ${feedOrigin} ${arxivOrigin} ${zoteroOrigin}`,
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'papergloss@papergloss.org',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
  vite: () => ({
    plugins: [adaptersAsList, withoutTestData, nothingUnnoticed],
    resolve: {
      alias: {
        // Dexie's own entry is the build for old browsers, several kB larger.
        dexie: 'dexie/dist/modern/dexie.mjs',
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('lib/page/script-context.ts', import.meta.url),
        ),
      },
    },
    define: { __FEED_ORIGIN__: JSON.stringify(feedOrigin) },
    build: { sourcemap: false, target: 'esnext', cssTarget: 'esnext', modulePreload: { polyfill: false } },
  }),
});
