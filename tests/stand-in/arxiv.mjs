// @ts-check
// The stand-in for arxiv.org: abstract pages of every possible identifier, a listing and minimal PDFs.
// `?appearance=dark` on any page serves it as some dark-mode extensions leave it.
import { abstractPage } from './arxiv/abstract-page.mjs';
import { listPage } from './arxiv/list-page.mjs';
import { arxivStyle, notFoundPage } from './arxiv/page.mjs';
import { createPdf } from './arxiv/pdf.mjs';
import { sendPage } from './html.mjs';

/** @param {string} text an identifier as in an address @returns {[id: string, version: string]} */
function splitVersion(text) {
  const [, id = text, version = ''] = /^(.*?)(v\d+)?$/.exec(text) ?? [];
  return [id, version];
}

/**
 * @param {object} options
 * @param {import('./papers.mjs').Papers} options.papers
 * @param {number} [options.listLength] entries of a listing, a third of them unknown to the feed
 * @returns {import('./web.mjs').Site}
 */
export function createArxiv({ papers, listLength = 30 }) {
  /** @param {string} text */
  const missing = (text) => notFoundPage(text);

  function listed() {
    const known = papers.newest(Math.ceil((listLength * 2) / 3));
    const unknown = Array.from({ length: listLength - known.length }, (_, index) =>
      papers.find(`2606.${String(99_000 + index)}`),
    );
    return [...known, ...unknown.filter((paper) => paper !== undefined)];
  }

  return (_request, response, url) => {
    if (url.pathname === arxivStyle.path) return arxivStyle.serve(response);
    const dark = url.searchParams.get('appearance') === 'dark';
    const path = decodeURIComponent(url.pathname);
    const [, kind, rest = ''] = /^\/(abs|pdf|list)\/(.+?)\/?$/.exec(path) ?? [];

    if (kind === 'list') {
      const category = rest.split('/')[0] ?? '';
      return sendPage(response, listPage(category, listed(), { dark }));
    }
    const [id, version] = splitVersion(kind === 'pdf' ? rest.replace(/\.pdf$/, '') : rest);
    const paper = kind ? papers.find(id) : undefined;
    if (!paper) return sendPage(response, missing(rest || path), { status: 404 });
    if (kind === 'pdf') {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.end(createPdf(`arXiv:${id}`));
      return;
    }
    sendPage(response, abstractPage(paper, { version, dark }));
  };
}
