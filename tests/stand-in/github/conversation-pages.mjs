// @ts-check
// Rendered markdown on GitHub beyond README and issue: a pull request (drawn by React, with a diff that names a paper in code), a
// discussion, a wiki page, a release and a gist. Each names one paper by a link and one in plain text.
import { html } from '../html.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */
/** @typedef {{ slug: string, linked: PagePaper, written: PagePaper }} Named */

/** @param {Named} named */
const body = ({ slug, linked, written }) =>
  html`<p dir="auto">This follows <a href="https://arxiv.org/abs/${linked.id}" rel="nofollow">the paper</a> and compares with arXiv:${written.id}, which the code at <a href="https://github.com/${slug}">${slug}</a> does not do yet.</p>`;

/** @param {unknown} content */
const wrapper = (content) =>
  html`<div id="repo-content-pjax-container" class="repository-content"><div class="clearfix container-xl px-3 px-md-4 px-lg-5 mt-4">${content}</div></div>`;

/** @param {string} author @param {unknown} markdown */
const comment = (author, markdown) =>
  html`<div class="TimelineItem js-comment-container"><div class="timeline-comment-group TimelineItem-body"><div class="timeline-comment comment"><div class="timeline-comment-header clearfix"><h3 class="timeline-comment-header-text f5 text-normal"><strong>${author}</strong> commented</h3></div><div class="edit-comment-hide"><div class="d-block comment-body markdown-body js-comment-body">${markdown}</div></div></div></div></div>`;

/** @param {Named} named */
export const pullContent = (named) =>
  wrapper(html`<react-app app-name="repo" data-ssr="true"><div data-target="react-app.reactRoot"><div id="show_pull">
    <h1 class="prc-PageHeader-Title-LKOsd"><span class="markdown-title">Compare with arXiv:${named.written.id}</span> <span class="color-fg-muted">#2</span></h1>
    <div class="js-discussion">${comment('a-reader', body(named))}</div>
    <table class="diff-table mt-2"><tbody><tr><td class="blob-code blob-code-addition"><span class="blob-code-inner"># after https://arxiv.org/abs/${named.linked.id}</span></td></tr></tbody></table>
    <form class="mt-2"><textarea aria-label="Add a comment" rows="3">As in arXiv:${named.linked.id}</textarea></form>
  </div></div></react-app>`);

/** @param {Named} named */
export const discussionContent = (named) =>
  wrapper(html`<div id="show_discussion"><h1 class="gh-header-title f1"><span class="js-issue-title markdown-title">What to compare with</span> <span class="color-fg-muted">#3</span></h1>
    <div class="js-discussion">${comment('another-reader', body(named))}</div></div>`);

/** @param {Named} named */
export const wikiContent = (named) =>
  wrapper(html`<div id="wiki-wrapper"><h1 class="gh-header-title f1">Home</h1>
    <div id="wiki-content" class="mt-2"><div id="wiki-body" class="gollum-markdown-content"><div class="markdown-body">${body(named)}</div></div></div></div>`);

/** @param {Named} named */
export const releaseContent = (named) =>
  wrapper(
    html`<section aria-labelledby="release-title"><h2 class="sr-only" id="release-title">v1.0</h2><div data-view-component="true" class="Box"><div class="Box-body"><h1 class="d-inline mr-3">v1.0</h1><div data-test-selector="body-content" class="markdown-body my-3">${body(named)}</div></div></div></section>`,
  );

/** @param {Named} named */
export const gistContent = (named) => html`<div class="container-lg">
    <h1 class="wb-break-word f3 text-normal"><span class="author"><a href="/a-reader">a-reader</a></span><span class="mx-1 color-fg-muted">/</span><strong itemprop="name" class="css-truncate-target mr-1"><a href="/a-reader/0123456789abcdef0123456789abcdef">notes.md</a></strong></h1>
    <div id="file-notes-md" class="file my-2"><div id="file-notes-md-readme" class="Box-body readme blob gist-border-0" role="region"><article class="markdown-body entry-content container-lg" itemprop="text">${body(named)}</article></div></div>
    ${comment('another-reader', body(named))}
  </div>`;
