// The rule of direction: who may import whom, proved by walking the imports. Type imports are always allowed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file));
}

function resolveLocal(from: string, specifier: string): string | undefined {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.') && join(dirname(from), specifier);
  if (!path) return undefined;
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')];
  return candidates.find((file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile());
}

/** Value imports of a file: local files as paths, packages by name. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[\w*{][^;'"]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  const direct = [...statements].map((match) => (match[1] ?? match[2] ?? '').replace(/\?.*$/, ''));
  const globbed = source.includes('import.meta.glob<') ? filesBelow(join(dirname(file), 'adapters')) : [];
  return [...direct.map((specifier) => resolveLocal(file, specifier) ?? specifier), ...globbed];
}

/** Everything reachable from the files, with the chain that leads there. */
function reach(entries: string[]): Map<string, string[]> {
  const chains = new Map(entries.map((entry) => [entry, [entry]]));
  for (const [file, chain] of chains) {
    if (!/\.tsx?$/.test(file) || !existsSync(join(root, file))) continue;
    for (const imported of importsOf(file)) {
      if (!chains.has(imported)) chains.set(imported, [...chain, imported]);
    }
  }
  return chains;
}

function chainsInto(entries: string[], forbidden: RegExp): string[] {
  return [...reach(entries)].filter(([file]) => forbidden.test(file)).map(([, chain]) => chain.join(' → '));
}

const library = filesBelow('lib');
const components = filesBelow('components');

describe('the rule of direction', () => {
  it('sees the imports it judges', () => {
    const reached = reach(['entrypoints/annotate.content/index.ts']);
    expect([...reached.keys()]).toEqual(
      expect.arrayContaining(['lib/page/annotator.ts', 'lib/sites/adapters/arxiv-abstract.ts']),
    );
    expect([...reach(['entrypoints/background/index.ts']).keys()]).toEqual(
      expect.arrayContaining(['dexie', 'zod/mini']),
    );
  });

  it('lib imports neither components nor entrypoints', () => {
    expect(chainsInto(library, /^(components|entrypoints)\//)).toEqual([]);
  });

  it('components import neither entrypoints, Dexie, the feed nor the browser', () => {
    expect(
      chainsInto(components, /^entrypoints\/|^dexie$|^webextension-polyfill$|^lib\/(feed|store|messages)\//),
    ).toEqual([]);
  });

  it('the content script never reaches Dexie, zod, the polyfill, the store, the feed or the index', () => {
    const forbidden = /^(dexie|zod\b|webextension-polyfill)|^lib\/(store|feed|related|omnibox)\//;
    const scripts = ['entrypoints/annotate.content/index.ts', 'entrypoints/draw-cards.ts'];
    const pageSide = [
      ...filesBelow('lib/sites'),
      ...filesBelow('lib/page'),
      ...filesBelow('components/card'),
    ];
    expect(chainsInto([...scripts, ...pageSide], forbidden)).toEqual([]);
  });

  it('the script of every page draws nothing, so that pages without a hit do not pay for it', () => {
    expect(chainsInto(['entrypoints/annotate.content/index.ts'], /^preact|^components\//)).toEqual([]);
  });

  it('the background never reaches sites, page or components', () => {
    expect(chainsInto(['entrypoints/background/index.ts'], /^(lib\/(sites|page)|components)\//)).toEqual([]);
  });

  it('the omnibox stands on the background side: no page, no drawing, no store of its own', () => {
    const forbidden = /^(dexie|zod\b|preact)|^(lib\/(sites|page|store|feed)|components|entrypoints)\//;
    expect(chainsInto(filesBelow('lib/omnibox'), forbidden)).toEqual([]);
    expect([...reach(['entrypoints/background/index.ts']).keys()]).toContain('lib/omnibox/omnibox.ts');
  });

  it('of the index only what keeps it up knows the store; ranking and searching are pure', () => {
    const keepers = [
      'paper-indexer',
      'index-memory',
      'index-upkeep',
      'refresh-lists',
      'neighbour-records',
    ].map((name) => `lib/related/${name}.ts`);
    const index = filesBelow('lib/related');
    expect(index).toEqual(expect.arrayContaining(keepers));
    const pure = index.filter((file) => !keepers.includes(file));
    expect(chainsInto(pure, /^(dexie|zod\b|webextension-polyfill)|^lib\/(store|feed|messages)\//)).toEqual(
      [],
    );
  });

  it('optional sites are known without pages, the store, the feed and drawing', () => {
    const forbidden =
      /^(dexie|zod\b|preact|webextension-polyfill)|^lib\/(sites|page|store|feed|related|messages)\//;
    expect(chainsInto(filesBelow('lib/optional-sites'), forbidden)).toEqual([]);
  });

  it('formats are pure: they read and write texts, and know neither store, browser nor drawing', () => {
    const formats = filesBelow('lib/formats');
    expect(chainsInto(formats, /^(preact|webextension-polyfill)|^lib\/(sites|page|feed|related)\//)).toEqual(
      [],
    );
    // Our own file is the store's format: the one that reads it, and the one that chooses the reader, know the store.
    const knowing = formats.filter((file) => chainsInto([file], /^dexie$|^lib\/store\//).length > 0);
    expect(knowing).toEqual(['lib/formats/read-file.ts', 'lib/formats/read-own-json.ts']);
  });

  it('what the background takes of formats brings no parser with it', () => {
    expect(chainsInto(['entrypoints/background/index.ts'], /^(papaparse|@retorquere)/)).toEqual([]);
  });

  it('the exchange with the account, arXiv and Zotero know no pages, no drawing and no browser', () => {
    const files = ['lib/list-sync', 'lib/arxiv', 'lib/zotero'].flatMap(filesBelow);
    const forbidden = /^(preact|webextension-polyfill)|^lib\/(sites|page)\/|^components\//;
    expect(chainsInto(files, forbidden)).toEqual([]);
  });

  it('saving from outside our pages, the toolbar button and the digest stand on the background side', () => {
    const forbidden = /^(preact|webextension-polyfill)|^lib\/(sites|page)\/|^components\//;
    const files = ['lib/saving', 'lib/toolbar', 'lib/digest'].flatMap(filesBelow);
    expect(files.length).toBeGreaterThan(15);
    expect(chainsInto(files, forbidden)).toEqual([]);
  });

  it('ranking for the reader is pure: it knows papers and nothing else', () => {
    const files = filesBelow('lib/for-you');
    expect(files).toContain('lib/for-you/rank-for-you.ts');
    const outside = [...reach(files).keys()].filter((file) => !/^lib\/(for-you|papers)\//.test(file));
    expect(outside).toEqual([]);
  });

  it('lib/papers stands alone', () => {
    const outside = [...reach(filesBelow('lib/papers')).keys()].filter(
      (file) => !file.startsWith('lib/papers/'),
    );
    expect(outside).toEqual([]);
  });

  it('zod comes as zod/mini only', () => {
    const all = [...library, ...components, ...filesBelow('entrypoints')];
    expect(all.filter((file) => importsOf(file).some((name) => /^zod(\/(?!mini)|$)/.test(name)))).toEqual([]);
  });

  it('errors have one place: nothing but lib/diagnosis speaks to the console', () => {
    const all = [...library, ...components, ...filesBelow('entrypoints')];
    const speaking = all.filter((file) => /\bconsole\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(speaking).toEqual(['lib/diagnosis/report.ts']);
  });

  it('what is reported knows no page, no drawing and no browser, and reporting itself no store', () => {
    const forbidden = /^(preact|webextension-polyfill)|^lib\/(sites|page)\/|^components\//;
    expect(chainsInto(filesBelow('lib/diagnosis'), forbidden)).toEqual([]);
    expect(chainsInto(['lib/diagnosis/report.ts'], /^(dexie|zod\b)|^lib\/(store|messages|feed)\//)).toEqual(
      [],
    );
  });

  it('names of feed fields are known in the schema alone', () => {
    const fieldNames = /\b(submittedOnDailyAt|ai_summary|ai_keywords|githubRepo|githubStars|numComments)\b/;
    const knowing = library.filter((file) => fieldNames.test(readFileSync(join(root, file), 'utf8')));
    expect(knowing).toEqual(['lib/feed/feed-schema.ts']);
  });
});

describe('the shape of files', () => {
  const own = [...library, ...components, ...filesBelow('entrypoints')];

  it('every file opens with what it is', () => {
    expect(own.filter((file) => !/^\/\/ \S/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('no file is longer than 250 lines, no entrypoint longer than 80', () => {
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;
    const long = own.filter((file) => lines(file) > (file.startsWith('entrypoints') ? 80 : 250));
    expect(long.map((file) => `${relative('.', file)} ${lines(file)}`)).toEqual([]);
  });

  it('no name says nothing', () => {
    expect(own.filter((file) => /(utils?|helpers?|common|misc|manager)\b/.test(file))).toEqual([]);
  });
});
