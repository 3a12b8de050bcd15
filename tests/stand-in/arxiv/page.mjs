// @ts-check
// The frame of an arXiv page: head, the two header bars, footer. Structure, ids and class names are arXiv's; words are our own.
import { readFileSync } from 'node:fs';
import { html, raw } from '../html.mjs';
import { styleSheet } from '../style-sheet.mjs';

/** @param {string} name */
const ownStyle = (name) => styleSheet(`/static/stand-in/${name}`, new URL(name, import.meta.url));

export const arxivStyle = ownStyle('arxiv.css');
export const listStyle = ownStyle('arxiv-lists.css');
export const htmlPaperStyle = ownStyle('arxiv-html.css');
/** What a dark-mode extension leaves behind: arXiv has no dark mode of its own. */
const darkStyle = readFileSync(new URL('./arxiv-dark.css', import.meta.url), 'utf8');

/**
 * @param {object} page
 * @param {string} page.title
 * @param {unknown} [page.content]
 * @param {unknown} [page.main] the whole of `main`, where a part of the site frames itself; instead of `content`
 * @param {unknown} [page.head]
 * @param {unknown} [page.breadcrumbs] what stands after the wordmark in the red bar
 * @param {boolean} [page.dark]
 */
export const arxivPage = ({ title, content, main, head, breadcrumbs, dark = false }) => html`<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="theme-color" content="#ffffff">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${arxivStyle.path}">${
    dark &&
    html`
  <style class="darkreader">${raw(darkStyle)}</style>`
  }
  ${head}
</head>
<body class="with-cu-identity">
<div class="flex-wrap-footer">
  <header>
    <a href="#content" class="is-sr-only">Skip to main content</a>
    <div class="columns is-vcentered is-hidden-mobile" id="cu-identity">
      <div class="column" id="cu-logo"><a href="https://www.cornell.edu/">Cornell University</a></div>
      <div class="column" id="support-ack">
        <span id="support-ack-url">Stand-in page, served on this machine</span>
        <a href="https://info.arxiv.org/about/donate.html" class="btn-header-donate">Donate</a>
      </div>
    </div>
    <div id="header" class="is-hidden-mobile">
      <a aria-hidden="true" tabindex="-1" href="/IgnoreMe"></a>
      <div class="header-breadcrumbs is-hidden-mobile"><a class="wordmark" href="/">arXiv</a>${breadcrumbs}</div>
      <div class="search-block level-right">
        <form class="level-item mini-search" method="GET" action="https://arxiv.org/search">
          <input class="input is-small" type="text" name="query" placeholder="Search..." aria-label="Search term or terms">
          <select name="searchtype" aria-label="Field to search"><option value="all">All fields</option></select>
          <button class="button is-small is-cul-darker">Search</button>
          <p class="help"><a href="https://info.arxiv.org/help">Help</a> | <a href="https://arxiv.org/search/advanced">Advanced Search</a></p>
        </form>
      </div>
    </div>
  </header>
  ${
    main ??
    html`<main><div id="content">
${content}
  </div></main>`
  }
  <footer style="clear: both;">
    <div class="columns is-desktop" role="navigation" aria-label="Secondary">
      <ul><li><a href="https://info.arxiv.org/about">About</a></li><li><a href="https://info.arxiv.org/help">Help</a></li></ul>
      <ul><li><a href="https://info.arxiv.org/help/contact.html">Contact</a></li><li><a href="https://info.arxiv.org/help/subscribe">Subscribe</a></li></ul>
      <ul><li><a href="https://info.arxiv.org/help/license/index.html">Copyright</a></li><li><a href="https://info.arxiv.org/help/policies/privacy_policy.html">Privacy Policy</a></li></ul>
    </div>
  </footer>
</div>
</body>
</html>`;

/** @param {string} id what was asked for */
export const notFoundPage = (id) =>
  arxivPage({
    title: 'Article not found',
    content: html`<h1>Article ${id} not found</h1><p>No article has the identifier '${id}'.</p>`,
  });
