// @ts-check
// A paper as HTML, as LaTeXML makes them and arXiv frames them: header, contents, article with footnote and references, footer.
import { html } from '../html.mjs';
import { htmlPaperStyle } from './page.mjs';

/** @typedef {import('../papers.mjs').PagePaper} PagePaper */

/** @param {PagePaper} paper @param {number} index every second one is named in text alone */
const reference = ({ id, title, authors }, index) => html`
<li id="bib.bib${index + 1}" class="ltx_bibitem">
<span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">[${index + 1}]</span>
<span class="ltx_bibblock">
${authors.join(', ')}.

</span>
<span class="ltx_bibblock">${index % 2 === 0 ? html`<a href="https://arxiv.org/abs/${id}" title="" class="ltx_ref ltx_href">${title}</a>` : title}.

</span>
<span class="ltx_bibblock"><em class="ltx_emph ltx_font_italic">arXiv preprint arXiv:${id}</em>.

</span>
</li>`;

/** @param {number} number */
const section = (number) => html`
<section id="S${number}" class="ltx_section">
<h2 class="ltx_title ltx_title_section">
<span class="ltx_tag ltx_tag_section">${number} </span>Part ${number}</h2>
<div id="S${number}.p1" class="ltx_para">
<p id="S${number}.p1.1" class="ltx_p">The text of this part was made up for the stand-in web. It cites <cite class="ltx_cite ltx_citemacro_cite">[<a href="#bib.bib1" title="" class="ltx_ref">1</a>]</cite>, and <math alttext="x" class="ltx_Math" display="inline"><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math> is small.</p>
</div>
</section>`;

/** @param {PagePaper} paper @param {{ references: PagePaper[], version?: string }} options */
export const htmlPage = (
  { id, title, authors, abstract, repository },
  { references, version = 'v1' },
) => html`<html lang="en">
<head>
<meta http-equiv="content-type" content="text/html; charset=UTF-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${htmlPaperStyle.path}" type="text/css">
</head>
<body>
<header class="arxiv-html-header">
  <nav class="html-header-nav">
    <a class="header-button" title="Back to abstract page" href="/abs/${id}${version}">Back to Abstract</a>
    <a class="header-button" title="Download PDF" href="/pdf/${id}${version}" target="_blank">Download PDF</a>
  </nav>
</header><nav class="ltx_page_navbar">
<nav class="ltx_TOC"><ol class="ltx_toclist">
<li class="ltx_tocentry ltx_tocentry_section"><a href="#S1" class="ltx_ref"><span class="ltx_text ltx_ref_title">Part 1</span></a></li>
</ol></nav>
</nav>
<div class="ltx_page_main">
<div id="infobox" class="infobox">
  <div id="watermark-tr">
arXiv:${id}${version} [cs.CL] 10 Jun 2026</div>
</div><div class="ltx_page_content">
<article class="ltx_document ltx_authors_1line">
<h1 class="ltx_title ltx_title_document">${title}</h1>
<div class="ltx_authors">
${authors.map((author) => html`<span class="ltx_creator ltx_role_author"><span class="ltx_personname">${author}</span></span> `)}
</div>

<div class="ltx_abstract">
<h6 class="ltx_title ltx_title_abstract">Abstract</h6>
<p class="ltx_p">${abstract}${
  repository &&
  html`<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Code: <a href="https://github.com/${repository}" title="" class="ltx_ref ltx_url ltx_font_typewriter">https://github.com/${repository}</a>.</span></span></span>`
}</p>
</div>
${[1, 2, 3, 4].map(section)}
<section id="bib" class="ltx_bibliography">
<h2 class="ltx_title ltx_title_bibliography">References</h2>

<ul class="ltx_biblist">${references.map(reference)}
</ul>
</section>
</article>
</div>
</div>
<footer class="arxiv-html-footer">
  <div class="keyboard-glossary">
    <p>What is known to go wrong is collected as <a class="ltx_ref" href="https://github.com/arXiv/html_feedback/issues" target="_blank">issues</a>.</p>
  </div>
</footer>
</body>
</html>`;
