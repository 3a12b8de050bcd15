// @ts-check
// GitHub's lists of repositories: trending, a topic, search results (drawn by React) and an account's stars. Each lists the code of
// the papers it is given; every other description says the paper's identifier in plain text.
import { html } from '../html.mjs';

/** @typedef {import('../papers.mjs').PagePaper & { repository: string }} PaperWithCode */

/** @param {PaperWithCode} paper @param {number} index */
const about = ({ id, title }, index) => (index % 2 === 0 ? `Code for "${title}"` : `${title} (arXiv:${id})`);

/** @param {string} slug */
const facts = (slug) =>
  html`<div class="f6 color-fg-muted mt-2"><span class="d-inline-block mr-2">Python</span><a href="/${slug}/stargazers" class="Link Link--muted d-inline-block mr-2">1,234</a><a href="/${slug}/forks" class="Link Link--muted d-inline-block">56</a></div>`;

/** @param {PaperWithCode} paper @param {number} index */
function trendingRow(paper, index) {
  const [owner, name] = paper.repository.split('/');
  return html`
      <article class="Box-row"><h2 class="h3 lh-condensed"><a href="/${paper.repository}" data-view-component="true" class="Link"><span class="text-normal">${owner} /</span> ${name}</a></h2>
        <p class="col-9 color-fg-muted my-1 tmp-pr-4">${about(paper, index)}</p>${facts(paper.repository)}</article>`;
}

/** @param {PaperWithCode[]} papers */
export const trendingContent = (papers) =>
  html`<div class="container-lg"><h1 class="h1">Trending</h1><div class="Box"><div data-hpc>${papers.map(trendingRow)}</div></div></div>`;

/** @param {PaperWithCode} paper @param {number} index */
function topicCard(paper, index) {
  const [owner, name] = paper.repository.split('/');
  return html`
      <article class="border rounded color-shadow-small color-bg-subtle tmp-my-4"><div class="tmp-px-3"><div class="d-flex flex-justify-between"><div class="d-flex flex-1"><h3 class="f3 color-fg-muted text-normal lh-condensed"><a data-turbo="false" href="/${owner}" class="Link">${owner}</a> / <a data-turbo="false" href="/${paper.repository}" class="Link text-bold wb-break-word">${name}</a></h3></div></div></div>
        <nav aria-label="Repository menu: ${paper.repository}" class="tabnav tmp-px-3"><ul class="tabnav-tabs list-style-none"><li class="d-inline-flex"><a aria-current="true" href="/${paper.repository}" class="tabnav-tab f6">Code</a></li></ul></nav>
        <div class="color-bg-default tmp-px-3"><p class="color-fg-muted mb-0">${about(paper, index)}</p></div></article>`;
}

/** @param {string} topic @param {PaperWithCode[]} papers */
export const topicContent = (topic, papers) =>
  html`<div class="container-lg"><h1 class="h1">${topic}</h1><h2 class="h3 color-fg-muted">Here are ${papers.length} public repositories matching this topic</h2>${papers.map(topicCard)}</div>`;

/** @param {PaperWithCode} paper @param {number} index */
function result(paper, index) {
  const [owner, name] = paper.repository.split('/');
  return html`
      <div class="Result-module__item__pWxYz Box-row"><h3 class="h3"><div class="search-title"><a class="prc-Link-Link-85e08" href="/${paper.repository}"><span class="search-match">${owner}/<em>${name}</em></span></a></div></h3>
        <div><span class="search-match">${about(paper, index)}</span></div><ul class="list-style-none f6"><li><a class="Repositories-module__stargazersLink__KJnwW Link--muted" href="/${paper.repository}/stargazers" aria-label="1234 stars">1.2k</a></li></ul></div>`;
}

/** @param {PaperWithCode[]} papers */
export const searchContent = (papers) =>
  html`<div class="container-lg"><react-app app-name="blackbird-search" data-ssr="true"><div data-target="react-app.reactRoot"><h1 class="sr-only">Search results</h1><div class="Box" data-testid="results-list">${papers.map(result)}</div></div></react-app></div>`;

/** @param {PaperWithCode} paper @param {number} index */
function star(paper, index) {
  const [owner, name] = paper.repository.split('/');
  return html`
      <div class="col-12 d-block width-full py-4 Box-row"><div class="d-inline-block mb-1"><h2 class="h3"><a href="/${paper.repository}"><span class="text-normal">${owner} / </span>${name}</a></h2></div>
        <div class="py-1"><p class="d-inline-block col-9 color-fg-muted" itemprop="description">${about(paper, index)}</p></div>${facts(paper.repository)}</div>`;
}

/** @param {string} account @param {PaperWithCode[]} papers */
export const starsContent = (account, papers) =>
  html`<div class="container-lg"><h1 class="vcard-names"><span class="p-name vcard-fullname">${account}</span></h1><turbo-frame id="user-starred-repos"><h2 class="sr-only">Stars</h2><div class="Box">${papers.map(star)}</div></turbo-frame></div>`;
