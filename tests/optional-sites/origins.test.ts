import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOrigin } from '../../lib/optional-sites/asked-origin';
import { claimPage } from '../../lib/optional-sites/claim-page';
import { optionalOriginsOf } from '../../lib/optional-sites/granted-origins';
import { grantedSites } from '../../lib/optional-sites/granted-sites';
import { coversHost, everyHost } from '../../lib/optional-sites/host-pattern';
import { mayAnnotate } from '../../lib/optional-sites/may-annotate';
import { readSiteAddress } from '../../lib/optional-sites/site-address';
import { readSiteOffer } from '../../lib/optional-sites/site-offer';
import { requiredHosts } from '../../lib/settings/required-hosts';

describe('a match pattern', () => {
  const rows: [pattern: string, host: string, covered: boolean][] = [
    ['https://*/*', 'example.org', true],
    ['https://example.org/*', 'example.org', true],
    ['https://example.org/*', 'www.example.org', false],
    ['https://*.arxiv.org/*', 'arxiv.org', true],
    ['https://*.arxiv.org/*', 'export.arxiv.org', true],
    ['https://*.arxiv.org/*', 'notarxiv.org', false],
    ['https://*.arxiv.org/*', 'arxiv.org.example.com', false],
    ['http://example.org/*', 'example.org', false],
    ['https://example.org/blog/*', 'example.org', false],
    ['', '', false],
  ];
  it.each(rows)('%s covers %s: %s', (pattern, host, covered) =>
    expect(coversHost(pattern, host)).toBe(covered),
  );
});

describe('the optional origins', () => {
  it('are what was granted beyond the manifest, as patterns over https hosts, sorted, each once', () => {
    const granted = [
      ...requiredHosts,
      '*://news.ycombinator.com/*',
      'https://news.ycombinator.com/*',
      'https://blog.example.org/*',
      'http://plain.example.org/*',
      'file:///*',
    ];
    expect(optionalOriginsOf(granted, requiredHosts)).toEqual([
      'https://blog.example.org/*',
      'https://news.ycombinator.com/*',
    ]);
  });

  it('name all sites the same, whatever the browser was asked for', () => {
    expect(optionalOriginsOf([askedOrigin(everyHost)], requiredHosts)).toEqual([everyHost]);
  });

  it('ask Chromium for all sites by a pattern that covers none of the required hosts', () => {
    expect(askedOrigin(everyHost)).toBe('https://*:443/*');
    expect(askedOrigin('https://example.org/*')).toBe('https://example.org/*');
  });
});

describe('whether a page may be annotated', () => {
  const rows: [host: string, optionalOrigins: string[], sitesOff: string[], may: boolean][] = [
    ['arxiv.org', [], [], true],
    ['gist.github.com', [], ['github.com'], false],
    ['news.ycombinator.com', [], [], false],
    ['news.ycombinator.com', ['https://news.ycombinator.com/*'], [], true],
    ['news.ycombinator.com', ['https://news.ycombinator.com/*'], ['news.ycombinator.com'], false],
    ['www.example.org', [everyHost], [], true],
    ['www.example.org', [everyHost], ['example.org'], false],
  ];
  it.each(rows)('%s with %j, off on %j: %s', (host, optionalOrigins, sitesOff, may) =>
    expect(mayAnnotate(host, { optionalOrigins, sitesOff })).toBe(may),
  );
});

describe('what is typed to add a site', () => {
  const taken: [typed: string, site: string, origins: string[]][] = [
    ['https://news.ycombinator.com/item?id=1', 'news.ycombinator.com', ['https://news.ycombinator.com/*']],
    [' News.YCombinator.com ', 'news.ycombinator.com', ['https://news.ycombinator.com/*']],
    ['https://www.reddit.com/r/MachineLearning', 'reddit.com', ['https://www.reddit.com/*']],
    ['reddit.com', 'reddit.com', ['https://reddit.com/*', 'https://www.reddit.com/*']],
    ['someone.github.io/blog', 'someone.github.io', ['https://someone.github.io/*']],
    ['https://example.org:8443/', 'example.org', ['https://example.org/*', 'https://www.example.org/*']],
    [
      'https://bücher.example/',
      'xn--bcher-kva.example',
      ['https://xn--bcher-kva.example/*', 'https://www.xn--bcher-kva.example/*'],
    ],
  ];
  it.each(taken)('%s is taken as %s', (typed, site, origins) =>
    expect(readSiteAddress(typed)).toEqual({ site, origins }),
  );

  const refused: [typed: string, problem: string][] = [
    ['', 'unreadable'],
    ['two words', 'unreadable'],
    ['reddit', 'unreadable'],
    ['https://*.example.org/', 'unreadable'],
    ['https://*/*', 'unreadable'],
    ['chrome://extensions', 'unreadable'],
    ['about:blank', 'unreadable'],
    ['someone@example.org', 'unreadable'],
    ['https://[::1]/', 'unreadable'],
    ['http://example.org/', 'insecure'],
    ['ftp://example.org/', 'insecure'],
    ['https://export.arxiv.org/list', 'own'],
    ['github.com', 'own'],
  ];
  it.each(refused)('%j is refused: %s', (typed, problem) =>
    expect(readSiteAddress(typed)).toEqual({ problem }),
  );

  it('never makes it throw, and asks for nothing but hosts over https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const address = readSiteAddress(typed);
        if ('origins' in address) {
          for (const origin of address.origins) expect(origin).toMatch(/^https:\/\/[a-z\d.-]+\/\*$/);
        }
      }),
    );
  });
});

describe('the sites the options list', () => {
  it('are those granted, by name, with and without www together', () => {
    const optionalOrigins = [
      'https://reddit.com/*',
      'https://www.reddit.com/*',
      'https://blog.example.org/*',
    ];
    expect(grantedSites({ optionalOrigins, sitesOff: ['reddit.com', 'arxiv.org'] })).toEqual({
      all: false,
      sites: [
        { site: 'blog.example.org', origins: ['https://blog.example.org/*'], on: true },
        { site: 'reddit.com', origins: ['https://reddit.com/*', 'https://www.reddit.com/*'], on: false },
      ],
    });
  });

  it('are under all sites also those switched off, except the required ones', () => {
    expect(grantedSites({ optionalOrigins: [everyHost], sitesOff: ['example.org', 'github.com'] })).toEqual({
      all: true,
      sites: [{ site: 'example.org', origins: [], on: false }],
    });
  });
});

describe('what the popup offers', () => {
  const browserAt = (url: string | undefined, granted: string[] = []) => ({
    tabs: { query: async () => [{ url }] },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => granted.includes(origin)),
    },
  });

  it('is the site of the tab, by its host', async () => {
    expect(await readSiteOffer(browserAt('https://www.example.org/page'))).toEqual({
      site: 'example.org',
      origin: 'https://www.example.org/*',
    });
  });

  it('is a required site where Firefox’s reader took it back, by the pattern of the manifest', async () => {
    expect(await readSiteOffer(browserAt('https://export.arxiv.org/'))).toEqual({
      site: 'arxiv.org',
      origin: 'https://*.arxiv.org/*',
    });
  });

  const nothing: [what: string, url: string | undefined, granted?: string[]][] = [
    ['a site that is granted', 'https://example.org/', ['https://example.org/*']],
    ['a page without TLS', 'http://example.org/'],
    ['a page of the browser', 'chrome://settings/'],
    ['a page of an extension', 'moz-extension://abc/popup.html'],
    ['a new tab', 'about:newtab'],
    ['a file', 'file:///home/someone/paper.html'],
    ['the browser’s shop', 'https://chromewebstore.google.com/detail/x'],
    ['a tab whose address is not to be seen', undefined],
  ];
  it.each(nothing)('is nothing on %s', async (_what, url, granted) => {
    expect(await readSiteOffer(browserAt(url, granted))).toBeUndefined();
  });

  it('is nothing where there is no tab, or the browser does not say', async () => {
    const silent = {
      tabs: { query: () => Promise.reject(new Error('no window')) },
      permissions: { contains: () => Promise.reject(new Error('no')) },
    };
    expect(await readSiteOffer(silent)).toBeUndefined();
    const tabs = { query: async () => [{ url: 'https://example.org/' }] };
    expect(await readSiteOffer({ ...silent, tabs })).toBeUndefined();
  });
});

describe('a page', () => {
  it('is claimed by one living script, and again when that one’s extension is gone', () => {
    const first = { isValid: true };
    expect(claimPage(first)).toBe(true);
    expect(claimPage({ isValid: true })).toBe(false);
    first.isValid = false;
    expect(claimPage({ isValid: true })).toBe(true);
  });
});
