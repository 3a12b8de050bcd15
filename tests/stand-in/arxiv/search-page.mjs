// @ts-check
// The results of arXiv's search: its own frame within the site, one `li.arxiv-result` per paper, short and full abstracts.
import { html } from '../html.mjs';
import { arxivPage, listStyle } from './page.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

const listHead = html`<link rel="stylesheet" href="${listStyle.path}">`;

/** The short form of an abstract ends after so many characters. */
const shortLength = 400;

/** @param {PagePaper} paper */
const abstractOf = ({ id, abstract }) => html`
    <p class="abstract mathjax">
      <span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
      <span class="abstract-short has-text-grey-dark mathjax" id="${id}-abstract-short" style="display: inline;">
        ${abstract.slice(0, shortLength)}&hellip;
        <a class="is-size-7" style="white-space: nowrap;">&#9661; More</a>
      </span>
      <span class="abstract-full has-text-grey-dark mathjax" id="${id}-abstract-full" style="display: none;">
        ${abstract}
        <a class="is-size-7" style="white-space: nowrap;">&#9651; Less</a>
      </span>
    </p>`;

/** @param {PagePaper} paper @param {boolean} abstracts */
const result = (paper, abstracts) => html`
  <li class="arxiv-result">
    <div class="is-marginless">
      <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${paper.id}">arXiv:${paper.id}</a>
        <span>&nbsp;[<a href="https://arxiv.org/pdf/${paper.id}">pdf</a>, <a href="https://arxiv.org/format/${paper.id}">other</a>]&nbsp;</span>
      </p>
      <div class="tags is-inline-block">
        <span class="tag is-small is-link tooltip is-tooltip-top" data-tooltip="Computation and Language">cs.CL</span>
            <span class="tag is-small is-grey tooltip is-tooltip-top" data-tooltip="Machine Learning">cs.LG</span>
        </div>
    </div>
    <p class="title is-5 mathjax">
        ${paper.title}
    </p>
    <p class="authors">
      <span class="has-text-black-bis has-text-weight-semibold">Authors:</span>
      ${paper.authors.map((author, index) => html`${index > 0 && ', '}<a href="/search/?searchtype=author&query=${encodeURIComponent(author)}">${author}</a>`)}
    </p>${abstracts && abstractOf(paper)}
    <p class="is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Submitted</span> ${paper.submittedAt.slice(0, 10)}; </p>${
      paper.repository &&
      html`
    <p class="comments is-size-7">
      <span class="has-text-black-bis has-text-weight-semibold">Comments:</span>
      <span class="has-text-grey-dark mathjax">12 pages, code at https://github.com/${paper.repository}</span>
    </p>`
    }
  </li>
`;

/** @param {{ query: string, papers: PagePaper[], abstracts: boolean, dark?: boolean }} search */
export const searchPage = ({ query, papers, abstracts, dark }) =>
  arxivPage({
    title: 'Search | arXiv e-print repository',
    dark,
    head: listHead,
    main: html`<main class="container" id="main-container">
  <div class="level is-marginless">
    <div class="level-left">
      <h1 class="title is-clearfix">${
        papers.length > 0
          ? html`Showing 1&ndash;${papers.length} of ${papers.length} results for all: <span class="mathjax">${query}</span>`
          : 'Search'
      }</h1>
    </div>
    <div class="level-right is-hidden-mobile">
      <span class="help" style="display: inline-block;"><a href="https://github.com/arXiv/arxiv-search/releases">Search, as of a while ago</a>&nbsp;&nbsp;</span>
    </div>
  </div>
  <div class="content">
  <form method="GET" action="/search/" aria-role="search">
    <input class="input is-medium" id="query" name="query" placeholder="Search term..." type="text" value="${query}">
    <button class="button is-link is-medium">Search</button>
  </form>${
    papers.length > 0
      ? html`
<ol class="breathe-horizontal" start="1">
${papers.map((paper) => result(paper, abstracts))}
</ol>`
      : html`
      <p class="is-size-4 has-text-warning">There is nothing about <span class="is-warning">all: ${query}</span>.</p>`
  }
  </div>
  </main>`,
  });
