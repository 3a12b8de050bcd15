// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { targetText } from '../../lib/papers/target';
import header from '../../lib/sites/adapters/github-header';
import markdown from '../../lib/sites/adapters/github-markdown';
import { frontPageOf, repositoryOfPage } from '../../lib/sites/github-own-places';
import type { SiteAdapter } from '../../lib/sites/types';

const page = (...parts: string[]) =>
  new DOMParser().parseFromString(`<main>${parts.join('')}</main>`, 'text/html');
const name = '<strong itemprop="name"><a href="/someone/drafts">drafts</a></strong>';
const sidebar = '<div class="BorderGrid"><div class="BorderGrid-row"></div></div>';
const readme = '<div class="markdown-body"><a href="https://github.com/someone/drafts">drafts</a></div>';
const found = (adapter: SiteAdapter, document: Document, path: string) =>
  adapter
    .findMentions(document, new URL(path, 'https://github.com/someone/drafts'))
    .map(({ target }) => targetText(target));

describe("the repository's own badge in the header", () => {
  it('is left to the card where there is a sidebar', () =>
    expect(found(header, page(name, sidebar), '/someone/drafts')).toEqual([]));

  it('stands where the front page has no sidebar, but not before all of it is there', () => {
    const [mention] = header.findMentions(
      page(name),
      new URL('https://github.com/someone/drafts/tree/main/src'),
    );
    expect(mention).toMatchObject({ target: { slug: 'someone/drafts' }, afterLoad: true });
  });

  it('is not put beside the name of another repository', () =>
    expect(found(header, page(name), '/someone/other/issues')).toEqual([]));

  it('does not take what another page calls a sidebar for one', () =>
    expect(found(header, page(name, sidebar), '/someone/drafts/blob/main/a.md')).toEqual(['someone/drafts']));
});

describe("the repository's own name in rendered markdown", () => {
  it.each([
    ['the sidebar', '/someone/drafts', sidebar],
    ['the header', '/someone/drafts/issues/1', name],
  ])('gets no badge where %s has it', (_where, path, part) =>
    expect(found(markdown, page(part, readme), path)).toEqual([]),
  );

  it('gets one where nothing else on the page does', () =>
    expect(found(markdown, page(readme), '/someone/drafts')).toEqual(['someone/drafts']));
});

it.each([
  ['https://github.com/someone/drafts/issues/1', 'someone/drafts'],
  ['https://github.com/trending/python', undefined],
  ['https://github.com/someone', undefined],
  ['https://gist.github.com/someone/0123456789abcdef', undefined],
])('%s belongs to %s', (address, slug) => expect(repositoryOfPage(new URL(address))?.slug).toBe(slug));

it.each([
  ['/someone/drafts', 'someone/drafts'],
  ['/someone/drafts/', 'someone/drafts'],
  ['https://github.com/someone/drafts', 'someone/drafts'],
  ['/someone/drafts/stargazers', undefined],
  ['/someone', undefined],
  ['/topics/python', undefined],
  ['https://example.org/someone/drafts', undefined],
  ['//[', undefined],
])('a link to %s leads to the front page of %s', (href, slug) => {
  const link = page(`<a href="${href}"></a>`).querySelector('a');
  expect(link && frontPageOf(link)).toBe(slug);
});
