// @ts-check
// The abstract page of a paper: `#abs-outer` with the left column, the extra services at its right and the labs tabs below.
import { html } from '../html.mjs';
import { arxivPage } from './page.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

/** @param {string} time ISO 8601 @returns {string} e.g. `3 Jun 2026` */
const shortDate = (time) =>
  new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** @param {string} author @returns {string} `Lindqvist, A` */
function searchName(author) {
  const names = author.split(' ');
  return `${names.at(-1) ?? ''}, ${author.charAt(0)}`;
}

/** @param {string} author */
const authorLink = (author) =>
  html`<a href="https://arxiv.org/search/cs?searchtype=author&query=${encodeURIComponent(searchName(author))}" rel="nofollow">${author}</a>`;

/** @template T @param {T[]} list @param {unknown} separator @returns {unknown[]} */
const joined = (list, separator) =>
  list.flatMap((entry, index) => (index === 0 ? [entry] : [separator, entry]));

/** @param {PagePaper} paper @param {string} version */
const head = (
  { id, title, authors, abstract },
  version,
) => html`<link rel="canonical" href="https://arxiv.org/abs/${id}">
  <meta name="description" content="Abstract page for arXiv paper ${id}: ${title}">
  <meta property="og:site_name" content="arXiv.org"><meta property="og:title" content="${title}">
  <meta property="og:url" content="https://arxiv.org/abs/${id}${version}"><meta property="og:description" content="${abstract}">
  <meta name="citation_title" content="${title}">${authors.map((author) => html`<meta name="citation_author" content="${searchName(author)}">`)}
  <meta name="citation_pdf_url" content="https://arxiv.org/pdf/${id}"><meta name="citation_arxiv_id" content="${id}">`;

/** @param {PagePaper} paper @param {string} version */
const leftColumn = ({ id, title, authors, abstract, submittedAt }, version) => html`<div class="leftcolumn">
    <div class="subheader"><h1>Computer Science &gt; Computation and Language</h1></div>
    <div class="header-breadcrumbs-mobile"><strong>arXiv:${id}</strong> (cs)</div>
    <div id="content-inner">
      <div id="abs">
        <div class="dateline">
  [Submitted on ${shortDate(submittedAt)}]</div>
        <h1 class="title mathjax"><span class="descriptor">Title:</span>${title}</h1>
        <div class="authors"><span class="descriptor">Authors:</span>${joined(authors.map(authorLink), ', ')}</div>
        <div id="download-button-info" hidden>View a PDF of the paper titled ${title}</div>
        <a class="mobile-submission-download" href="/pdf/${id}">View PDF</a>
        <blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>${abstract}
        </blockquote>
        <!--CONTEXT-->
        <div class="metatable">
          <table summary="Additional metadata">
            <tr><td class="tablecell label">Subjects:</td>
              <td class="tablecell subjects"><span class="primary-subject">Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)</td></tr>
            <tr><td class="tablecell label">Cite as:</td>
              <td class="tablecell arxivid"><span class="arxivid"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> [cs.CL]</span></td></tr>
            <tr><td class="tablecell label">&nbsp;</td>
              <td class="tablecell arxividv">(or <span class="arxivid"><a href="https://arxiv.org/abs/${id}v1">arXiv:${id}v1</a> [cs.CL]</span> for this version)</td></tr>
            <tr><td class="tablecell label">&nbsp;</td>
              <td class="tablecell arxivdoi"><a href="https://doi.org/10.48550/arXiv.${id}" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.${id}</a></td></tr>
          </table>
        </div>
      </div>
    </div>
    <div class="submission-history">
      <h2>Submission history</h2> From: ${authors[0] ?? 'Anonymous'} [<a href="/show-email/0/${id}" rel="nofollow">view email</a>]<br>
      <strong>[v1]</strong> ${new Date(submittedAt).toUTCString().replace('GMT', 'UTC')} (412 KB)<br>${
        version === ''
          ? ''
          : html`
      <strong>[${version.slice(1)}]</strong> the version shown<br>`
      }
    </div>
  </div>
  <!--end leftcolumn-->`;

/** @param {PagePaper} paper */
const extraServices = ({ id, title }) => html`<div class="extra-services">
    <div class="full-text">
      <a name="other"></a>
      <span class="descriptor">Full-text links:</span>
      <h2>Access Paper:</h2>
      <ul>
        <li><a href="/pdf/${id}" aria-describedby="download-button-info" accesskey="f" class="abs-button download-pdf">View PDF</a></li>
        <li><a href="https://arxiv.org/html/${id}v1" class="abs-button" id="latexml-download-link">HTML (experimental)</a></li>
        <li><a href="/src/${id}" class="abs-button download-eprint">TeX Source</a></li>
      </ul>
      <div class="abs-license"><a href="http://creativecommons.org/licenses/by/4.0/" title="Rights to this article" class="has_license">view license</a></div>
    </div>
    <!--end full-text-->
    <div class="browse">
      Current browse context: <div class="current">cs.CL</div>
      <div class="prevnext"><span class="arrow"><a class="abs-button prev-url" href="/prevnext?id=${id}&function=prev&context=cs.CL" rel="nofollow">&lt;&nbsp;prev</a></span>
        <span class="is-hidden-mobile">&nbsp; | &nbsp;</span><span class="arrow"><a class="abs-button next-url" href="/prevnext?id=${id}&function=next&context=cs.CL" rel="nofollow">next&nbsp;&gt;</a></span></div>
      <div class="list"><a class="abs-button abs-button-grey abs-button-small context-new" href="/list/cs.CL/new" rel="nofollow">new</a>
        <span class="is-hidden-mobile"> | </span><a class="abs-button abs-button-grey abs-button-small context-recent" href="/list/cs.CL/recent" rel="nofollow">recent</a></div>
      <div class="abs-switch-cat">Change to browse by: <div class="switch context-change"><a href="/abs/${id}?context=cs" rel="nofollow">cs</a><br><a href="/abs/${id}?context=cs.LG" rel="nofollow">cs.LG</a></div></div>
    </div>
    <div class="extra-ref-cite"><h3>References &amp; Citations</h3><ul>
      <li><a class="abs-button abs-button-small cite-ads" href="https://ui.adsabs.harvard.edu/abs/arXiv:${id}">NASA ADS</a></li>
      <li><a class="abs-button abs-button-small cite-google-scholar" href="https://scholar.google.com/scholar_lookup?arxiv_id=${id}" target="_blank" rel="noopener">Google Scholar</a></li>
      <li><a class="abs-button abs-button-small cite-semantic-scholar" href="https://api.semanticscholar.org/arXiv:${id}" target="_blank" rel="noopener">Semantic Scholar</a></li></ul></div>
    <div class="extra-ref-cite"><span id="bib-cite-trigger" class="bib-cite-button abs-button">export BibTeX citation</span></div>
    <div class="bookmarks"><div><h3>Bookmark</h3></div><a class="abs-button abs-button-grey abs-button-small" href="https://reddit.com/submit?url=https://arxiv.org/abs/${id}&title=${encodeURIComponent(title)}">Reddit</a></div>
  </div>
  <!--end extra-services-->`;

const labsTabs = html`<!-- LABS AREA -->
  <div id="labstabs"><div class="labstabs">
    <input type="radio" name="tabs" id="tabone" checked="checked"><label for="tabone">Bibliographic Tools</label>
    <div class="tab labs-display-bib"><h1>Bibliographic and Citation Tools</h1>
      <div class="toggle"><div class="columns is-mobile lab-row"><div class="column lab-switch"><input id="bibex-toggle" type="checkbox" class="lab-toggle" aria-labelledby="label-for-bibex"></div>
      <div class="column lab-name"><span id="label-for-bibex">Bibliographic Explorer</span></div></div></div></div>
    <input type="radio" name="tabs" id="tabtwo"><label for="tabtwo">Code, Data, Media</label>
    <input type="radio" name="tabs" id="tabfour"><label for="tabfour">Related Papers</label>
    <input type="radio" name="tabs" id="tabfive"><label for="tabfive">About arXivLabs</label>
  </div></div>
  <!-- END LABS AREA -->`;

/**
 * @param {PagePaper} paper
 * @param {{ version?: string, dark?: boolean }} options `version` as in the address: `v2`, or empty
 */
export const abstractPage = (paper, { version = '', dark = false }) =>
  arxivPage({
    title: `[${paper.id}] ${paper.title}`,
    dark,
    head: head(paper, version || 'v1'),
    breadcrumbs: html` <span>&gt;</span> <a href="/list/cs/recent">cs</a> <span>&gt;</span> arXiv:${paper.id}${version}`,
    content: html`<div id="abs-outer">
  ${leftColumn(paper, version)}
  ${extraServices(paper)}
  ${labsTabs}
  <div class="endorsers"><a href="/auth/show-endorsers/${paper.id}" class="endorser-who" rel="nofollow">Which authors of this paper are endorsers?</a></div>
</div>`,
  });
