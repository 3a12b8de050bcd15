// @ts-check
// One entry of arXiv's lists, a `dt` and a `dd`, and the lists they make. The odd quotes and line breaks are arXiv's.
import { html } from '../html.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

/**
 * @typedef {object} Section
 * @property {string} [heading] absent on lists that have one part only
 * @property {PagePaper[]} papers
 * @property {string} [note] behind the identifier: `(replaced)`
 */

/** @param {string} author */
const authorLink = (author) =>
  html`<a href="https://arxiv.org/search/cs?searchtype=author&query=${encodeURIComponent(author)}">${author}</a>`;

/** @param {string[]} authors */
const authorLinks = (authors) =>
  authors.flatMap((author, index) => (index === 0 ? [authorLink(author)] : [', ', authorLink(author)]));

/** @param {PagePaper} paper @param {number} number @param {string} note @param {boolean} abstracts */
const entry = ({ id, title, authors, abstract, repository }, number, note, abstracts) => html`
    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
      ${
        note &&
        html`    ${note}
`
      }
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}" aria-labelledby="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}" aria-labelledby="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}" aria-labelledby="oth-${id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${title}
        </div>
        <div class='list-authors'>${authorLinks(authors)}</div>
${
  repository &&
  html`
        <div class='list-comments mathjax'><span class='descriptor'>Comments:</span>
          12 pages, code at <a href="https://github.com/${repository}" rel="external noopener nofollow" class="link-external link-https">this https URL</a>
        </div>
`
}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)
        </div>
${
  abstracts &&
  html`
        <p class='mathjax'>
            ${abstract}
        </p>`
}
      </div>
    </dd>`;

/**
 * The sections, numbered through.
 * @param {Section[]} sections
 * @param {{ first?: number, abstracts?: boolean }} options number of the first entry, from 1
 */
export function articles(sections, { first = 1, abstracts = false } = {}) {
  let number = first;
  return sections.map(
    ({ heading, papers, note = '' }) => html`
      <dl id='articles'>
    ${heading && html`<h3>${heading}</h3>`}

${papers.map((paper) => entry(paper, number++, note, abstracts))}
</dl>
`,
  );
}
