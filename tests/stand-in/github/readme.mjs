// @ts-check
// The README of a stand-in repository, as GitHub renders markdown: papers named by links (in a paragraph, around a picture, in a list
// and in a table), in plain text, and in a BibTeX block alone; code that nothing may be put into.
import { html, raw } from '../html.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

const arxivPicture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="78" height="20"><rect width="78" height="20" rx="3" fill="#b31b1b"/><text x="39" y="14" text-anchor="middle" font-family="Verdana,sans-serif" font-size="11" fill="#fff">arXiv paper</text></svg>',
)}`;

/** An identifier the feed does not have, so that the README also names a paper nobody picked up. */
const unknownPaperId = '2303.99001';

/** @param {string} level @param {string} text */
const heading = (level, text) => {
  const anchor = text.toLowerCase().replace(/\W+/g, '-');
  return html`<div class="markdown-heading" dir="auto">${raw(`<${level} tabindex="-1" class="heading-element" dir="auto">`)}${text}${raw(`</${level}>`)}<a id="user-content-${anchor}" class="anchor" aria-label="Permalink: ${text}" href="#${anchor}"></a></div>`;
};

/** @param {string} address @param {unknown} text */
const link = (address, text) => html`<a href="${address}" rel="nofollow">${text}</a>`;

/** @param {string} language @param {string} code */
const codeBlock = (language, code) =>
  html`<div class="highlight highlight-${language} notranslate position-relative overflow-auto" dir="auto"><pre>${code}</pre></div>`;

/** @param {PagePaper} paper */
function bibtex({ id, title, authors }) {
  const key = `${authors[0]?.split(' ').at(-1)?.toLowerCase() ?? 'anonymous'}20${id.slice(0, 2)}`;
  return `@misc{${key},
  title         = {${title}},
  author        = {${authors.slice(0, 3).join(' and ')}},
  eprint        = {${id}},
  archivePrefix = {arXiv},
  url           = {https://arxiv.org/abs/${id}}
}`;
}

/**
 * The article element of the README.
 * @param {string} slug `owner/name`
 * @param {PagePaper[]} papers the repository's own papers first, then its related work; at least three, of which the fifth is named in
 *   plain text and the sixth in BibTeX
 */
export function readme(slug, papers) {
  const name = slug.split('/')[1] ?? slug;
  const [own, second, third, fourth, written, cited] = papers;
  if (!own || !second || !third) throw new Error('A README needs three papers');
  return html`<article class="markdown-body entry-content container-lg" itemprop="text">
${heading('h1', name)}
<p dir="auto">${link(`https://arxiv.org/abs/${own.id}`, html`<img src="${arxivPicture}" alt="arXiv" style="max-width: 100%;">`)}</p>
<p dir="auto">This repository holds the code of ${link(`https://arxiv.org/abs/${own.id}`, own.title)}. It grew out of ${link(`https://arxiv.org/abs/${second.id}v1`, second.title)}, and everything the tables of the paper say can be run from here.</p>
${heading('h2', 'Install')}
${codeBlock('source-shell', `# set up as described in https://arxiv.org/abs/${second.id}\ngit clone https://github.com/${slug}\ncd ${name} && pip install -e .`)}
<p dir="auto">Checkpoints are named after the paper, for example <code>arXiv:${own.id}</code>.</p>
${heading('h2', 'Related work')}
<ul dir="auto">
<li>${link(`https://arxiv.org/abs/${second.id}`, second.title)}</li>
<li>${link(`https://arxiv.org/pdf/${third.id}`, third.title)}</li>
<li>${link(`https://huggingface.co/papers/${(fourth ?? second).id}`, (fourth ?? second).title)}</li>
<li>${link(`https://arxiv.org/abs/${unknownPaperId}`, 'A paper that nobody has picked up yet')}</li>
</ul>
${written && html`<p dir="auto">Not to be confused with arXiv:${written.id}, which has the same name.</p>`}
${heading('h2', 'Results')}
<markdown-accessiblity-table><table tabindex="0">
<thead><tr><th>Method</th><th>Paper</th><th>Score</th></tr></thead>
<tbody>
<tr><td>Ours</td><td>${link(`https://arxiv.org/abs/${own.id}`, `arXiv:${own.id}`)}</td><td>71.4</td></tr>
<tr><td>Baseline</td><td>${link(`https://arxiv.org/abs/${third.id}`, `arXiv:${third.id}`)}</td><td>64.0</td></tr>
</tbody>
</table></markdown-accessiblity-table>
${heading('h2', 'Citation')}
${codeBlock('text-bibtex', bibtex(own))}
${cited && html`<p dir="auto">and, for the idea:</p>${codeBlock('text-bibtex', bibtex(cited))}`}
</article>`;
}
