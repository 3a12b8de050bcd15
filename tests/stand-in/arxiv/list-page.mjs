// @ts-check
// arXiv's lists: new, recent, by month; the catch-up of a day; the page of an author. What they list is handed in.
import { html } from '../html.mjs';
import { articles } from './list-entry.mjs';
import { arxivPage, listStyle } from './page.mjs';

/**
 * @typedef {import('../papers.mjs').PagePaper} PagePaper
 * @typedef {import('./list-entry.mjs').Section} Section
 */

const listHead = html`<link rel="stylesheet" href="${listStyle.path}">`;

/** @type {Record<string, string>} */
const categories = {
  cs: 'Computer Science',
  'cs.CL': 'Computation and Language',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.LG': 'Machine Learning',
};

/** @param {string} category */
const nameOf = (category) => categories[category] ?? category;

/** @param {string} category */
const breadcrumbs = (category) => html` <span>&gt;</span> <a href="/list/${category}/recent">${category}</a>`;

/** @param {PagePaper[]} papers @param {number[]} shares of the list, of 1 together @returns {PagePaper[][]} */
function cut(papers, shares) {
  let end = 0;
  let reached = 0;
  return shares.map((share, index) => {
    const start = end;
    reached += share;
    end = index === shares.length - 1 ? papers.length : Math.ceil(papers.length * reached);
    return papers.slice(start, end);
  });
}

/** @param {PagePaper[]} papers @returns {Section[]} */
function daySections(papers) {
  return cut(papers, [0.6, 0.4])
    .map((part, index) => ({
      heading: `${['Wed, 10', 'Tue, 9'][index]} Jun 2026 (showing ${part.length} of ${part.length} entries )`,
      papers: part,
    }))
    .filter(({ papers: { length } }) => length > 0);
}

/** @param {PagePaper[]} papers @param {string} category @returns {Section[]} */
function newSections(papers, category) {
  const other = category === 'cs.CL' ? 'cs.LG' : 'cs.CL';
  const kinds = [
    { name: 'New', note: '' },
    { name: 'Cross', note: `(cross-list from ${other})` },
    { name: 'Replacement', note: '(replaced)' },
  ];
  return cut(papers, [0.5, 0.25, 0.25])
    .map((part, index) => ({
      heading: `${kinds[index]?.name} submissions (showing ${part.length} of ${part.length} entries)`,
      note: kinds[index]?.note,
      papers: part,
    }))
    .filter(({ papers: { length } }) => length > 0);
}

/**
 * @param {string} path of the list
 * @param {{ skip: number, show: number, total: number }} window
 */
function paging(path, { skip, show, total }) {
  /** @param {number} start */
  const range = (start) => `${start + 1}-${Math.min(start + show, total)}`;
  const starts = Array.from({ length: Math.min(4, Math.ceil(total / show)) }, (_, index) => index * show);
  return html`
      <div class='paging'>Total of ${total} entries ${
        total > show &&
        html`: ${starts.map((start) =>
          start === skip
            ? html`     <span>${range(start)}</span>`
            : html`
      <a href=${path}?skip=${start}&show=${show}>${range(start)}</a>`,
        )}`
      }
    </div>
    <div class='morefewer'>Showing up to ${show} entries per page:
          <a href=${path}?skip=0&show=25 rel="nofollow">
      fewer</a>
 |
          <a href=${path}?skip=0&show=100 rel="nofollow">
      more</a>
 |
          <span style="color: #454545">all</span>

    </div>
`;
}

/**
 * @param {object} list
 * @param {string} list.category e.g. `cs.CL`
 * @param {string} list.period `new`, `recent`, `pastweek`, or a month or year
 * @param {PagePaper[]} list.papers those on this page
 * @param {{ skip: number, show: number, total: number }} list.window
 * @param {boolean} [list.dark]
 */
export function listPage({ category, period, papers, window, dark }) {
  const path = `/list/${category}/${period}`;
  const isNew = period === 'new';
  const isByDay = period === 'recent' || period === 'pastweek';
  const sections = isNew ? newSections(papers, category) : isByDay ? daySections(papers) : [{ papers }];
  return arxivPage({
    title: nameOf(category),
    dark,
    head: listHead,
    breadcrumbs: breadcrumbs(category),
    content: html`<div id='content-inner'>
<div id='dlpage'>
  <h1>${nameOf(category)}</h1>
${
  isNew
    ? html`
<ul>
  <li><a href="#item1">New submissions</a></li>
</ul>
<p>See <a id="recent-${category}" aria-labelledby="recent-${category}" href="/list/${category}/recent">recent</a> articles</p>
<h3>Showing new listings for Wednesday, 10 June 2026</h3>`
    : html`
<h2>Authors and titles for ${isByDay ? 'recent submissions' : period}</h2>
  <p>See today's <a id="new-${category}" aria-labelledby="new-${category}" href="/list/${category}/new">new</a> changes</p>`
}
${paging(path, window)}
${articles(sections, { first: window.skip + 1, abstracts: isNew })}
${paging(path, window)}
</div>
</div>`,
  });
}

/**
 * @param {object} list
 * @param {string} list.category
 * @param {string} list.day as written on the page
 * @param {PagePaper[]} list.papers
 * @param {boolean} list.abstracts
 * @param {boolean} [list.dark]
 */
export const catchUpPage = ({ category, day, papers, abstracts, dark }) =>
  arxivPage({
    title: `Catchup results for ${nameOf(category)}`,
    dark,
    head: listHead,
    breadcrumbs: breadcrumbs(category),
    content: html`<div id='content-inner'>
<div id='dlpage'>
  <h1>Catchup results for ${nameOf(category)} on ${day}</h1>

    <ul>
      <li><a href="#item1">New submissions</a></li>
    </ul>

    <div>
        <a href="/catchup/${category}/${day}?abs=${abstracts ? 'True' : 'False'}&page=1">Continue to the next day</a>
        <br><br>

      Total of ${papers.length} entries for ${day}

    </div>
${articles(newSections(papers, category), { abstracts })}
    <div></div>
    Total of ${papers.length} entries for ${day}
</div>
</div>`,
  });

/** @param {{ author: string, papers: PagePaper[], dark?: boolean }} list `author` as in the address: `lindqvist_a_1` */
export const authorPage = ({ author, papers, dark }) =>
  arxivPage({
    title: `${author}'s articles on arXiv`,
    dark,
    head: listHead,
    content: html`<div id='content-inner'>
    <div id='dlpage'>
        <h1>${author}'s articles on arXiv</h1><p>
            See also <a href="/help/orcid">ORCID</a> <a href="https://orcid.org/0000-0002-1825-0097">https://orcid.org/0000-0002-1825-0097</a>.
        </p>${articles([{ papers }])}
        <p>
    The address of this page is <a href="https://arxiv.org/a/${author}">https://arxiv.org/a/${author}</a>.
</p>
    </div>
</div>`,
  });
