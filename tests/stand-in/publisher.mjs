// @ts-check
// The stand-in for a publisher's site: the abstract page of a paper that has no arXiv identifier and is in no feed, with the metadata
// that search engines read.
import { html, sendPage } from './html.mjs';

export const publisherPage = 'https://papers.example.org/42';

const title = 'Verifying Many Drafts at Once';
const abstract =
  'We speed up inference of large language models by speculative decoding: a small draft model proposes tokens, and the large model verifies all drafts in one pass. Confidence tells when drafting should stop. The output stays what it was, and three servers out of four fall idle.';

const page = html`<html lang="en"><head><title>${title} | Proceedings</title>
<meta name="viewport" content="width=device-width">
<meta name="citation_title" content="${title}"><meta name="citation_author" content="Lindqvist, Ada">
<meta name="citation_abstract" content="${abstract}">
</head><body style="max-width:640px;margin:48px auto;font:16px/1.5 serif">
<p>Proceedings of the Workshop on Idle Servers</p>
<h1>${title}</h1><p>Ada Lindqvist, Bao Tran</p>
<h2>Abstract</h2><p>${abstract}</p></body></html>`;

/** @type {import('./web.mjs').Site} */
export const servePublisher = (_request, response) => sendPage(response, page);
