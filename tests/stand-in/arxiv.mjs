// @ts-check
// The stand-in for arxiv.org: abstract pages, HTML and PDFs of every possible identifier, lists, search, catch-up and author pages;
// on export.arxiv.org the API, too.
// `?appearance=dark` on any page serves it as some dark-mode extensions leave it. On pages that list papers `?show=` (for search
// `?size=`) says how many, and `?known=0` or `?known=all` whether none or all of them are papers of the feed.
import { abstractPage } from './arxiv/abstract-page.mjs';
import { answerQuery } from './arxiv/api.mjs';
import { htmlPage } from './arxiv/html-page.mjs';
import { authorPage, catchUpPage, listPage } from './arxiv/list-page.mjs';
import { listedPapers } from './arxiv/listed-papers.mjs';
import { arxivStyle, htmlPaperStyle, listStyle, notFoundPage } from './arxiv/page.mjs';
import { createPdf } from './arxiv/pdf.mjs';
import { searchPage } from './arxiv/search-page.mjs';
import { sendPage } from './html.mjs';

const styles = [arxivStyle, listStyle, htmlPaperStyle];

/** @param {string} text an identifier as in an address @returns {[id: string, version: string]} */
function splitVersion(text) {
  const [, id = text, version = ''] = /^(.*?)(v\d+)?$/.exec(text) ?? [];
  return [id, version];
}

/**
 * @param {object} options
 * @param {import('./papers.mjs').Papers} options.papers
 * @param {import('./faults.mjs').Faults} [options.faults] apply to the API only
 * @param {number} [options.listLength] entries of a list unless the address says how many; a third of them unknown to the feed
 * @returns {import('./web.mjs').Site}
 */
export function createArxiv({ papers, faults, listLength = 30 }) {
  /** @param {string} path @param {URLSearchParams} query */
  function listingOf(path, query) {
    const dark = query.get('appearance') === 'dark';
    /** @param {number} count */
    const listed = (count) => listedPapers(papers, count, query.get('known'));
    /** @param {string} name @param {number} fallback */
    const number = (name, fallback) => Number(query.get(name) ?? '') || fallback;
    const [, kind, first = '', second = ''] =
      /^\/(list|catchup|search|a)(?:\/([^/]+))?(?:\/([^/]+))?\/?$/.exec(path) ?? [];

    if (kind === 'list' && second) {
      const [skip, show] = [number('skip', 0), number('show', 50)];
      const total = query.has('show') ? Math.max(listLength, skip + show) : listLength;
      const page = listed(total).slice(skip, skip + show);
      return listPage({ category: first, period: second, papers: page, window: { skip, show, total }, dark });
    }
    if (kind === 'catchup' && second) {
      const abstracts = query.get('abs') === 'True';
      return catchUpPage({
        category: first,
        day: second,
        papers: listed(number('show', listLength)),
        abstracts,
        dark,
      });
    }
    if (kind === 'a' && first) {
      return authorPage({ author: first, papers: listed(number('show', listLength)), dark });
    }
    if (kind === 'search') {
      const asked = query.get('query') ?? query.get('terms-0-term') ?? '';
      const found = asked ? listed(number('size', listLength)) : [];
      return searchPage({ query: asked, papers: found, abstracts: query.get('abstracts') !== 'hide', dark });
    }
    return undefined;
  }

  return (_request, response, url) => {
    if (url.host === 'export.arxiv.org' && url.pathname === '/api/query') {
      return answerQuery({ papers, faults }, url, response);
    }
    const style = styles.find(({ path }) => path === url.pathname);
    if (style) return style.serve(response);
    const dark = url.searchParams.get('appearance') === 'dark';
    const path = decodeURIComponent(url.pathname);
    const listing = listingOf(path, url.searchParams);
    if (listing) return sendPage(response, listing);

    const [, kind, rest = ''] = /^\/(abs|pdf|html)\/(.+?)\/?$/.exec(path) ?? [];
    const [id, version] = splitVersion(kind === 'pdf' ? rest.replace(/\.pdf$/, '') : rest);
    const paper = kind ? papers.find(id) : undefined;
    if (!paper) return sendPage(response, notFoundPage(rest || path), { status: 404 });
    if (kind === 'pdf') {
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.end(createPdf(`arXiv:${id}`));
      return;
    }
    if (kind === 'html') {
      const references = papers.newest(8).filter((other) => other.id !== id);
      return sendPage(response, htmlPage(paper, { references, version: version || 'v1' }));
    }
    sendPage(response, abstractPage(paper, { version, dark }));
  };
}
