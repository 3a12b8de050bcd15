// Where a page of GitHub shows the repository it belongs to: at the end of the sidebar of its front page, and in its header. Reads only.
import { repoSlugFromUrl } from '../papers/repo-slug';
import type { Target } from '../papers/target';
import { elementAt } from './element-at';
import type { Mention } from './types';

/** What GitHub draws by React, which compares it with what the server sent: nothing may be put there before the page has loaded. */
const drawnByReact = 'react-app,react-partial,.GlobalNav';

/** Three generations of the name in the header: by the server, logged in until 2026, logged in since. */
const names =
  'strong[itemprop="name"] a,.AppHeader-context-full a,.GlobalNav nav[data-component="Breadcrumbs"] a';

export const isDrawnByReact = (element: Element) => element.closest(drawnByReact) !== null;

/** The mention, which waits until the page has loaded where React draws what it stands in. */
export function afterReact(mention: Mention): Mention {
  const around = elementAt(mention.place);
  return around && isDrawnByReact(around) ? { ...mention, afterLoad: true } : mention;
}

/** The repository that a page of github.com belongs to; undefined for lists, accounts and other sites. */
export function repositoryOfPage(url: URL): Extract<Target, { kind: 'repository' }> | undefined {
  const slug = url.hostname === 'github.com' ? repoSlugFromUrl(url) : undefined;
  return slug ? { kind: 'repository', slug } : undefined;
}

/** The repository whose front page a link of GitHub's own leads to, as `owner/name`; undefined for deeper and other pages. */
export function frontPageOf(link: Element): string | undefined {
  const path = /^(?:https:\/\/github\.com)?\/([^/?#]+\/[^/?#]+)\/?$/.exec(
    link.getAttribute('href') ?? '',
  )?.[1];
  return path && repoSlugFromUrl(`https://github.com/${path}`);
}

/** `/owner/name` and `/owner/name/tree/branch` may show the sidebar; deeper pages do not. */
export const mayHaveSidebar = ({ pathname }: URL) => /^\/[^/]+\/[^/]+(?:\/tree\/.*)?\/?$/.test(pathname);

/** The repository's sidebar: rows by the server, alone or inside React, or sections by React. */
export const sidebarOf = (root: ParentNode, url: URL) =>
  mayHaveSidebar(url)
    ? root.querySelector('.BorderGrid,[class*="CodeViewSidebar-module__borderGrid"]')
    : null;

/** The link of the repository's own name (`owner/name` in any case) in the header; undefined where there is none. */
export function nameInHeader(root: ParentNode, slug: string): Element | undefined {
  const isOwn = (link: Element) => frontPageOf(link)?.toLowerCase() === slug.toLowerCase();
  return [...root.querySelectorAll(names)].find(isOwn);
}
