// What the built extension asks of the reader, spelled out: a change here is a change of promise. Needs `npm run build`s.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const output = fileURLToPath(new URL('../.output', import.meta.url));
const builds = ['chrome-mv3', 'firefox-mv3'] as const;

const manifestOf = (build: string) => JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8'));

describe.each(builds)('the %s build', (build) => {
  const manifest = manifestOf(build);

  it('asks for storage that is not thrown away, alarms, putting its own script into a page, the tab the reader opens the popup on, its place in the context menu, and three sites, and for nothing else', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      'unlimitedStorage',
    ]);
    expect(manifest.host_permissions).toEqual([
      'https://*.arxiv.org/*',
      'https://github.com/*',
      'https://gist.github.com/*',
      'https://huggingface.co/*',
    ]);
  });

  it('asks for every other site, and for Zotero on the same machine, only when the reader wants it', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://127.0.0.1/*']);
    expect(manifest.optional_permissions).toBeUndefined();
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

  it('saves with one key that the reader can change, and says what it does', () => {
    expect(manifest.commands).toEqual({
      'save-paper': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSavePaper__' },
    });
  });

  it('has the script that is registered for other sites where it is looked for', () => {
    expect(manifest.content_scripts[0].js).toEqual(['content-scripts/annotate.js']);
    expect(existsSync(join(output, build, 'content-scripts/annotate.js'))).toBe(true);
  });

  it('gives web pages nothing to load, so that they cannot tell it is there', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('runs its own scripts only and connects to the feed, arXiv’s API and Zotero’s connector only', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("script-src 'self';");
    expect(policy.slice(policy.indexOf('connect-src'))).toBe(
      "connect-src 'self' https://huggingface.co https://export.arxiv.org http://127.0.0.1:23119",
    );
    expect(policy).not.toMatch(/unsafe-eval|\*/);
  });

  it('has its texts, icons and pages', () => {
    const files = [
      ...Object.values<string>(manifest.icons),
      '_locales/en/messages.json',
      'starter-feed.json',
    ];
    for (const file of [...files, 'popup.html', 'library.html', 'options.html']) {
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
