// @ts-check
// A listing of arXiv: `dl#articles` with one `dt` and one `dd` per paper.
import { html } from '../html.mjs';
import { arxivPage } from './page.mjs';

/** @param {import('../papers.mjs').PagePaper} paper @param {number} index */
const entry = ({ id, title, authors }, index) => html`
    <dt>
      <a name="item${index + 1}">[${index + 1}]</a>
      <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
      [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}">other</a>]
    </dt>
    <dd><div class="meta">
      <div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
      <div class="list-authors">${authors.slice(0, 6).join(', ')}</div>
      <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span></div>
    </div></dd>`;

/**
 * @param {string} category e.g. `cs.CL`
 * @param {import('../papers.mjs').PagePaper[]} papers
 * @param {{ dark?: boolean }} options
 */
export const listPage = (category, papers, { dark = false }) =>
  arxivPage({
    title: `${category} listing`,
    dark,
    breadcrumbs: html` <span>&gt;</span> <a href="/list/${category}/recent">${category}</a>`,
    content: html`<div id="content-inner"><div id="dlpage">
  <h1>Computation and Language</h1>
  <h2>Authors and titles for recent submissions</h2>
  <div class="paging">Total of ${papers.length} entries</div>
  <dl id="articles">
    <h3>Most recent first (showing ${papers.length} of ${papers.length} entries )</h3>${papers.map(entry)}
  </dl>
</div></div>`,
  });
