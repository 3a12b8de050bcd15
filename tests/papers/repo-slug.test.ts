import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repoSlugFromUrl } from '../../lib/papers/repo-slug';
import { anyText } from './any-text';

describe('repoSlugFromUrl', () => {
  it.each([
    ['https://github.com/Owner/Name', 'Owner/Name'],
    ['http://www.github.com/owner/name', 'owner/name'],
    ['HTTPS://GitHub.com/owner/name', 'owner/name'],
    ['github.com/owner/name', 'owner/name'],
    ['//github.com/owner/name', 'owner/name'],
    ['  https://github.com/owner/name\n', 'owner/name'],
    ['https://github.com/owner/\nname', 'owner/name'],
    ['https://github.com/owner/name///', 'owner/name'],
    ['https://github.com/owner/name.git', 'owner/name'],
    ['https://github.com/owner/name/tree/main/sub/folder', 'owner/name'],
    ['https://github.com/owner/name/blob/main/README.md#usage', 'owner/name'],
    ['https://github.com/owner/name/issues/12', 'owner/name'],
    ['https://github.com/owner/name?tab=readme-ov-file', 'owner/name'],
    ['https://github.com/owner/name#readme', 'owner/name'],
    ['git@github.com:owner/name.git', 'owner/name'],
    ['ssh://git@github.com/owner/name.git', 'owner/name'],
    ['https://github.com/owner/.github', 'owner/.github'],
    ['https://github.com/o-w-n-3-r/na_me.v2-x', 'o-w-n-3-r/na_me.v2-x'],
    ['https://github.com/github/docs', 'github/docs'],
    [`https://github.com/${'a'.repeat(39)}/${'b'.repeat(100)}`, `${'a'.repeat(39)}/${'b'.repeat(100)}`],
  ])('reads %j', (url, slug) => expect(repoSlugFromUrl(url)).toBe(slug));

  it.each([
    ['an account alone', 'https://github.com/owner/'],
    ['the front page', 'https://github.com/'],
    ['a gist', 'https://gist.github.com/owner/0123456789abcdef'],
    ['a raw file', 'https://raw.githubusercontent.com/owner/name/main/figure.png'],
    ['a page of its owner', 'https://owner.github.io/name'],
    ['a host that begins alike', 'https://github.com.evil.example/owner/name'],
    ['a host that ends alike', 'https://notgithub.com/owner/name'],
    ['github.com as user name', 'https://github.com@evil.example/owner/name'],
    ['another scheme', 'javascript://github.com/owner/name'],
    ['an owner with two hyphens', 'https://github.com/ow--ner/name'],
    ['an owner that ends with a hyphen', 'https://github.com/owner-/name'],
    ['an owner that is too long', `https://github.com/${'a'.repeat(40)}/name`],
    ['a name that is too long', `https://github.com/owner/${'a'.repeat(101)}`],
    ['a name that is only an ending', 'https://github.com/owner/.git'],
    ['a name with foreign characters', 'https://github.com/owner/n%C3%A4me'],
    ['a path of its own', '/owner/name'],
    ['no address', 'http://['],
    ['nothing', ''],
  ])('refuses %s', (_, url) => expect(repoSlugFromUrl(url)).toBeUndefined());

  it.each([
    'features',
    'topics',
    'orgs',
    'sponsors',
    'settings',
    'marketplace',
    'apps',
    'search',
    'login',
    'About',
    'users',
    'stars',
  ])('knows that %s is a page of GitHub itself', (segment) =>
    expect(repoSlugFromUrl(`https://github.com/${segment}/name`)).toBeUndefined(),
  );

  it('takes a URL object', () =>
    expect(repoSlugFromUrl(new URL('https://github.com/owner/name/pulls'))).toBe('owner/name'));

  it('reads back every slug from all of its addresses', () => {
    const owner = fc.stringMatching(/^x[a-zA-Z\d]{0,9}(-[a-zA-Z\d]{1,5}){0,3}$/);
    const name = fc.stringMatching(/^[\w-][\w.-]{0,40}x$/);
    const before = fc.constantFrom(
      'https://github.com/',
      'http://www.github.com/',
      'git@github.com:',
      'github.com/',
    );
    const after = fc.constantFrom(
      '',
      '/',
      '//',
      '.git',
      '/tree/main',
      '/blob/main/a.py#L3',
      '?tab=readme',
      '#readme',
    );
    fc.assert(
      fc.property(owner, name, before, after, (ownerName, repositoryName, start, end) => {
        expect(repoSlugFromUrl(`${start}${ownerName}/${repositoryName}${end}`)).toBe(
          `${ownerName}/${repositoryName}`,
        );
      }),
    );
  });

  it('never throws, and gives nothing but slugs', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((path) => `https://github.com/${path}`),
        ),
        (text) => {
          const slug = repoSlugFromUrl(text);
          if (slug !== undefined) expect(slug).toMatch(/^[a-zA-Z\d-]{1,39}\/[\w.-]{1,100}$/);
        },
      ),
      { numRuns: 1000 },
    ));

  it('answers for a megabyte of hostile text', () => {
    for (const piece of ['/', 'a-', 'a', '.git', '%']) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(repoSlugFromUrl(text)).toBeUndefined();
      expect(repoSlugFromUrl(`https://github.com/${text}`)).toBeUndefined();
    }
  });
});

const daysFolder = new URL('../../../shared/feed/days/', import.meta.url);
const present = existsSync(daysFolder);

describe('the repositories of the real feed', () => {
  it.skipIf(!present)('all give a slug but for accounts alone and other hosts (needs ../shared/feed)', () => {
    const addresses = readdirSync(daysFolder).flatMap((file) =>
      (
        JSON.parse(readFileSync(new URL(file, daysFolder), 'utf8')) as { paper: { githubRepo?: string } }[]
      ).flatMap(({ paper }) => (paper.githubRepo ? [paper.githubRepo] : [])),
    );
    const missed = addresses.filter((address) => !repoSlugFromUrl(address));
    expect(addresses.length).toBeGreaterThan(2000);
    expect(missed.length).toBeLessThan(addresses.length / 1000);
    const unexplained = missed.filter((address) =>
      /^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]/.test(address),
    );
    expect(unexplained).toEqual([]);
  });
});
