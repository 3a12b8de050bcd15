// @ts-check
// The frame of a GitHub page: head, global header, repository header with its tabs where it belongs to one, footer; and the policy it
// is served under.
// Structure, ids and class names are GitHub's; words are our own.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, raw } from '../html.mjs';
import { styleSheet } from '../style-sheet.mjs';

export const githubStyle = styleSheet(
  '/assets/stand-in/github.css',
  new URL('./github.css', import.meta.url),
);
/** Deferred, as GitHub's own scripts are: the parser waits for none of them. */
const navigation = readFileSync(new URL('./navigation.js', import.meta.url), 'base64');

/** @typedef {'auto' | 'light' | 'dark'} ColorMode */

const mark = html`<svg height="32" viewBox="0 0 24 24" width="32" aria-hidden="true" class="octicon"><circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2"></circle><path d="M8 15V9l4 4 4-4v6" fill="none" stroke="currentColor" stroke-width="2"></path></svg>`;

/** @param {string} slug @param {string} tab */
function repositoryHeader(slug, tab) {
  const [owner, name] = slug.split('/');
  /** @param {string} id @param {string} text @param {string} path */
  const item = (id, text, path) => html`
      <li data-view-component="true" class="d-inline-flex"><a id="${id}-tab" href="/${slug}${path}" data-turbo-frame="repo-content-turbo-frame"${id === tab && raw(' aria-current="page"')} class="UnderlineNav-item no-wrap js-responsive-underlinenav-item js-selected-navigation-item${id === tab && ' selected'}"><span data-content="${text}">${text}</span></a></li>`;
  return html`<div id="repository-container-header" class="pt-3 hide-full-screen" data-turbo-replace>
    <div class="d-flex flex-nowrap flex-justify-end mb-3 px-3 px-lg-5" style="gap: 1rem;"><div class="flex-auto min-width-0 width-fit"><div class="d-flex flex-wrap flex-items-center wb-break-word f3 text-normal">
      <span class="author flex-self-stretch" itemprop="author"><a class="url fn" rel="author" href="/${owner}">${owner}</a></span>
      <span class="mx-1 flex-self-stretch color-fg-muted">/</span>
      <strong itemprop="name" class="mr-2 flex-self-stretch"><a data-turbo-frame="repo-content-turbo-frame" href="/${slug}">${name}</a></strong>
      <span class="Label Label--secondary v-align-middle mr-1">Public</span>
    </div></div></div>
    <nav aria-label="Repository" class="js-repo-nav js-sidenav-container-pjax js-responsive-underlinenav overflow-hidden UnderlineNav px-3 px-md-4 px-lg-5"><ul class="UnderlineNav-body list-style-none">${item('code', 'Code', '')}${item('issues', 'Issues', '/issues/1')}
    </ul></nav>
  </div>`;
}

/** @param {string} slug @param {string} tab @param {unknown} content */
const inRepository = (slug, tab, content) => html`${repositoryHeader(slug, tab)}
  <turbo-frame id="repo-content-turbo-frame" target="_top" data-turbo-action="advance" class="">
    ${content}
  </turbo-frame>`;

/**
 * @param {object} page
 * @param {string} page.title
 * @param {string} [page.slug] `owner/name`; absent for pages outside of repositories
 * @param {'code' | 'issues'} page.tab
 * @param {unknown} page.content what `turbo-frame#repo-content-turbo-frame` holds, or the whole of a page outside of repositories
 * @param {ColorMode} page.colorMode
 * @param {string} page.nonce of this answer
 */
export const githubPage = ({
  title,
  slug,
  tab,
  content,
  colorMode,
  nonce,
}) => html`<html lang="en" data-color-mode="${colorMode}" data-light-theme="light" data-dark-theme="dark" data-a11y-animated-images="system" data-a11y-link-underlines="true">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width">
  <meta name="turbo-cache-control" content="no-preview" data-turbo-transient="">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${githubStyle.path}" data-turbo-track="reload">
  <script defer nonce="${nonce}" src="data:text/javascript;base64,${navigation}"></script>
</head>
<body class="logged-out env-production page-responsive" style="word-wrap: break-word;">
<div data-turbo-body class="logged-out env-production page-responsive" style="word-wrap: break-word;">
  <div class="position-relative header-wrapper js-header-wrapper"><a href="#start-of-content" class="sr-only">Skip to content</a>
    <header class="HeaderMktg header-logged-out js-details-container Details f4" role="banner"><a class="mr-lg-3 color-fg-inherit" href="/" aria-label="Homepage">${mark}</a><span>Stand-in for GitHub, served on this machine</span></header></div>
  <div id="start-of-content" class="show-on-focus"></div>
  <div id="js-flash-container" class="flash-container" data-turbo-replace></div>
  <div class="application-main" data-commit-hovercards-enabled><div itemscope itemtype="http://schema.org/SoftwareSourceCode"><main id="js-repo-pjax-container">
  ${slug ? inRepository(slug, tab, content) : content}
  </main></div></div>
  <footer class="footer f6 color-fg-muted p-responsive" role="contentinfo"><h2 class="sr-only">Footer</h2><span>Not GitHub, Inc.</span></footer>
</div>
</body>
</html>`;

/** A fresh nonce and the headers that go with it: as strict a policy as GitHub's own. */
export function createPolicy() {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    "base-uri 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'img-src data:',
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
  ];
  return { nonce, headers: { 'content-security-policy': policy.join('; '), 'x-frame-options': 'deny' } };
}
