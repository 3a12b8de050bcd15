// A PDF of arXiv in the browser's own viewer: a badge in the corner. The viewer's document is empty, so there is nothing to read.
import { arxivHosts, pagesOfOnePaper, paperOfPath } from '../arxiv-page';
import type { SiteAdapter } from '../types';

/** Arrives as HTML where arXiv has an error to tell. Older viewers show the file in an `embed`, newer ones in a closed root. */
const isViewer = (root: ParentNode) =>
  (root as Partial<Document>).contentType === 'application/pdf' ||
  root.querySelector('body > embed[type="application/pdf"]') !== null;

const adapter: SiteAdapter = {
  id: 'arxiv-pdf',
  hosts: arxivHosts,
  ...pagesOfOnePaper('pdf'),

  findMentions(root, url) {
    const target = paperOfPath(url);
    const body = root.querySelector('body');
    if (!target || !body || !isViewer(root)) return [];
    return [{ target, form: 'badge', look: 'corner', place: { element: body, position: 'append' } }];
  },

  fixtureDate: '2026-11',
  examples: {
    active: [
      'https://arxiv.org/pdf/2412.17747',
      'https://arxiv.org/pdf/2412.17747v2.pdf',
      'https://www.arxiv.org/pdf/hep-th/9901001v1',
    ],
    inactive: [
      'https://arxiv.org/pdf/',
      'https://arxiv.org/abs/2412.17747',
      'https://ar5iv.labs.arxiv.org/pdf/2412.17747',
    ],
  },
};

export default adapter;
