// What the built extension asks of the reader, spelled out: a change here is a change of promise. Needs `npm run build`s.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const output = fileURLToPath(new URL('../.output', import.meta.url));
const builds = ['chrome-mv3', 'firefox-mv3'] as const;

const manifestOf = (build: string) => JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8'));

/** Whom our own code may ask, and why. */
const connectsTo = {
  "'self'": 'the starter feed, a file of the package',
  'https://huggingface.co': 'the feed',
  'https://export.arxiv.org': 'titles of papers on the reading list that are not cached',
  'http://127.0.0.1:23119': 'Zotero on the same machine, when the reader sends something there',
};

describe.each(builds)('the %s build', (build) => {
  const manifest = manifestOf(build);

  it('asks for storage that is not thrown away, alarms, putting its own script into a page, the tab the reader opens the popup on, its place in the context menu, Chrome’s side panel, and three sites, and for nothing else', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      'unlimitedStorage',
      ...(build === 'chrome-mv3' ? ['sidePanel'] : []),
    ]);
    expect(manifest.host_permissions).toEqual([
      'https://*.arxiv.org/*',
      'https://github.com/*',
      'https://gist.github.com/*',
      'https://huggingface.co/*',
    ]);
  });

  it('asks for every other site, for Zotero on the same machine and for notifications only when the reader wants it', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://127.0.0.1/*']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  it('runs one content script, on its required sites and nowhere else, before the page is painted', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: [
          'https://*.arxiv.org/*',
          'https://gist.github.com/*',
          'https://github.com/*',
          'https://huggingface.co/*',
        ],
        run_at: 'document_start',
        js: ['content-scripts/annotate.js'],
      },
    ]);
  });

  it('answers in the address bar to one keyword', () => {
    expect(manifest.omnibox).toEqual({ keyword: 'pg' });
  });

  it('has four keys, as many as Chrome allows, that the reader can change, and says what they do', () => {
    const sidePanel = build === 'chrome-mv3' ? 'open-side-panel' : '_execute_sidebar_action';
    const command = (key: string, text: string) => ({
      suggested_key: { default: key },
      description: `__MSG_${text}__`,
    });
    expect(manifest.commands).toEqual({
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'save-paper': command('Alt+Shift+S', 'commandSavePaper'),
      'toggle-annotations': command('Alt+Shift+H', 'commandToggleAnnotations'),
      [sidePanel]: command('Alt+Shift+L', 'commandSidePanel'),
    });
  });

  it('has the same list beside a page, which does not open by itself', () => {
    expect(manifest.side_panel).toEqual(
      build === 'chrome-mv3' ? { default_path: 'sidepanel.html' } : undefined,
    );
    expect(manifest.sidebar_action).toEqual(
      build === 'chrome-mv3'
        ? undefined
        : expect.objectContaining({ default_panel: 'sidepanel.html', open_at_install: false }),
    );
  });

  it('has the script that is registered for other sites where it is looked for', () => {
    expect(manifest.content_scripts[0].js).toEqual(['content-scripts/annotate.js']);
    expect(existsSync(join(output, build, 'content-scripts/annotate.js'))).toBe(true);
  });

  it('gives web pages nothing to load, so that they cannot tell it is there', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('runs its own scripts only, loads pictures from the feed’s own host only, and connects to what is listed here only', () => {
    const policy = manifest.content_security_policy;
    // Nothing of a sandbox or of the old form, which would be a second policy.
    expect(Object.keys(policy)).toEqual(['extension_pages']);
    const directives = policy.extension_pages.split('; ').map((directive: string) => {
      const [name, ...sources] = directive.split(' ');
      return [name, sources];
    });
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'https://cdn-thumbnails.huggingface.co'],
      'connect-src': Object.keys(connectsTo),
    });
    expect(directives).toHaveLength(5);
  });

  it('listens to no page and to no other extension', () => {
    for (const key of ['externally_connectable', 'web_accessible_resources', 'sandbox', 'devtools_page']) {
      expect(manifest, key).not.toHaveProperty(key);
    }
  });

  it('has its texts, icons and pages', () => {
    const files = [
      ...Object.values<string>(manifest.icons),
      '_locales/en/messages.json',
      'starter-feed.json',
    ];
    for (const file of [
      ...files,
      'popup.html',
      'sidepanel.html',
      'library.html',
      'options.html',
      'welcome.html',
    ]) {
      expect(existsSync(join(output, build, file)), file).toBe(true);
    }
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
  });

  it('has no noncharacter in a script for pages, for which Chrome refuses the whole extension', () => {
    const scripts = ['content-scripts/annotate.js', 'draw-cards.js'];
    const broken = scripts.filter((file) =>
      /[\uFFFE\uFFFF]/.test(readFileSync(join(output, build, file), 'utf8')),
    );
    expect(broken).toEqual([]);
  });
});

it('the Firefox build says that it collects nothing', () => {
  expect(manifestOf('firefox-mv3').browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});
